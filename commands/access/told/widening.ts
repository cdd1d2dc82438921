/** What lets somebody in, as far as it widens. */
interface Grounds {
  readonly refs: readonly string[];
  /** `job_workflow_ref`. */
  readonly called: readonly string[];
  readonly environments: readonly string[];
  readonly context: string;
  readonly isNameAlone: boolean;
  readonly isAnyRepository: boolean;
}

/** Who else gets in, by what GitHub lets them do. */
export function wideningOf({
  refs,
  called,
  environments,
  context,
  isNameAlone,
  isAnyRepository,
}: Grounds): string[] {
  const isAnyRef = context === '*' && refs.length === 0;
  const has = (kind: string) =>
    isAnyRef || refs.some((ref) => ref.startsWith(`refs/${kind}/`) || ref === 'refs/*');
  return [
    ...(has('tags') ? ['whoever can push such a tag'] : []),
    ...(has('heads') ? ['whoever can push to such a branch, or merge into it'] : []),
    ...(context === 'pull_request' || isAnyRef
      ? ['whoever can open a pull request from within the repository']
      : []),
    ...environments.map(
      (where) =>
        `whoever may approve a deployment ${where}, and whoever can make one without protection rules where it is missing`,
    ),
    ...(called.length > 0 ? called.map(hostWidening) : ['whoever can change a workflow there']),
    ...(isNameAlone ? ['whoever takes over the name of the repository once it is given up'] : []),
    ...(isAnyRepository ? ['whoever can make a repository that it is about'] : []),
  ];
}

function hostWidening(reference: string): string {
  const [, repository, ref] = /^([^/]+\/[^/]+)\/[^@]+@(.+)$/.exec(reference) ?? [];
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref ?? '') ?? [];
  if (!repository) return `whoever can change a workflow like ${reference}`;
  if (!name)
    return /^[0-9a-f]{40}$/.test(ref ?? '')
      ? `nobody by changing ${repository}: it is one commit`
      : `whoever can change ${repository}`;
  return kind === 'tags'
    ? `whoever can move the tag ${name} of ${repository}`
    : `whoever can change the branch ${name} of ${repository}`;
}
