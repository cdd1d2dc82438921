import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CI_SYSTEMS } from '../../../src/workflow/checkout/ci-systems';

/** The environment variables that tell a synthesis how it came about. */
const VARIABLES = ['CDK_CLI_ASM_VERSION', 'CI', ...Object.values(CI_SYSTEMS).flat()];

/** Runs an action as the CDK CLI would run an app, in a folder, with or without a CI system around. */
export function asCli<T>(
  folder: string,
  { ci, ...others }: { ci?: string; [variable: string]: string | undefined },
  action: () => T,
): T {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return withEnv({ CDK_CLI_ASM_VERSION: '52.0.0', CI: ci, ...others }, () => listening(action));
  } finally {
    process.chdir(before);
  }
}

/** Runs an action as a unit test outside of any CLI and CI. */
export function asTest<T>(action: () => T): T {
  return withEnv({}, action);
}

let said = '';

/** What the last action printed on standard error. */
export function saidToCli(): string {
  return said;
}

function listening<T>(action: () => T): T {
  said = '';
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  try {
    return action();
  } finally {
    spy.mockRestore();
  }
}

function withEnv<T>(env: { [variable: string]: string | undefined }, action: () => T): T {
  const names = [...new Set([...VARIABLES, ...Object.keys(env)])];
  const before = names.map((name) => [name, process.env[name]] as const);
  setEnv(names.map((name) => [name, env[name]] as const));
  try {
    return action();
  } finally {
    setEnv(before);
  }
}

function setEnv(entries: (readonly [string, string | undefined])[]): void {
  for (const [name, value] of entries) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
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
