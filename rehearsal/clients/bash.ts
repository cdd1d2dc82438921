import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonEnvironment } from '../../tools/python/environment';

/** Bash that writes a file, with the variables in it filled in. */
export const file = (path: string, text: string) => `cat > ${path} <<END\n${text.trim()}\nEND`;

/** Bash that puts one program of an environment on PATH, and nothing else of it. */
export const programOf = (environment: PythonEnvironment, name: string) =>
  `mkdir -p ~/programs && ln -sf ${environment.program(name)} ~/programs/ && PATH=~/programs:$PATH`;

/** Bash that lets any Python import what an environment has, before its own. */
export function importsOf(environment: PythonEnvironment): string {
  const library = join(environment.folder, 'lib');
  const [python = ''] = readdirSync(library).filter((name) => name.startsWith('python3'));
  return `export PYTHONPATH=${join(library, python, 'site-packages')}`;
}
