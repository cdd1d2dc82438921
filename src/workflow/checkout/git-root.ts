import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder that a path in a workflow is relative to: the given one, or the nearest one above the working
 * directory that Git checked out. In a worktree and in a submodule `.git` is a file.
 */
export function findGitRoot(given?: string): string | undefined {
  if (given !== undefined) {
    const folder = resolve(given);
    return existsSync(folder) ? folder : undefined;
  }
  let folder = process.cwd();
  while (!existsSync(join(folder, '.git'))) {
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return folder;
}

/** Why there is no such folder, and what to do about it. */
export function noGitRoot(given?: string): string {
  if (given !== undefined) {
    return `gitRoot ${JSON.stringify(given)} is no folder, seen from ${process.cwd()}. Write instead: the folder that holds .github/, such as '..' for an app in a folder of the repository.`;
  }
  return (
    `The workflow files belong to the root of a Git checkout, and neither ${process.cwd()} nor a folder above has a .git. ` +
    'Write instead: gitRoot with the folder that holds .github/, or writeFiles: false where the files are kept elsewhere.'
  );
}
