import { join } from 'node:path';
import type { IConstruct } from 'constructs';
import { withoutOrigin } from './header';

/** A construct that writes files into a checkout. */
export interface FileOwner extends IConstruct {
  readonly files: { [path: string]: string };
  /** @internal The folder that the files go to, or none where they are not written. */
  _root(): string | undefined;
}

const ownersOf = new WeakMap<IConstruct, FileOwner[]>();

/** Makes an owner known to the others of its app. */
export function register(owner: FileOwner): void {
  const owners = ownersOf.get(owner.node.root) ?? [];
  ownersOf.set(owner.node.root, [...owners, owner]);
}

/** What an earlier construct of the app writes to the same places. */
export interface Overlap {
  /** A sentence for each file that would get other content. */
  readonly conflicts: string[];
  /** The paths that an earlier construct writes already. */
  readonly paths: string[];
}

/** Compares an owner with those before it. The header says which construct a file is from, and is no conflict. */
export function overlapOf(owner: FileOwner): Overlap {
  const owners = ownersOf.get(owner.node.root) ?? [];
  const found = owners.slice(0, owners.indexOf(owner)).flatMap((earlier) => commonFiles(earlier, owner));
  return {
    conflicts: found
      .filter(({ isSame }) => !isSame)
      .map(({ path, earlier }) => conflict(path, earlier, owner)),
    paths: found.map(({ path }) => path),
  };
}

function commonFiles(
  earlier: FileOwner,
  owner: FileOwner,
): { path: string; earlier: FileOwner; isSame: boolean }[] {
  const [rootOfEarlier, root] = [earlier._root(), owner._root()];
  if (rootOfEarlier === undefined || root === undefined) return [];
  const written = new Map(
    Object.entries(earlier.files).map(([path, text]) => [join(rootOfEarlier, path), text]),
  );
  return Object.entries(owner.files).flatMap(([path, text]) => {
    const other = written.get(join(root, path));
    return other === undefined
      ? []
      : [{ path, earlier, isSame: withoutOrigin(other) === withoutOrigin(text) }];
  });
}

function conflict(path: string, earlier: FileOwner, owner: FileOwner): string {
  return (
    `${earlier.node.path} and ${owner.node.path} would both write ${path}, with different content. ` +
    'Give one of them another fileName and callerFileName, or turn its files off with writeFiles: false.'
  );
}
