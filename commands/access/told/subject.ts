/** The subject of a trust policy, taken apart. */
export interface Subject {
  readonly owner: string;
  readonly repository: string;
  readonly ownerId?: string;
  readonly repositoryId?: string;
  /** What follows the repository: a ref, an environment and so on. */
  readonly context: string;
}

const SUBJECT = /^repo:([^/*?@:]+)(?:@(\d+))?\/([^:*?@]+)(?:@(\d+))?:(.+)$/;

/** What a subject says, if it names a repository. */
export function readSubject(text: string): Subject | undefined {
  const [, owner, ownerId, repository, repositoryId, context] = SUBJECT.exec(text) ?? [];
  if (!owner || !repository || !context) return undefined;
  if ((ownerId === undefined) !== (repositoryId === undefined)) return undefined;
  return { owner, repository, ownerId, repositoryId, context };
}

/** The subjects of all repositories of an owner. */
export interface OwnerSubject {
  readonly owner: string;
  readonly ownerId?: string;
  readonly context: string;
}

const OF_OWNER = /^repo:([^/*?@:]+)(?:@(\d+))?\/\*:(\*|pull_request|(?:ref|environment):.+)$/;

/**
 * What a subject says that has a wildcard for the repository and nothing else. The wildcard takes in colons as well,
 * so that an environment called `pull_request` ends as a pull request does, unless it is excluded.
 */
export function readOwnerSubject(text: string, excluded: readonly string[]): OwnerSubject | undefined {
  const [, owner, ownerId, context] = OF_OWNER.exec(text) ?? [];
  if (!owner || !context) return undefined;
  if (context === 'pull_request' && !excluded.includes('*:environment:pull_request')) return undefined;
  return { owner, ownerId, context };
}

/** When, in words. */
export function whenOf(context: string): string {
  if (context === '*') return 'on any branch, tag, pull request or environment';
  if (context === 'pull_request') return 'for pull requests';
  const [, environment] = /^environment:(.+)$/.exec(context) ?? [];
  if (environment === '*') return 'in any environment';
  if (environment) return `in the environment ${environment.replaceAll('%3A', ':')}`;
  const [, ref] = /^ref:(.+)$/.exec(context) ?? [];
  return ref ? onRef(ref) : `where the subject goes on as ${context}`;
}

/** On which ref, in words. */
export function onRef(ref: string): string {
  if (ref === 'refs/*' || ref === '*') return 'on any branch or tag';
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
  if (!name) return `on refs ${ref}`;
  const what = kind === 'heads' ? 'branch' : 'tag';
  if (name === '*') return `on any ${what}`;
  return /[*?]/.test(name) ? `on ${what}${what === 'tag' ? 's' : 'es'} ${name}` : `on ${what} ${name}`;
}

/** The file that `job_workflow_ref` names, in words. */
export function workflowOf(reference: string): string {
  const [, repository, file, ref] =
    /^([^/]+\/[^/]+)\/\.github\/workflows\/([^@]+)@(.+)$/.exec(reference) ?? [];
  if (!repository || !ref) return `a workflow like ${reference}`;
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
  const at = name ? (kind === 'tags' ? `tag ${name}` : name) : ref === '*' ? 'any ref' : ref;
  return `workflow ${file} of ${repository} at ${at}`;
}
