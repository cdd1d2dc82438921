import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type PythonEnvironment, TOOLS } from '../python/environment';
import { findPython } from '../python/interpreter';
import { run, type Tell, works } from '../python/make';
import { withLock } from '../python/only-one';
import { sideBySide } from '../side-by-side';
import { indexOfPip } from './index-of-pip';

/**
 * Makes the environments that are not there, by the locked uv: it links what several have in common, so a dozen
 * take little more room and time than one. Removes those of other locks.
 */
export async function installClients(clients: readonly PythonEnvironment[], tell: Tell): Promise<void> {
  const missing = clients.filter((one) => !works(one));
  if (!missing.length) return;
  const cache = dirname(clients[0]?.folder ?? '');
  mkdirSync(cache, { recursive: true });
  await withLock(join(cache, 'making'), tell, async () => {
    const env = { UV_CACHE_DIR: join(cache, 'uv'), ...indexOfPip(TOOLS.program('python')) };
    const python = findPython();
    const waiting = missing.filter((one) => !works(one));
    await sideBySide(waiting, availableParallelism(), (one) => make(one, python, env, tell));
    const kept = clients.map(({ folder }) => basename(folder));
    for (const name of readdirSync(cache).filter((entry) => !kept.includes(entry) && entry !== 'making'))
      rmSync(join(cache, name), { recursive: true });
  });
}

async function make(
  { folder, lock, marker, name }: PythonEnvironment,
  python: string,
  env: Readonly<Record<string, string>>,
  tell: Tell,
): Promise<void> {
  const uv = TOOLS.program('uv');
  rmSync(folder, { recursive: true, force: true });
  await run(uv, ['venv', '--quiet', '--no-config', '--python', python, folder], undefined, env);
  const locked = ['--require-hashes', '--no-build', '--no-deps', '--requirement', lock];
  const into = ['--python', join(folder, 'bin', 'python')];
  await run(uv, ['pip', 'install', '--quiet', '--no-config', ...into, ...locked], undefined, env);
  writeFileSync(marker, '');
  tell(`${name} is there`);
}
