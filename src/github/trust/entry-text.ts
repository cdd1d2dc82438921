import type { GitHubIdentity } from '../identity/identity';

/** The input of the reusable workflow that has a repository's own entry. */
export const TRUSTED_REPOSITORY_INPUT = 'trusted_repository';

/** The beginnings of the subjects, and the claims, with spaces between them; nothing where there are none. */
export function entryText({
  subjects,
  claims,
}: Pick<GitHubIdentity, 'subjects' | 'claims'>): string | undefined {
  const parts = [...subjects, ...Object.entries(claims).map(([claim, value]) => `${claim}=${value}`)];
  return parts.length > 0 ? parts.join(' ') : undefined;
}
