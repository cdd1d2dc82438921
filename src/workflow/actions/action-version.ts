/** One release of an action. */
export interface ActionVersion {
  /** The commit: all 40 hexadecimal digits, as `git ls-remote` prints them behind the tag. */
  readonly sha: string;

  /** The tag of that commit, such as `v7.0.1`. It becomes a comment. */
  readonly version: string;
}
