import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonEnvironment } from './environment';
import { pinnedPip } from './pip';

export type Tell = (text: string) => void;

/** Settings that would lead pip to another place than the environment, or to other files than the lock's. */
const DISTURBING =
  /^(PIP_(USER|TARGET|PREFIX|ROOT|CONSTRAINT|REQUIREMENT|NO_BINARY|DRY_RUN)|PYTHON(HOME|PATH))$/;

/** Makes an environment from nothing but its lock. No ensurepip is needed, nor a pip of the machine. */
export async function makeEnvironment(
  environment: PythonEnvironment,
  python: string,
  tell: Tell,
): Promise<void> {
  const { folder, lock, wheels, marker, name } = environment;
  const total = readFileSync(lock, 'utf8').match(/^[a-z0-9]/gm)?.length;
  rmSync(folder, { recursive: true, force: true });
  tell(`${name}: up to ${total} packages, by ${python}`);
  await run(python, ['-m', 'venv', '--without-pip', folder]);

  const own = join(folder, 'bin', 'python');
  const locked = ['--require-hashes', '--only-binary', ':all:', '--no-deps', '--requirement', lock];
  const pip = [pinnedPip(), '--disable-pip-version-check', '--no-input'];
  let count = 0;
  await run(own, [...pip, 'download', ...locked, '--progress-bar', 'off', '--dest', wheels], (line) => {
    if (/^\s*(Downloading|Using cached) \S+\.whl/.test(line) && ++count % 10 === 0)
      tell(`${name}: ${count} wheels, ${line.trim().split('/').pop()}`);
  });
  tell(`${name}: installing ${readdirSync(wheels).length} wheels`);
  await run(own, [...pip, 'install', ...locked, '--quiet', '--no-index', '--find-links', wheels]);
  writeFileSync(marker, '');
}

/** Whether an environment is there, was made there, and its Python, a part of the machine, still is the same. */
export function works({ isComplete, folder }: PythonEnvironment): boolean {
  if (!isComplete || !isWhereItWasMade(folder)) return false;
  const ask = 'import os, sysconfig; print(os.path.isdir(sysconfig.get_path("purelib")))';
  const { stdout } = spawnSync(join(folder, 'bin', 'python'), ['-Sc', ask], { encoding: 'utf8' });
  return stdout?.trim() === 'True';
}

/** Programs of an environment begin with the path of its Python, and run no more where it was moved or copied. */
function isWhereItWasMade(folder: string): boolean {
  const activate = join(folder, 'bin', 'activate');
  return existsSync(activate) && readFileSync(activate, 'utf8').includes(folder);
}

/** Runs a program, with what of the machine's environment does not disturb; throws the end of what a failing one says. */
export function run(
  command: string,
  args: readonly string[],
  onLine?: (line: string) => void,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !DISTURBING.test(name)));
  const env = { ...own, ...more };
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else
        fail(new Error(`${command} ended with ${code}:\n${output.trim().split('\n').slice(-8).join('\n')}`));
    });
  });
}
