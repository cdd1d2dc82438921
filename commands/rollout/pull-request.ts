import { fileIn } from '../doctor/github/files';
import { existing } from '../doctor/github/repository';
import type { GitHub } from '../github/github';
import { CannotLook } from '../programs';
import type { FileToRollOut } from './plan';

const SCOPE =
  'gh needs the scope workflow to write into .github/workflows: run `gh auth refresh --scopes workflow`.';

interface Pull {
  readonly html_url: string;
}

/**
 * Opens a pull request with these files, or brings the one that is open up to date; gives its URL. The branch has one
 * name for each workflow, so that it is never opened twice.
 */
export async function pullRequest(
  github: GitHub,
  name: string,
  origin: string,
  files: readonly FileToRollOut[],
): Promise<string> {
  const { default_branch: base } = await existing(github, name);
  await requireScope(github, name);
  const stem = files[0]?.path.replace(/^.*\/|\.ya?ml$/g, '');
  const branch = `cdk-python-artifact-pipeline/${stem}`;
  await makeBranch(github, name, base, branch);
  for (const { path, text } of files) {
    const there = await fileIn(github, name, path, branch);
    if (there?.text === text) continue;
    const content = Buffer.from(text).toString('base64');
    const body = {
      message: `Publish by the generated ${path}`,
      content,
      branch,
      ...(there && { sha: there.sha }),
    };
    const { status } = await github.send('PUT', `repos/${name}/contents/${path}`, body);
    if (status === 404) throw new CannotLook(SCOPE);
    if (status > 201) throw new CannotLook(`GitHub answers ${status} to a change of ${path} in ${name}.`);
  }
  return (await openPull(github, name, branch)) ?? (await open(github, name, base, branch, origin));
}

/** Only logins with scopes say which they have. */
async function requireScope(github: GitHub, name: string): Promise<void> {
  const { headers } = await github.get(`repos/${name}`);
  const scopes = headers['x-oauth-scopes'];
  if (scopes && !scopes.split(', ').includes('workflow')) throw new CannotLook(SCOPE);
}

async function makeBranch(github: GitHub, name: string, base: string, branch: string): Promise<void> {
  if ((await github.get(`repos/${name}/git/ref/heads/${branch}`)).status === 200) return;
  const { status, body } = await github.get<{ object: { sha: string } }>(
    `repos/${name}/git/ref/heads/${base}`,
  );
  if (status !== 200) throw new CannotLook(`${name} has no branch ${base} to begin with.`);
  const ref = { ref: `refs/heads/${branch}`, sha: body.object.sha };
  const made = await github.send('POST', `repos/${name}/git/refs`, ref);
  if (made.status !== 201) throw new CannotLook(`GitHub answers ${made.status} to a new branch of ${name}.`);
}

async function openPull(github: GitHub, name: string, branch: string): Promise<string | undefined> {
  const [owner] = name.split('/');
  const head = encodeURIComponent(`${owner}:${branch}`);
  const [pull] = await github.all<Pull>(`repos/${name}/pulls?state=open&head=${head}`);
  return pull?.html_url;
}

async function open(
  github: GitHub,
  name: string,
  base: string,
  head: string,
  origin: string,
): Promise<string> {
  const body = [
    `This repository publishes by the workflow that ${origin} generates in the CDK app.`,
    'What is started, and which role is assumed, is what that app trusts.',
  ].join('\n');
  const request = { title: 'Publish by the generated workflow', head, base, body };
  const { status, body: pull } = await github.send<Pull>('POST', `repos/${name}/pulls`, request);
  if (status !== 201) throw new CannotLook(`GitHub answers ${status} to a pull request of ${name}.`);
  return pull.html_url;
}
