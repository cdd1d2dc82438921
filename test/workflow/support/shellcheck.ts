import { spawnSync } from 'node:child_process';
import { TOOLS } from '../../../tools/python/environment';

/** What shellcheck finds in a script for bash. */
export function shellcheckProblems(script: string): string[] {
  const options = ['--shell=bash', '--format=json', '--severity=style', '-'];
  const { error, stdout } = spawnSync(TOOLS.program('shellcheck'), options, {
    input: script,
    encoding: 'utf8',
  });
  if (error) throw error;
  return (JSON.parse(stdout) as { code: number; line: number; message: string }[]).map(
    ({ code, line, message }) => `SC${code} in line ${line}: ${message}`,
  );
}
