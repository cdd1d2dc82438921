import { type GitHubIdentity, isOrganization } from './identity';

/**
 * Whether tokens of one identity can be those of another: the same repository, be it under an old and a new name, or
 * a repository of an organization.
 *
 * GitHub's names are the same in any letters' case.
 */
export function mayBeSame(one: GitHubIdentity, other: GitHubIdentity): boolean {
  if (isOrganization(one) || isOrganization(other)) return ownerOf(one) === ownerOf(other);
  const { repository_id: id } = one.claims;
  return nameOf(one) === nameOf(other) || (id !== undefined && id === other.claims.repository_id);
}

function nameOf({ name }: GitHubIdentity): string {
  return name.toLowerCase();
}

function ownerOf(identity: GitHubIdentity): string {
  return nameOf(identity).split('/')[0];
}
