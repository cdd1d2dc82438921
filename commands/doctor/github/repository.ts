import { fillIn, SIGN_IN_CAUSES } from '../../../src/github/trust/refusal-causes';
import type { GitHub } from '../../github/github';
import { CannotLook } from '../../programs';
import type { Fault } from '../examination';
import type { TrustedRepository } from '../expected/trusted-role';

/** A repository, as far as GitHub's answer is read. */
export interface Repository {
  readonly id: number;
  readonly full_name: string;
  readonly default_branch: string;
  readonly visibility?: string;
  readonly created_at?: string | null;
  readonly archived?: boolean;
  readonly owner: { readonly id: number; readonly login: string; readonly type: string };
  readonly permissions?: { readonly admin: boolean };
}

/** A repository on GitHub; nothing where there is none, or none that may be seen. GitHub follows a new name. */
export async function repositoryNamed(github: GitHub, name: string): Promise<Repository | undefined> {
  const { status, body } = await github.get<Repository>(`repos/${name}`);
  return status === 200 ? body : undefined;
}

/** A repository that has to be there to look at what it holds. */
export async function existing(github: GitHub, name: string): Promise<Repository> {
  const repository = await repositoryNamed(github, name);
  if (!repository)
    throw new CannotLook(`There is no ${name}, or the account that gh is logged in to may not see it.`);
  return repository;
}

/** What only somebody who administers a repository may see is not there for others. */
export function unlessAdministered(repository: Repository, what: string): CannotLook {
  const who = repository.permissions?.admin
    ? 'GitHub does not say it'
    : 'only those who administer it may see it';
  return new CannotLook(`${what} of ${repository.full_name} can't be seen: ${who}.`);
}

/** Whether the repository is the one that is meant: its name and its ids. */
export async function identityFaults(
  github: GitHub,
  { name, repositoryIds, ownerIds }: TrustedRepository,
): Promise<(Fault | undefined)[]> {
  const repository = await repositoryNamed(github, name);
  if (!repository) {
    return [
      {
        id: 'repository-missing',
        says: `GitHub has no ${name} that the account gh is logged in to may see.`,
        remedy:
          'Mend its name in the CDK app and deploy it, or run `gh auth switch` to an account that sees it.',
      },
    ];
  }
  const { full_name, id, owner } = repository;
  if (full_name !== name) {
    const isCase = full_name.toLowerCase() === name.toLowerCase();
    const { trusted, has, remedy } = SIGN_IN_CAUSES[isCase ? 'letter-case' : 'renamed'];
    const says = fillIn(`${trusted} ${has}`, { trusted: name, has: full_name });
    return [{ id: 'repository-renamed', says, remedy }];
  }
  return [
    recreated('repository-recreated', `a repository ${name}`, repositoryIds, id),
    recreated('owner-recreated', `an owner of ${name}`, ownerIds, owner.id),
  ];
}

function recreated(
  id: 'repository-recreated' | 'owner-recreated',
  what: string,
  trusted: readonly string[],
  actual: number,
): Fault | undefined {
  if (trusted.length === 0 || trusted.includes(String(actual))) return undefined;
  const says = `The role trusts ${what} with the id ${trusted.join(' or ')}, and GitHub's has the id ${actual}.`;
  return { id, says, remedy: SIGN_IN_CAUSES.recreated.remedy };
}

interface Customization {
  readonly use_default: boolean;
  readonly include_claim_keys?: readonly string[];
  readonly use_immutable_subject?: boolean;
  readonly sub_claim_prefix?: string;
}

/** From then on, new repositories have the immutable form. */
const IMMUTABLE_SINCE = '2026-07-15';
const DEFAULT_KEYS = ['repo', 'context'];

/**
 * Whether the subject of the repository's tokens begins as the role trusts it.
 *
 * @param canBeImmutable whether GitHub runs it: a GitHub Enterprise Server has no immutable subjects
 * @see https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
 */
export async function subjectFaults(
  github: GitHub,
  { name, subjects }: TrustedRepository,
  canBeImmutable: boolean,
): Promise<(Fault | undefined)[]> {
  const repository = await existing(github, name);
  const { status, body } = await github.get<Customization>(`repos/${name}/actions/oidc/customization/sub`);
  if (status !== 200) throw unlessAdministered(repository, 'The subject format');
  const keys = body.use_default
    ? DEFAULT_KEYS
    : (body.include_claim_keys ?? (await organizationKeys(github, name)));
  if (keys.join() !== DEFAULT_KEYS.join()) {
    const { trusted, has, remedy } = SIGN_IN_CAUSES['subject-template'];
    const places = { trusted: subjects.join(' or '), has: `made of ${keys.join(', ')}` };
    return [{ id: 'subject-template', says: fillIn(`${trusted} ${has}`, places), remedy }];
  }
  const prefix =
    body.sub_claim_prefix?.replace(/:$/, '') ??
    prefixOf(repository, canBeImmutable ? body : { ...body, use_immutable_subject: false });
  const beginning = prefix.startsWith('repo:') ? prefix : `repo:${prefix}`;
  if (subjects.includes(beginning)) return [];
  const isImmutable = beginning.includes('@');
  const cause = SIGN_IN_CAUSES[isImmutable ? 'immutable-subject' : 'classic-subject'];
  const says = fillIn(`${cause.trusted} ${cause.has}`, { trusted: subjects.join(' or '), has: beginning });
  return [{ id: 'subject-format', says, remedy: cause.remedy }];
}

/** What GitHub's answer leaves out is told by its documented dates. */
function prefixOf({ id, full_name, owner, created_at }: Repository, body: Customization): string {
  const [login, name] = full_name.split('/');
  const isImmutable = body.use_immutable_subject ?? (created_at ?? '') > IMMUTABLE_SINCE;
  return isImmutable ? `repo:${login}@${owner.id}/${name}@${id}` : `repo:${full_name}`;
}

/** A repository that does not use the default, and has no template, has its organization's. */
async function organizationKeys(github: GitHub, name: string): Promise<readonly string[]> {
  const [owner] = name.split('/');
  const { status, body } = await github.get<Customization>(`orgs/${owner}/actions/oidc/customization/sub`);
  if (status !== 200) throw new CannotLook(`The subject template of ${owner} can't be seen.`);
  return body.include_claim_keys ?? DEFAULT_KEYS;
}

/** Whether there is an organization with the id that is trusted. */
export async function organizationFaults(github: GitHub, id: string): Promise<Fault[]> {
  const { status } = await github.get(`user/${id}`);
  if (status === 200) return [];
  const says = `GitHub has no organization with the id ${id}.`;
  const remedy =
    'Give the id of the organization in the CDK app, as `gh api orgs/NAME --jq .id` prints it, and deploy it.';
  return [{ id: 'organization-missing', says, remedy }];
}
