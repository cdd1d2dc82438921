import { spawnSync } from 'node:child_process';
import { TOOLS } from '../../../tools/python/environment';

/** What shellcheck finds in a script for bash, or for sh. */
export function shellcheckProblems(script: string, shell: 'bash' | 'sh' = 'bash'): string[] {
  const options = [`--shell=${shell}`, '--format=json', '--severity=style', '-'];
  const { error, stdout } = spawnSync(TOOLS.program('shellcheck'), options, {
    input: script,
    encoding: 'utf8',
  });
  if (error) throw error;
  return (JSON.parse(stdout) as { code: number; line: number; message: string }[]).map(
    ({ code, line, message }) => `SC${code} in line ${line}: ${message}`,
  );
}
