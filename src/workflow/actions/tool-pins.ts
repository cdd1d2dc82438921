import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, listOf, TEXT } from '../../private/kinds';
import { isPlaceholder } from '../../private/token-text';
import { type LockedPackage, requirementOf } from './locked-package';
import { TOOL_LOCK, type ToolSet } from './tool-lock';
import type { ToolVersion } from './tool-version';

const HASHES = 'https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode';
const NAMES = 'https://packaging.python.org/en/latest/specifications/name-normalization/';

/** What the jobs of one workflow install: the locked releases, or what the user says in their place. */
export class ToolPins {
  /** Throws for a package that no workflow installs, and for what is no version or hash. */
  constructor(
    scope: IConstruct,
    private readonly overrides: { [name: string]: ToolVersion } = {},
  ) {
    for (const [name, version] of Object.entries(overrides)) checkToolVersion(scope, name, version);
  }

  /** What is installed together, each a line for pip. */
  public requirements(set: ToolSet): string[] {
    return this.packages(set).map(requirementOf);
  }

  /**
   * All releases of some sets, whatever they are installed on, in lists of lines for pip: it takes no name twice, and
   * some have another release for an older Python.
   */
  public downloads(sets: ToolSet[]): string[][] {
    const lists: Map<string, LockedPackage>[] = [];
    const releases = new Map(
      sets.flatMap((set) => this.packages(set)).map((one) => [`${one.name}==${one.version}`, one]),
    );
    for (const { name, version, sha256 } of [...releases.values()].sort(byName)) {
      const list = lists.find((names) => !names.has(name)) ?? new Map<string, LockedPackage>();
      if (list.size === 0) lists.push(list);
      list.set(name, { name, version, sha256 });
    }
    return lists.map((list) => [...list.values()].map(requirementOf));
  }

  private packages(set: ToolSet): LockedPackage[] {
    const locked = TOOL_LOCK[set];
    const kept = locked.filter(({ name }) => !Object.hasOwn(this.overrides, name));
    const given = Object.entries(this.overrides)
      .filter(
        ([name, { neededBy }]) => has(locked, name) || (neededBy !== undefined && has(locked, neededBy)),
      )
      .map(([name, { version, sha256 }]) => ({ name, version, sha256, marker: markerOf(locked, name) }));
    return [...kept, ...given].sort(byName);
  }
}

/** Where any of the locked releases is installed, its replacement is. */
function markerOf(packages: readonly LockedPackage[], name: string): string | undefined {
  const markers = packages.filter((locked) => locked.name === name).map(({ marker }) => marker);
  return markers.includes(undefined) ? undefined : markers.join(' or ') || undefined;
}

function byName(a: LockedPackage, b: LockedPackage): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

function has(packages: readonly LockedPackage[], name: string): boolean {
  return packages.some((locked) => locked.name === name);
}

function checkToolVersion(scope: IConstruct, name: string, given: ToolVersion): void {
  const property = `toolVersions ${name}`;
  const { version, sha256, neededBy } = given;
  checkKind(scope, `${property} version`, version, TEXT);
  checkKind(scope, `${property} sha256`, sha256, listOf(TEXT));
  checkKind(scope, `${property} neededBy`, neededBy, TEXT, false);
  checkNames(scope, name, neededBy);
  if (!/^[0-9][0-9A-Za-z.!+]*$/.test(version) && !isPlaceholder(version)) {
    throw invalidInput(
      {
        property,
        given: version,
        reason: 'is not a version',
        allowed: "one release, as in '7.0.1'",
        see: HASHES,
      },
      scope,
    );
  }
  const hash = sha256.find((text) => !/^[0-9a-f]{64}$/.test(text) && !isPlaceholder(text));
  if (sha256.length === 0 || hash !== undefined) {
    throw invalidInput(
      {
        property,
        given: hash ?? sha256,
        reason: hash === undefined ? 'has no hash, and any file would do' : 'is not a SHA-256',
        allowed: '64 lower-case hexadecimal digits, as `pip hash` prints them of a wheel',
        see: HASHES,
      },
      scope,
    );
  }
}

function checkNames(scope: IConstruct, name: string, neededBy: string | undefined): void {
  const known = [
    ...new Set(Object.values(TOOL_LOCK).flatMap((set) => set.map((locked) => locked.name))),
  ].sort();
  const unknown = [neededBy ?? name].find((text) => !known.includes(text));
  if (unknown !== undefined) {
    throw invalidInput(
      {
        property: neededBy === undefined ? 'toolVersions' : `toolVersions ${name} neededBy`,
        given: unknown,
        reason: 'is no package that the workflows install',
        allowed: known.join(', '),
        instead: neededBy === undefined ? 'neededBy beside it, where one of these needs it' : undefined,
      },
      scope,
    );
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return;
  throw invalidInput(
    {
      property: 'toolVersions',
      given: name,
      reason: 'is not the name of a package as an index compares it',
      allowed: "lower-case letters, digits and single hyphens, as in 'requests-toolbelt'",
      see: NAMES,
    },
    scope,
  );
}
