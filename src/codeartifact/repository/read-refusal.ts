/** Why a repository is not read with a token that CodeArtifact gave out, and what to do. */
export const READ_REFUSAL = {
  title: 'Not allowed to read',
  cause:
    'The role has a token and may not read the repository: it lacks codeartifact:ReadFromRepository, or a policy of the domain or the repository, of the organization or of a VPC endpoint denies it.',
  remedy:
    'Deploy the stack that has the role; in another account, let the policy of the repository name that account or its organization.',
} as const;
