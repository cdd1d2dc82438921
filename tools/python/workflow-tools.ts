import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockedPackage, requirementOf } from '../../src/workflow/actions/locked-package';
import { TOOL_LOCK, type ToolSet } from '../../src/workflow/actions/tool-lock';
import { ROOT } from './environment';
import { lockedIn, onAnyPlatform, onLinux, type Wheel } from './wheels';

/** The one file that has what the workflow installs. */
const FILE = join(ROOT, 'src', 'workflow', 'actions', 'tool-lock.ts');

interface Wanted {
  readonly packages: readonly string[];
  /** What they name and this use of them does without, and all that only that needs. */
  readonly without?: readonly string[];
  /** The oldest Python that it is installed on. */
  readonly python: string;
  readonly wheels: (name: string, all: readonly Wheel[]) => readonly Wheel[];
}

/** Below 3.13, where the tools run, since the rehearsal runs the same steps on 3.11. */
const ON_LINUX = { python: '3.11', wheels: onLinux };

/** What is installed together. twine imports keyring where it is there, and the renderer to check only. */
const WANTED: Record<ToolSet, Wanted> = {
  twine: { ...ON_LINUX, packages: ['twine'], without: ['keyring', 'readme-renderer'] },
  'twine check': { ...ON_LINUX, packages: ['twine', 'packaging'], without: ['keyring'] },
  uv: { ...ON_LINUX, packages: ['uv'] },
  build: { python: '3.9', packages: ['build'], wheels: onAnyPlatform },
  setuptools: { python: '3.9', packages: ['setuptools'], wheels: onAnyPlatform },
  cibuildwheel: { python: '3.11', packages: ['cibuildwheel', 'build'], wheels: onAnyPlatform },
};

export type ToolLock = Record<ToolSet, readonly LockedPackage[]>;

/** What the workflow is to install: what is locked, or with `upgrade` the newest. */
export function resolveTools(uv: string, folder: string, upgrade: boolean): ToolLock {
  const sets = Object.entries(WANTED).map(([set, wanted]) => [
    set,
    resolve(uv, folder, wanted, upgrade ? [] : (TOOL_LOCK[set as ToolSet] ?? [])),
  ]);
  return Object.fromEntries(sets) as ToolLock;
}

function resolve(
  uv: string,
  folder: string,
  wanted: Wanted,
  keep: readonly LockedPackage[],
): LockedPackage[] {
  const { packages, without = [], python, wheels } = wanted;
  const put = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    return join(folder, name);
  };
  const lock = join(folder, 'pylock.toml');
  const never = without.map((name) => `${name} ; python_version < '3'`);
  execFileSync(uv, [
    ...['pip', 'compile', '--quiet', '--no-header', '--universal', '--python-version', python],
    ...['--format', 'pylock.toml', '--output-file', lock, '--upgrade'],
    ...['--constraints', put('keep.txt', keep.map(versionOf))],
    ...['--overrides', put('without.txt', never)],
    put('wanted.in', packages),
  ]);
  return lockedIn(readFileSync(lock, 'utf8'), python, wheels);
}

function versionOf({ name, version, marker }: LockedPackage): string {
  return requirementOf({ name, version, marker, sha256: [] });
}

/** What else is locked has the same versions, as far as both have a package. */
export function constraintsOf(lock: ToolLock): string[] {
  return [...new Set(Object.values(lock).flatMap((packages) => packages.map(versionOf)))];
}

export function writeToolLock(lock: ToolLock): void {
  const sets = Object.entries(lock).flatMap(([set, packages]) => [
    `  ${/\W/.test(set) ? `'${set}'` : set}: [`,
    ...packages.flatMap((locked) => [
      '    {',
      ...Object.entries(locked).map(([key, value]) => `      ${key}: ${sourceOf(value)},`),
      '    },',
    ]),
    '  ],',
  ]);
  const lines = [
    '// Made by `npm run tools:lock`. Not to be edited.',
    "import type { LockedPackage } from './locked-package';",
    '',
    '/** What is installed together. */',
    `export type ToolSet = ${Object.keys(lock)
      .map((set) => `'${set}'`)
      .join(' | ')};`,
    '',
    '/** All that the workflows install, with the hashes of the wheels. */',
    'export const TOOL_LOCK: Record<ToolSet, readonly LockedPackage[]> = {',
    ...sets,
    '};',
  ];
  writeFileSync(FILE, `${lines.join('\n')}\n`);
  console.log(FILE);
}

function sourceOf(value: string | readonly string[]): string {
  if (typeof value === 'string') return value.includes("'") ? `"${value}"` : `'${value}'`;
  const items = value.map((item) => `'${item}'`);
  return items.length === 1 ? `[${items}]` : `[\n        ${items.join(',\n        ')},\n      ]`;
}
