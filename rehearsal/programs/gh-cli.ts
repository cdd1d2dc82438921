import type { Printed } from './aws-cli';

/** Where the GitHub CLI is logged in to. */
export interface GitHubLogin {
  readonly url: string;
  readonly token: string;
}

/**
 * What stands in for the GitHub CLI: `gh api` as `doctor` calls it, with what that prints.
 *
 * @see https://cli.github.com/manual/gh_api
 */
export async function ghCli(
  args: readonly string[],
  input: string | undefined,
  login?: GitHubLogin,
): Promise<Printed> {
  if (!login) {
    const stderr = 'To get started with GitHub CLI, please run:  gh auth login\n';
    return { code: 4, stdout: '', stderr };
  }
  const [command, ...rest] = args;
  if (command !== 'api') throw new Error(`gh ${command} is not known to the rehearsal`);
  const headers = new Headers({ authorization: `token ${login.token}` });
  let method = 'GET';
  let include = false;
  let path = '';
  for (let i = 0; i < rest.length; i++) {
    const arg = rest[i] as string;
    if (arg === '--include') include = true;
    else if (arg === '--method') method = rest[++i] as string;
    else if (arg === '--hostname' || arg === '--input') i++;
    else if (arg === '--header') {
      const [name = '', value = ''] = (rest[++i] as string).split(': ');
      headers.set(name, value);
    } else path = arg;
  }
  const response = await fetch(new URL(path, `${login.url}/`), { method, headers, body: input });
  const body = await response.text();
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = include ? `HTTP/1.1 ${response.status} ${response.statusText}\n${lines}\r\n` : '';
  if (response.ok) return { code: 0, stdout: head + body, stderr: '' };
  const { message } = JSON.parse(body) as { message: string };
  return { code: 1, stdout: head + body, stderr: `gh: ${message} (HTTP ${response.status})\n` };
}
