import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Misuse } from '../command';

/**
 * The folders in which generated files may be: the one that is given, or the working directory and those above it,
 * up to the one that Git checked out.
 */
export function checkoutsFrom(cwd: string, given?: string): string[] {
  if (given !== undefined) {
    const folder = resolve(cwd, given);
    if (!existsSync(folder)) throw new Misuse(`--git-root ${given} is no folder.`);
    return [folder];
  }
  const folders: string[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return folders;
  }
}
