import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../commands/table';
import { bin, version } from '../package.json';
import type { EmptyProject } from './empty-project';
import { PACKAGE } from './release';

const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/orders-sdk:ref:refs/tags/v1.2.3',
  repository_id: '5678',
  repository_owner_id: '1234',
};

/** Runs the command as `npx` does, by the name that npm gave it, over what the consumer synthesized. */
export function checkCommands(project: EmptyProject, assembly: string): string {
  writeFileSync(join(project.folder, 'claims.json'), JSON.stringify(CLAIMS));
  const run = (...args: string[]) => project.npx(PACKAGE, ...args);
  expectText('--version', run('--version').trim(), version);
  const help = run('help');
  for (const command of Object.keys(COMMANDS)) expectText('help', help, `  ${command} `);
  const explained = run('explain', 'publish', '--claims', 'claims.json', '--app', assembly);
  expectText('explain', explained, 'Granted: a role that publishes lets the caller in.');
  return `${Object.keys(COMMANDS).join(', ')}: there, and explain grants a publisher`;
}

/** Starts the file of `bin` by its path, as jsii does for a Python project, where nothing else is installed. */
export function checkAlone(installed: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'alone-'));
  try {
    cpSync(installed, join(folder, 'node_modules', PACKAGE), { recursive: true });
    const script = join(folder, 'node_modules', PACKAGE, bin[PACKAGE as keyof typeof bin]);
    // Windows starts no script by its path.
    const [program, ...args] = process.platform === 'win32' ? [process.execPath, script] : [script];
    expectText('--version', run(folder, program as string, [...args, '--version']).trim(), version);
    return 'they start where nothing else is installed';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(cwd: string, program: string, args: string[], env: Record<string, string> = {}): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')}\n${error?.message ?? `${stdout}${stderr}`}`);
  return stdout;
}

function expectText(what: string, said: string, expected: string): void {
  if (!said.includes(expected)) throw new Error(`${what} says no ${JSON.stringify(expected)}:\n${said}`);
}
