import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder that a path in a workflow is relative to: the given one, or the nearest one above the working
 * directory that Git checked out. In a worktree and in a submodule `.git` is a file. Sources without Git, as
 * CodePipeline and Docker have them, are known by `.github`.
 */
export function findGitRoot(given?: string): string | undefined {
  if (given !== undefined) {
    const folder = resolve(given);
    return isFolder(folder) ? realpathSync(folder) : undefined;
  }
  const folders = [...upwards(realpathSync(process.cwd()))];
  return (
    folders.find((folder) => existsSync(join(folder, '.git'))) ??
    folders.find((folder) => isFolder(join(folder, '.github')))
  );
}

/** Why a given folder is none. */
export function noFolder(given: string): string {
  return (
    `gitRoot ${JSON.stringify(given)} is no folder, seen from ${process.cwd()}. ` +
    "Write instead: the folder that holds .github/, such as '..' for an app in a folder of the repository."
  );
}

/** Why nothing is written where no folder was given and none found. */
export function noCheckout(): string {
  return (
    `The generated files are neither written nor compared: neither ${process.cwd()} nor a folder above has a .git or a .github. ` +
    'Say gitRoot with the folder that holds .github/, or writeFiles: false where the files are kept elsewhere.'
  );
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function* upwards(folder: string): Generator<string> {
  yield folder;
  if (dirname(folder) !== folder) yield* upwards(dirname(folder));
}
