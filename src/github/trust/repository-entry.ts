import { isKnownLater } from '../../private/token-text';
import type { GitHubIdentity } from '../identity/identity';

/** The input of the reusable workflow that has a repository's own entry. */
export const TRUSTED_REPOSITORY_INPUT = 'trusted_repository';

/**
 * What a role trusts of one repository, or of all of an organization's, as text for the input of its caller: the
 * beginnings of its subjects and its claims, with spaces between them, as in
 * `repo:acme/orders-sdk repo:acme@1234/orders-sdk@5678 repository_id=5678`.
 *
 * Nothing where only the deployment knows a part of it.
 */
export function repositoryEntry({
  subjects,
  claims,
}: Pick<GitHubIdentity, 'subjects' | 'claims'>): string | undefined {
  const parts = [...subjects, ...Object.entries(claims).map(([claim, value]) => `${claim}=${value}`)];
  return parts.length > 0 && !parts.some(isKnownLater) ? parts.join(' ') : undefined;
}
