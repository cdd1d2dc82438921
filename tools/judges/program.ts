import { spawnSync } from 'node:child_process';

/** What a program prints on its standard output, where it ends with one of the codes that mean it did its work. */
export function output(program: string, args: readonly string[], codes: readonly number[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status === null || !codes.includes(status))
    throw new Error(`${program} ended with ${status}:\n${stderr.trim().split('\n').slice(-8).join('\n')}`);
  return stdout;
}
