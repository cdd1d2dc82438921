import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { originOf } from './header';

const REGENERATE = 'Run `npx cdk synth` where CI is not set, and commit the file.';

/** A sentence for each file that is not on disk as it was generated. Windows line endings are no difference. */
export function drift(root: string, files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const found = read(root, path);
    if (found === undefined) return [`The generated file ${path} is missing. ${REGENERATE}`];
    if (found !== text) {
      return [
        `The committed file ${path} is not what the app generates; line ${firstDifference(found, text)} is the first to differ. ${REGENERATE}`,
      ];
    }
    return [];
  });
}

/** A sentence for each workflow on disk that a person wrote, and that a generated one would take the place of. */
export function writtenByHand(root: string, files: Record<string, string>): string[] {
  return Object.keys(files).flatMap((path) => {
    const found = path.endsWith('.json') ? undefined : read(root, path);
    if (found === undefined || originOf(found) !== undefined) return [];
    return [
      `The file ${path} was not generated, and would be overwritten. Move it away, or give the construct another ` +
        'fileName or callerFileName.',
    ];
  });
}

/** Writes the files that are missing or differ. */
export function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    if (read(root, path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function read(root: string, path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

function firstDifference(found: string, text: string): number {
  const expected = text.split('\n');
  const actual = found.split('\n');
  return expected.findIndex((line, index) => line !== actual[index]) + 1 || expected.length + 1;
}
