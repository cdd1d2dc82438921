import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { COMMANDS } from '../commands/table';
import { bin } from '../package.json';

const BESIDE_DECLARATIONS = [
  '.jsii',
  'API.md',
  'LICENSE',
  'README.md',
  'lib/index.js',
  'lib/later.js',
  'package.json',
  ...Object.values(bin),
  ...Object.keys(COMMANDS).map((command) => `bin/${command}.js`),
  'bin/access.js', // for `PipelineAccess`
];

/** Beside commands that have a package in them. */
const LICENCES = 'bin/THIRD-PARTY-LICENSES.txt';

/** The files of a package with their bytes, and the sum of them. */
export function listOf(installed: string): string {
  const files = filesIn(installed);
  const sizes = files.map((file) => statSync(join(installed, file)).size);
  const lines = files.map((file, index) => `${String(sizes[index]).padStart(8)} ${file}`);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return [...lines, `${String(total).padStart(8)} bytes in ${files.length} files`].join('\n');
}

/** Holds that nothing is missing, and that no file of the checkout came along. */
export function checkFiles(installed: string): void {
  const others = filesIn(installed).filter((file) => !isDeclaration(file));
  refuse('is packed, and no part of the package', without(others, [...BESIDE_DECLARATIONS, LICENCES]));
  refuse('is not packed', without(BESIDE_DECLARATIONS, others));
}

/** Holds that TypeScript read each declaration of the package: what a user's compiler never reads need not ship. */
export function checkReached(installed: string, read: string[]): string {
  const declarations = filesIn(installed).filter(isDeclaration);
  const reached = read.map((file) => relative(installed, file).split(sep).join('/'));
  refuse('is packed, and index.d.ts does not reach it', without(declarations, reached));
  return `${declarations.length} declarations, each of them reached`;
}

function isDeclaration(file: string): boolean {
  return file.startsWith('lib/') && file.endsWith('.d.ts');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function without(files: string[], others: string[]): string[] {
  return files.filter((file) => !others.includes(file));
}

function refuse(reason: string, files: string[]): void {
  if (files.length) throw new Error(files.map((file) => `${file} ${reason}`).join('\n'));
}
