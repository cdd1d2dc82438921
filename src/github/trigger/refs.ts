import { escapeFilter } from '../names/git-ref';
import type { TaggedReleases } from './releases';

/** The refs that publish. */
export interface Refs {
  readonly tags: TaggedReleases[];
  /** The exact names. */
  readonly branches: string[];
  /** Whether a role trusts any other as well. */
  readonly isAnyRef?: boolean;
}

/** What starts a workflow: the `push` of its `on:`. */
export interface PushFilter {
  /**
   * Patterns of tags, as GitHub reads them.
   * @default - none
   */
  readonly tags?: string[];

  /**
   * Patterns of branches, as GitHub reads them.
   * @default - none
   */
  readonly branches?: string[];
}

/** The pushes that start a workflow for these refs. */
export function pushFilter({ tags, branches }: Refs): PushFilter {
  return {
    ...(tags.length > 0 && { tags: tags.map(({ pattern }) => pattern) }),
    ...(branches.length > 0 && { branches: branches.map(escapeFilter) }),
  };
}

/** The refs as GitHub writes them in a token, `*` where a pattern of tags has it. */
export function fullRefs({ tags, branches }: Refs): string[] {
  return [
    ...tags.map(({ pattern }) => `refs/tags/${pattern}`),
    ...branches.map((name) => `refs/heads/${name}`),
  ];
}
