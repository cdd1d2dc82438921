import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { openAssembly } from '../assembly';

/** A template that a report is of. */
export interface Source {
  /** Path of its construct, or the name of its file. */
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  readonly file: string;
  readonly sha256: string;
}

/** The templates of a cloud assembly, or the one of a file, without where they are on this machine. */
export function sourcesOf(path: string, cwd: string): Source[] {
  const full = resolve(cwd, path);
  if (statSync(full, { throwIfNoEntry: false })?.isFile()) {
    const file = basename(full);
    return [{ name: file, file, sha256: digestOf(full) }];
  }
  return openAssembly(path, cwd).map(({ path: name, account, region, templateFile }) => ({
    name,
    account,
    region,
    file: templateFile,
    sha256: digestOf(join(full, templateFile)),
  }));
}

/** Git on Windows may end lines in another way: that is the same template. */
function digestOf(file: string): string {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text).digest('hex');
}
