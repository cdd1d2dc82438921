import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of the package that this command came with: read, so that a bundle is the same for all versions. */
export function versionOfPackage(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).version;
    if (folder === dirname(folder)) throw new Error(`No package.json is above ${__dirname}`);
  }
}
