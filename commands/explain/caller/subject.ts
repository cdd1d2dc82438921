/** The parts of a subject, or of a pattern of subjects. */
export interface Subject {
  readonly owner: string;
  readonly ownerId?: string;
  readonly name: string;
  readonly repositoryId?: string;

  /** What follows the repository, for example `ref:refs/heads/main`. */
  readonly context: string;
}

const SUBJECT = /^repo:([^/:@]+)(?:@([^/:@]+))?\/([^/:@]+)(?:@([^/:@]+))?:(.*)$/s;

/** Reads a subject as GitHub makes it by default; `undefined` for another one. */
export function readSubject(text: string): Subject | undefined {
  const [, owner, ownerId, name, repositoryId, context] = SUBJECT.exec(text) ?? [];
  if (owner === undefined || name === undefined || context === undefined) return undefined;
  return { owner, ...(ownerId && { ownerId }), name, ...(repositoryId && { repositoryId }), context };
}

/** `repo:OWNER/NAME`, with the ids that the subject has. */
export function repositoryPart({ owner, ownerId, name, repositoryId }: Subject): string {
  const withId = (text: string, id?: string) => (id === undefined ? text : `${text}@${id}`);
  return `repo:${withId(owner, ownerId)}/${withId(name, repositoryId)}`;
}

type Claims = Record<string, string | undefined>;

/** The claims that a subject has in it, where it is one that GitHub makes by default. */
export function claimsInSubject(text: string): Claims {
  const subject = readSubject(text);
  if (!subject) return {};
  const { owner, ownerId, name, repositoryId } = subject;
  return {
    repository: `${owner}/${name}`,
    repository_owner: owner,
    ...(ownerId && { repository_owner_id: ownerId }),
    ...(repositoryId && { repository_id: repositoryId }),
    ...claimsInContext(subject.context),
  };
}

function claimsInContext(context: string): Claims {
  const [, kind, value] = /^(environment|ref):([^:]+)$/.exec(context) ?? [];
  // Without an environment the subject has the ref or the event.
  if (kind === 'environment') return { environment: value?.replaceAll('%3A', ':') };
  if (kind === 'ref') return { ref: value?.replaceAll('%3A', ':'), environment: undefined };
  return context === 'pull_request' ? { event_name: 'pull_request', environment: undefined } : {};
}
