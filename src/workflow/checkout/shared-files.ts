import { basename, dirname, join } from 'node:path';
import type { GeneratedFile } from './file-owner';
import { printable, withoutOrigin } from './header';
import { Blocked, locate } from './locate';

/** Each file once, from the first construct that has it, and a sentence for each that another would have otherwise. */
export function eachOnce(files: GeneratedFile[]): { files: GeneratedFile[]; conflicts: string[] } {
  const byPlace = new Map<string, GeneratedFile>();
  const conflicts = files.flatMap((file) => {
    const place = placeOf(file);
    const first = byPlace.get(place);
    if (first === undefined) byPlace.set(place, file);
    return first === undefined || isSame(first, file) ? [] : [conflict(first, file)];
  });
  return { files: [...byPlace.values()], conflicts };
}

/** Windows and macOS know one file by all spellings of its name. */
function placeOf({ root, path }: GeneratedFile): string {
  const file = place(root, path);
  return join(dirname(file), basename(file).toLowerCase());
}

function place(root: string, path: string): string {
  try {
    return locate(root, path);
  } catch (error) {
    if (error instanceof Blocked) return join(root, path);
    throw error;
  }
}

function isSame(first: GeneratedFile, second: GeneratedFile): boolean {
  if (!isShared(first) || !isShared(second)) return false;
  return first.path === second.path && withoutOrigin(first.text) === withoutOrigin(second.text);
}

function isShared({ owner }: GeneratedFile): boolean {
  return owner.isShared ?? true;
}

function conflict(first: GeneratedFile, second: GeneratedFile): string {
  const [one, other] = [first, second].map(({ owner }) => printable(owner.construct.node.path));
  const what =
    first.path === second.path
      ? `${one} and ${other} would both write ${first.path}${isShared(first) && isShared(second) ? ', with different content' : ''}.`
      : `${one} would write ${first.path} and ${other} ${second.path}, which are one file here, or on Windows and macOS.`;
  return (
    `${what} Give one of them another ${second.owner.namedBy}, ` +
    'or turn its files off with writeFiles: false.'
  );
}
