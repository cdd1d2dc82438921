/** The command that prints the ids of a repository, whose name may be a place that is filled in later. */
export function idsQuery(repository: string): string {
  return `gh api repos/${repository} --jq '{ownerId: (.owner.id | tostring), repositoryId: (.id | tostring)}'`;
}
