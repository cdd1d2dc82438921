import { join } from 'node:path';
import type { IConstruct } from 'constructs';
import { withoutOrigin } from './header';

/** A construct that writes files into a checkout. */
export interface FileOwner extends IConstruct {
  readonly files: { [path: string]: string };
  /** @internal The folder that the files go to, or none where they are not written. */
  _root(): string | undefined;
}

/** All constructs of an app that write files, in the order of their construction. */
export class FileOwners {
  public static of(construct: IConstruct): FileOwners {
    const { root } = construct.node;
    const owners = ownersOf.get(root) ?? new FileOwners();
    ownersOf.set(root, owners);
    return owners;
  }

  private readonly owners: FileOwner[] = [];
  private firstByFile?: Map<string, FileOwner>;

  public add(owner: FileOwner): void {
    this.owners.push(owner);
    this.firstByFile = undefined;
  }

  /** Whether this one is to say what concerns all of them. */
  public speaksForAll(owner: FileOwner): boolean {
    return this.owners.find((candidate) => candidate._root() !== undefined) === owner;
  }

  /** The folders that files go to, each with the paths that are generated in it. */
  public generated(): Map<string, Set<string>> {
    const generated = new Map<string, Set<string>>();
    for (const owner of this.owners) {
      const root = owner._root();
      if (root === undefined) continue;
      generated.set(root, new Set([...(generated.get(root) ?? []), ...Object.keys(owner.files)]));
    }
    return generated;
  }

  /** The construct that writes a file first, where that is another one. */
  public earlierOwner(owner: FileOwner, root: string, path: string): FileOwner | undefined {
    this.firstByFile ??= this.index();
    const first = this.firstByFile.get(join(root, path));
    return first === owner ? undefined : first;
  }

  /** A sentence for each file that an earlier construct would write with other content. */
  public conflicts(owner: FileOwner, root: string): string[] {
    return Object.entries(owner.files).flatMap(([path, text]) => {
      const earlier = this.earlierOwner(owner, root, path);
      if (!earlier || withoutOrigin(earlier.files[path]) === withoutOrigin(text)) return [];
      return [
        `${earlier.node.path} and ${owner.node.path} would both write ${path}, with different content. ` +
          'Give one of them another fileName and callerFileName, or turn its files off with writeFiles: false.',
      ];
    });
  }

  private index(): Map<string, FileOwner> {
    const index = new Map<string, FileOwner>();
    for (const owner of this.owners) {
      const root = owner._root();
      if (root === undefined) continue;
      for (const path of Object.keys(owner.files)) {
        const file = join(root, path);
        if (!index.has(file)) index.set(file, owner);
      }
    }
    return index;
  }
}

const ownersOf = new WeakMap<IConstruct, FileOwners>();
