import { spawnSync } from 'node:child_process';

/** What shellcheck finds in a script for bash. */
export function shellcheckProblems(script: string): string[] {
  const { error, stdout } = spawnSync(
    'shellcheck',
    ['--shell=bash', '--format=json', '--severity=style', '-'],
    { input: script, encoding: 'utf8' },
  );
  if (error) {
    throw new Error(
      `shellcheck does not run (${error.message}). Install Debian's package: apt-get install shellcheck`,
    );
  }
  return (JSON.parse(stdout) as { code: number; line: number; message: string }[]).map(
    ({ code, line, message }) => `SC${code} in line ${line}: ${message}`,
  );
}
