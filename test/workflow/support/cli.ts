import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment variables that tell a synthesis how it came about. */
const VARIABLES = ['CDK_CLI_ASM_VERSION', 'CI'] as const;

/** Runs an action as the CDK CLI would run an app, in a folder, with or without a CI system around. */
export function asCli<T>(folder: string, { ci }: { ci?: string }, action: () => T): T {
  const before = { folder: process.cwd(), env: VARIABLES.map((name) => process.env[name]) };
  process.chdir(folder);
  setEnv(['52.0.0', ci]);
  try {
    return action();
  } finally {
    process.chdir(before.folder);
    setEnv(before.env);
  }
}

/** Runs an action as a unit test outside of any CLI and CI. */
export function asTest<T>(action: () => T): T {
  const before = VARIABLES.map((name) => process.env[name]);
  setEnv([undefined, undefined]);
  try {
    return action();
  } finally {
    setEnv(before);
  }
}

function setEnv(values: (string | undefined)[]): void {
  VARIABLES.forEach((name, index) => {
    const value = values[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  });
}

const folders: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'publish-workflow-'));
  folders.push(folder);
  return folder;
}

export function newCheckout(): string {
  const folder = newFolder();
  git(folder, 'init', '--quiet');
  return folder;
}

export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
