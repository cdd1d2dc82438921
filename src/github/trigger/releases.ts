import { isKnownLater } from '../../private/token-text';
import { versionBegin } from './version-in-tag';

/** Which releases are meant, as PEP 440 tells them apart. Development releases are pre-releases. */
export type Releases = 'all' | 'final' | 'pre';

/** Some tags, and which of the releases that they name are meant. */
export interface TaggedReleases {
  /** As GitHub and IAM read it. */
  readonly pattern: string;
  readonly releases: Releases;
}

/** Where nothing is said of tags, the version is a whole tag or what stands after a separator. */
export const ANY_TAG = ['', '**-', '**_', '**/', '**@', '**=='].map((prefix) => `all ${prefix}^**`);

/**
 * Tags as a script of the workflow reads them: the releases, a space, and the pattern with a caret where the
 * version begins. Git allows neither in a tag.
 */
export function readableTags({ pattern, releases }: TaggedReleases): string {
  const begin = isKnownLater(pattern) ? 0 : (versionBegin(pattern) ?? 0);
  return `${releases} ${pattern.slice(0, begin)}^${pattern.slice(begin)}`;
}

/** The same patterns, each once. */
export function mergeTags(tags: TaggedReleases[]): TaggedReleases[] {
  const merged = new Map<string, Releases>();
  for (const { pattern, releases } of tags) {
    const other = merged.get(pattern);
    merged.set(pattern, other === undefined || other === releases ? releases : 'all');
  }
  return [...merged].map(([pattern, releases]) => ({ pattern, releases }));
}
