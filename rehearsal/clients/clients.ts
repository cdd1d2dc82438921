import { client, lockedVersion, type Release } from '../../tools/clients/clients';
import { type PythonEnvironment, TOOLS } from '../../tools/python/environment';
import { importsOf, programOf } from './bash';
import type { Client } from './client';
import { HATCH, PDM, PIP, PIPX, POETRY, UV } from './usage';

/** What the tools of the tests have anyhow is the newest; all else has a lock of its own. */
export const environment = (name: string, release: Release): PythonEnvironment =>
  release === 'newest' && ['pip', 'uv', 'twine'].includes(name) ? TOOLS : client(name, release);

/** The newest pip is the one that a desk has. */
const starts = (name: string, release: Release) => {
  if (name !== 'pip') return programOf(environment(name, release), name);
  return release === 'newest' ? ':' : importsOf(environment(name, release));
};

type Usage = Pick<Client, 'prepare' | 'install' | 'python'>;

export function at(name: string, release: Release, usage: Usage): Client {
  const version = lockedVersion(environment(name, release), name);
  return { name, version, start: starts(name, release), ...usage };
}

const both = (name: string, usage: Usage): Client[] => [
  at(name, 'oldest', usage),
  at(name, 'newest', usage),
];

/** Each with a token in a variable. */
export const INSTALLERS = (): readonly Client[] => [
  ...both('pip', PIP),
  ...both('uv', UV),
  ...both('poetry', POETRY),
  ...both('pdm', PDM),
  ...both('hatch', HATCH),
  ...both('pipx', PIPX),
];
