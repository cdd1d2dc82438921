import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, PythonEnvironment, ROOT } from '../python/environment';

const SOURCES = join(ROOT, 'tools', 'clients');

const environment = (name: string) => new PythonEnvironment(name, SOURCES, join(CACHE, 'clients'));

/** The clients that people have, each in an environment of its own: `tools/clients/NAME.in` names one. */
export const CLIENTS: readonly PythonEnvironment[] = readdirSync(SOURCES)
  .filter((file) => file.endsWith('.in'))
  .map((file) => environment(file.slice(0, -'.in'.length)));

export type Release = 'oldest' | 'newest';

export function client(name: string, release: Release): PythonEnvironment {
  const found = CLIENTS.find((one) => one.name === `${name}-${release}`);
  if (!found) throw new Error(`There is no tools/clients/${name}-${release}.in`);
  return found;
}

/** The version that a lock has of a package. */
export function lockedVersion({ lock, name }: PythonEnvironment, what: string): string {
  const version = new RegExp(`^${what}==(\\S+)`, 'm').exec(readFileSync(lock, 'utf8'))?.[1];
  if (!version) throw new Error(`${name}.lock has no ${what}`);
  return version;
}
