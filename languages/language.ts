import { spawnSync } from 'node:child_process';

/** The code that jsii makes for a language, of the package that a release would publish. */
export interface Sources {
  /** Where the code of a language is. */
  of(target: 'python' | 'java' | 'go' | 'dotnet'): string;

  /** An empty folder, which is gone when all is done. */
  scratch(name: string): string;
}

export interface Language {
  readonly name: string;

  /** What the machine lacks for it, or nothing. */
  missing(): string | undefined;

  /** Does what a user of the language does, throws where that fails, and says in a few words what was done. */
  check(sources: Sources): string;
}

/** Runs a program to its end, and throws the end of what a failing one says. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): string {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return stdout;
  const said = error ? error.message : `${stdout}${stderr}`.trim().split('\n').slice(-60).join('\n');
  throw new Error(`${[command, ...args].join(' ')}\n${said}`);
}

/** Whether a program is there at all. */
export function isThere(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}
