import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type PythonEnvironment, SOURCES } from './environment';

/** Locks what the input of an environment names into a file. What that file has already is kept. */
export function compile(
  uv: string,
  { name }: PythonEnvironment,
  file: string,
  args: readonly string[],
): void {
  const options = ['--universal', '--python-version', '3.11', '--generate-hashes'];
  const files = [join(SOURCES, `${name}.in`), '--output-file', file];
  execFileSync(
    uv,
    ['pip', 'compile', '--quiet', ...options, '--no-header', '--no-annotate', ...files, ...args],
    { stdio: 'inherit' },
  );
}
