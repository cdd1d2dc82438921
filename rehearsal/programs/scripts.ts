import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Credentials } from '../aws/cloud';
import { awsCli } from '../python/tools';
import type { AwsLogin } from './aws-cli';
import type { GitHubLogin } from './gh-cli';

/** Makes a folder with a program `gh`, or `aws`, that leads to a stand-in; gives the folder. */
export function script(folder: string, program: 'gh' | 'aws', login: GitHubLogin | AwsLogin): string {
  mkdirSync(folder, { recursive: true });
  const bundle = join(folder, 'programs.js');
  const known = join(folder, `${program}.json`);
  buildSync({
    entryPoints: [join(process.cwd(), 'rehearsal', 'programs', 'main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    outfile: bundle,
  });
  writeFileSync(known, JSON.stringify(login));
  executable(join(folder, program), `exec "${process.execPath}" "${bundle}" ${program} "${known}" "$@"`);
  return folder;
}

/** The same with the real AWS CLI, which asks the stand-ins. */
export function realAws(
  folder: string,
  endpoints: Readonly<Record<string, string>>,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
): string {
  mkdirSync(folder, { recursive: true });
  const variables = {
    ...Object.fromEntries(
      Object.entries(endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, url]),
    ),
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'`);
  executable(join(folder, 'aws'), [...lines, `exec "${awsCli()}" "$@"`].join('\n'));
  return folder;
}

function executable(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}
