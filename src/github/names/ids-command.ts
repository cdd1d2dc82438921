import { Token } from 'aws-cdk-lib';

/** The command that prints the ids of a repository, as text in quotes. */
export function idsCommand(repository = 'OWNER/REPO'): string {
  const path = Token.isUnresolved(repository) ? 'OWNER/REPO' : repository;
  return `gh api repos/${path} --jq '{ownerId: (.owner.id | tostring), repositoryId: (.id | tostring)}'`;
}
