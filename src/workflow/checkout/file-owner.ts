import type { IConstruct } from 'constructs';
import { printable } from './header';

/** A construct that has files in a checkout. */
export interface FileOwner {
  readonly construct: IConstruct;

  /** The options of the construct that name its files, for advice: `fileName or callerFileName`. */
  readonly namedBy: string;

  /** Whether its files are written and compared. */
  readonly writeFiles: boolean;

  /** The folder that its paths are relative to, where it is not the checkout around the working directory. */
  readonly gitRoot?: string;

  /**
   * Whether another construct may have the same file, where its text is the same.
   * @default true
   */
  readonly isShared?: boolean;

  /** The text of each file, by its path with `/` between its parts. Asked for when the app is whole. */
  files(): { [path: string]: string };
}

/** A file that is to be in a checkout. */
export interface GeneratedFile {
  readonly owner: FileOwner;
  /** The folder of the checkout. */
  readonly root: string;
  /** From there, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** Which construct a message is about: a message of the app as a whole begins with no path. */
export function ofConstruct({ construct }: FileOwner): string {
  return `(construct ${printable(construct.node.path)})`;
}
