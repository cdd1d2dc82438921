import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITHOUT_IDENTITY } from '../../../../src/workflow/jobs/scripts/without-identity';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

const IDENTITY = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://issuer.example/token?a=b',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a-token-that-asks',
};

/** What a program finds in its own environment, and in that of the script that started it. */
const LOOK = `${WITHOUT_IDENTITY}bash -c 'env; tr "\\0" "\\n" < "/proc/$PPID/environ"'\necho "end of $0 by $-"\n`;

/** As GitHub starts a script whose shell is bash. */
function asFile(script: string, env: Record<string, string>) {
  const file = join(newFolder(), 'script.sh');
  writeFileSync(file, script);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { status, log: stdout + stderr };
}

test('a job that may ask for an identity does see it', () => {
  expect(asFile(LOOK.replace(WITHOUT_IDENTITY, ''), IDENTITY).log).toContain('a-token-that-asks');
});

test('what the script starts finds no way to ask, not even in the process that started it', () => {
  const { status, log } = asFile(LOOK, { ...IDENTITY, AWS_REGION: 'eu-west-1' });
  expect(status).toBe(0);
  expect(log).not.toContain('ACTIONS_ID_TOKEN_REQUEST');
  expect(log).toContain('AWS_REGION=eu-west-1');
});

test('the script runs once, and stops at the first failure as before', () => {
  expect(asFile(LOOK, IDENTITY).log.match(/end of /g)).toHaveLength(1);
  const { status, log } = asFile(`${WITHOUT_IDENTITY}false | true\necho still here\n`, IDENTITY);
  expect([status, log]).toEqual([1, '']);
});

test.each(['bash', '/bin/bash'])('a script that is no file forgets the variables, by %s', (bash) => {
  const { status, stdout } = spawnSync(bash, ['-eo', 'pipefail', '-c', `${WITHOUT_IDENTITY}env`], {
    env: { PATH: process.env.PATH, ...IDENTITY },
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('PATH=');
  expect(stdout).not.toContain('ACTIONS_ID_TOKEN_REQUEST');
});

test('a job without an identity runs the script as it is', () => {
  expect(asFile(`${WITHOUT_IDENTITY}echo once\n`, {})).toEqual({ status: 0, log: 'once\n' });
});
