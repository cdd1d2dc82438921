import { execFileSync } from 'node:child_process';

/** Locks what the input beside a lock names, into that lock or another file. What that file has already is kept. */
export function compile(uv: string, lock: string, args: readonly string[], file = lock): void {
  const options = [
    '--universal',
    '--python-version',
    '3.11',
    '--generate-hashes',
    '--no-header',
    '--no-annotate',
  ];
  const files = [lock.replace(/\.lock$/, '.in'), '--output-file', file];
  execFileSync(uv, ['pip', 'compile', '--quiet', ...options, ...files, ...args], { stdio: 'inherit' });
}
