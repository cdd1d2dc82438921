import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES, TOOLS } from './environment';

/**
 * Path of pip, as a program of a Python that has none: the wheel beside this file, run where it is. It stands
 * in the repository because whatever else could fetch it needs a pip, or the address of an index.
 */
export function pinnedPip(folder = SOURCES, lock = TOOLS.lock): string {
  const wheels = readdirSync(folder).filter((file) => /^pip-.*\.whl$/.test(file));
  const [file] = wheels;
  if (!file || wheels.length > 1)
    throw new Error(`${folder} has to have one wheel of pip, and has ${wheels.length}`);
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
  if (!hashesOf('pip', readFileSync(lock, 'utf8')).includes(hash))
    throw new Error(`${file} is not the pip of tools.lock. Check it out again, or run: npm run tools:lock`);
  return join(folder, file, 'pip');
}

/** The hashes that a lock has of a package. */
export function hashesOf(name: string, lock: string): string[] {
  const entry = lock.split(/\n(?! )/).find((lines) => lines.startsWith(`${name}==`)) ?? '';
  return [...entry.matchAll(/sha256:([0-9a-f]{64})/g)].map(([, hash = '']) => hash);
}
