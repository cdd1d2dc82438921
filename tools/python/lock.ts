import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLIENTS } from '../clients/clients';
import { compile } from './compile';
import { AWS_CLI, CONSUMER, JUDGES, SOURCES, TOOLS } from './environment';
import { pinnedPip } from './pip';
import { withPureWheels } from './wheels';
import { constraintsOf, resolveTools, writeToolLock } from './workflow-tools';

/**
 * Locks what the workflow installs, and what the inputs name at the same versions, for every platform. Keeps what
 * is locked; with `--upgrade` it takes the newest. The uv that does it is the locked one.
 */
function lock(args: readonly string[]): void {
  const uv = TOOLS.program('uv');
  const python = TOOLS.program('python');
  const pip = pinnedPip();
  const folder = mkdtempSync(join(tmpdir(), 'tools-lock-'));
  const workflow = resolveTools(uv, folder, args.includes('--upgrade'));
  const versions = join(folder, 'versions.txt');
  writeFileSync(versions, `${constraintsOf(workflow).join('\n')}\n`);
  compile(uv, TOOLS.lock, ['--constraints', versions, ...args]);
  for (const { lock: file } of [AWS_CLI, JUDGES, CONSUMER]) compile(uv, file, args);
  for (const { lock: file } of CLIENTS) compile(uv, file, ['--no-build', ...args]); // not as old as what the workflow pins
  writeFileSync(TOOLS.lock, withPureWheels(readFileSync(TOOLS.lock, 'utf8'), Object.values(workflow).flat()));
  writeToolLock(workflow);
  replacePip(python, pip, folder);
  rmSync(folder, { recursive: true });
}

/** Puts the pip of the new lock in the place of the one that is there. */
function replacePip(python: string, pip: string, folder: string): void {
  const pins = join(folder, 'pip.txt');
  const entry = readFileSync(TOOLS.lock, 'utf8')
    .split(/\n(?! )/)
    .find((lines) => lines.startsWith('pip=='));
  writeFileSync(pins, `${entry}\n`);
  const options = ['--require-hashes', '--only-binary', ':all:', '--no-deps', '--quiet', '--dest', folder];
  execFileSync(python, [pip, 'download', ...options, '--requirement', pins], { stdio: 'inherit' });
  const isPip = (file: string) => /^pip-.*\.whl$/.test(file);
  const [file] = readdirSync(folder).filter(isPip);
  if (!file) throw new Error('pip was not downloaded');
  for (const old of readdirSync(SOURCES).filter(isPip)) rmSync(join(SOURCES, old));
  renameSync(join(folder, file), join(SOURCES, file));
}

lock(process.argv.slice(2));
