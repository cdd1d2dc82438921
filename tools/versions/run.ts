import { spawnSync } from 'node:child_process';

/** Runs a program to its end, and throws the end of what a failing one says. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string | undefined> } = {},
): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return stdout;
  const said = error ? error.message : `${stdout}${stderr}`.trim().slice(-4000);
  throw new Error(`${[program, ...args].join(' ')}\n${said}`);
}
