/** Which submodules are checked out with a repository. */
export enum Submodules {
  /** Those of the repository itself. */
  DIRECT = 'true',

  /** Those of the submodules, too. */
  RECURSIVE = 'recursive',
}

/** What of a repository is there when its package is tested and built. */
export interface WorkflowCheckoutOptions {
  /**
   * The submodules to check out. The token of a run reads the repository that it runs in: others have to be public.
   * As in the action, none come along by themselves.
   * @default - none
   * @see https://github.com/actions/checkout#usage
   */
  readonly submodules?: Submodules;

  /**
   * Whether files that Git LFS keeps are downloaded, in place of the pointers to them. They count
   * against the bandwidth of the account.
   * @default false
   * @see https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-git-large-file-storage
   */
  readonly lfs?: boolean;
}
