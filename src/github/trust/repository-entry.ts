import { isKnownLater } from '../../private/token-text';
import { entryText, type TrustedIdentity } from './entry-text';

export { TRUSTED_REPOSITORY_INPUT } from './entry-text';

/**
 * What a role trusts of one repository, or of all of an organization's, as text for the input of its caller: the
 * beginnings of its subjects and its claims, with spaces between them, as in
 * `repo:acme/orders-sdk repo:acme@1234/orders-sdk@5678 repository_id=5678`.
 *
 * Nothing where only the deployment knows a part of it.
 */
export function repositoryEntry(identity: TrustedIdentity): string | undefined {
  const { subjects, claims } = identity;
  return [...subjects, ...Object.values(claims)].some(isKnownLater) ? undefined : entryText(identity);
}
