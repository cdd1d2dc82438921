import { isKnownLater } from '../../private/token-text';

/** The command that prints the ids of a repository, as text in quotes. */
export function idsCommand(repository = 'OWNER/REPO'): string {
  const path = isKnownLater(repository) ? 'OWNER/REPO' : repository;
  return `gh api repos/${path} --jq '{ownerId: (.owner.id | tostring), repositoryId: (.id | tostring)}'`;
}
