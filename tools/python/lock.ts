import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD, SETUPTOOLS, TWINE, UV } from '../../src/workflow/actions/tool-versions';
import { CLIENTS } from '../clients/clients';
import { ENVIRONMENTS, JUDGES, SOURCES, TOOLS } from './environment';
import { pinnedPip } from './pip';

/**
 * Locks what the inputs name, for every platform, at the versions that the workflow pins. Keeps what is locked;
 * with `--upgrade` it takes the newest. The uv that does it is the locked one.
 */
function lock(args: readonly string[]): void {
  const uv = TOOLS.program('uv');
  const python = TOOLS.program('python');
  const pip = pinnedPip();
  const folder = mkdtempSync(join(tmpdir(), 'tools-lock-'));
  const pins = join(folder, 'pins.txt');
  writeFileSync(pins, [TWINE, UV, ...BUILD, ...SETUPTOOLS, ''].join('\n'));
  const options = [
    '--universal',
    '--python-version',
    '3.11',
    '--generate-hashes',
    '--no-header',
    '--no-annotate',
  ];
  const compile = (file: string, ...more: readonly string[]) => {
    const files = [file.replace(/\.lock$/, '.in'), '--output-file', file, ...more];
    execFileSync(uv, ['pip', 'compile', '--quiet', ...options, ...files, ...args], { stdio: 'inherit' });
    console.log(file);
  };
  for (const { lock: file } of ENVIRONMENTS) compile(file, '--constraints', pins);
  compile(JUDGES.lock);
  for (const { lock: file } of CLIENTS) compile(file, '--no-build'); // not as old as what the workflow pins
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
