import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** What is in the way of a file. */
export class Blocked extends Error {}

/**
 * Where a file of a checkout is on this machine, be it there or not. Links are followed within the checkout.
 *
 * Throws `Blocked` for a link that leads out of it or into Git's own folder, and for what is no folder or no file
 * where there should be one.
 */
export function locate(root: string, file: string): string {
  const parts = file.split('/');
  let place = root;
  for (const [index, part] of parts.entries()) {
    const here = path.join(place, part);
    const name = parts.slice(0, index + 1).join('/');
    const entry = attempt(() => lstatSync(here, { throwIfNoEntry: false }));
    if (!entry) return path.join(place, ...parts.slice(index));
    place = entry.isSymbolicLink() ? followed(root, here, name) : here;
    const found = attempt(() => statSync(place));
    if (index < parts.length - 1 && !found.isDirectory()) throw new Blocked(`${name} is no folder`);
    if (index === parts.length - 1 && !found.isFile()) throw new Blocked(`${name} is no file`);
  }
  return place;
}

/** Whether a path is in a folder, and not in Git's own in there. */
export function isInside(
  folder: string,
  place: string,
  { relative, isAbsolute, sep }: path.PlatformPath = path,
): boolean {
  const way = relative(folder, place);
  return !isAbsolute(way) && !['..', '.git'].includes(way.split(sep)[0]);
}

/** Does something to a file; what the system says against it becomes `Blocked`, without paths and stack. */
export function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Blocked(message.split(',')[0]);
  }
}

function followed(root: string, link: string, name: string): string {
  let target: string;
  try {
    target = realpathSync(link);
  } catch {
    throw new Blocked(`${name} is a link to what is not there`);
  }
  if (!isInside(root, target)) throw new Blocked(`${name} is a link that leads out of the checkout`);
  return target;
}
