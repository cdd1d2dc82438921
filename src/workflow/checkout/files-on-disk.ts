import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { templateOf } from './file-paths';
import { originOf } from './header';
import { attempt, Blocked, locate } from './locate';

/** What is in a file of a checkout. What editors and Git on Windows add is no difference. */
export function read(root: string, path: string): string | undefined {
  const file = locate(root, path);
  if (!existsSync(file)) return undefined;
  return attempt(() => readFileSync(file, 'utf8'))
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
}

/** The same, where nothing keeps us from reading it. */
export function readIfPossible(root: string, path: string): string | undefined {
  try {
    return read(root, path);
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}

/** Whether a person wrote what is in a file. What has no header of its own is judged by the template beside it. */
export function isByHand(root: string, path: string, found: string): boolean {
  const template = templateOf(path);
  const headed = template === undefined ? found : read(root, template);
  return headed === undefined || originOf(headed) === undefined;
}

/** Throws `Blocked` where a file could not be written. */
export function checkWritable(root: string, path: string): void {
  let place = locate(root, path);
  while (!existsSync(place)) place = dirname(place);
  attempt(() => accessSync(place, constants.W_OK));
}

/** Writes a file, and says how to undo that. */
export function write(root: string, path: string, text: string): () => void {
  const file = locate(root, path);
  return attempt(() => {
    const before = existsSync(file) ? readFileSync(file) : undefined;
    const folder = mkdirSync(dirname(file), { recursive: true });
    const undo = () =>
      before ? writeFileSync(file, before) : rmSync(folder ?? file, { recursive: true, force: true });
    try {
      writeFileSync(file, text);
    } catch (error) {
      undo();
      throw error;
    }
    return undo;
  });
}

/** The first line of a file that is not as it should be. */
export function firstDifference(found: string, text: string): number {
  const expected = text.split('\n');
  const actual = found.split('\n');
  return expected.findIndex((line, index) => line !== actual[index]) + 1 || expected.length + 1;
}
