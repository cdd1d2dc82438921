import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonEnvironment } from '../../tools/python/environment';

/** Bash that writes a file, or adds to one, with the variables in it filled in. */
export const file = (path: string, text: string, how: '>' | '>>' = '>') =>
  `cat ${how} ${path} <<END\n${text.trim()}\nEND`;

/** Bash that puts one program on PATH, and nothing else of its environment. */
export const programAt = (path: string) =>
  `mkdir -p ~/programs && ln -sf ${path} ~/programs/ && export PATH=~/programs:$PATH`;

/** Bash that lets any Python import what environments have, before its own. */
export const importsOf = (...environments: readonly PythonEnvironment[]) =>
  `export PYTHONPATH=${environments.map(sitePackages).join(':')}`;

function sitePackages({ folder }: PythonEnvironment): string {
  const library = join(folder, 'lib');
  const [python = ''] = readdirSync(library).filter((name) => name.startsWith('python3'));
  return join(library, python, 'site-packages');
}
