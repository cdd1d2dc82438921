import { invalidInput } from '../../private/invalid-input';
import { checkKind, mapping, memberOf } from '../../private/kinds';
import { idsCommand } from '../names/ids-command';
import { checkId, checkOwner, parseRepository } from '../names/names';

const IMMUTABLE_SUBJECTS =
  'https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims';

/**
 * The forms that the subject of a repository's tokens can have. A repository has one of them at a time.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
 */
export enum SubjectFormat {
  /** `repo:owner/name:…`, of repositories from before 15 July 2026 that were not renamed since. */
  CLASSIC = 'classic',
  /** `repo:owner@id/name@id:…`, of repositories created, renamed or transferred since, or switched to it. */
  IMMUTABLE = 'immutable',
  /** Either, for as long as it is not known or about to change. */
  BOTH = 'both',
}

/** What makes a repository more than its name. */
export interface GitHubRepositoryOptions {
  /**
   * The numeric id of the owner, in digits.
   * @default - not known
   * @see https://docs.github.com/en/rest/repos/repos#get-a-repository
   */
  readonly ownerId?: string;

  /**
   * The numeric id of the repository, in digits. With it, whoever takes over an abandoned name gains nothing.
   * @default - not known
   * @see https://docs.github.com/en/rest/repos/repos#get-a-repository
   */
  readonly repositoryId?: string;

  /**
   * The form of the subject to trust.
   * @default - both where both ids are given, else classic
   * @see https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
   */
  readonly subjectFormat?: SubjectFormat;
}

/** What makes an organization more than its name. */
export interface GitHubOrganizationOptions {
  /**
   * The numeric id of the organization, in digits.
   * @see https://docs.github.com/en/rest/orgs/orgs#get-an-organization
   */
  readonly ownerId: string;
}

/** What the tokens of a repository, or of all of an organization's, say of where they come from. */
export interface GitHubIdentity {
  readonly name: string;
  /** The repository part of each subject to trust; none for an organization, which has them by a wildcard. */
  readonly subjects: string[];
  /** The claims beside the subject that must be as they are. */
  readonly claims: Record<string, string>;
  /** Whether the immutable subject is left out because an id is missing, not because it is not wanted. */
  readonly lacksId: boolean;
}

const OPTIONS = mapping("an object, as in { ownerId: '1234', repositoryId: '5678' }");
const ORGANIZATION_OPTIONS = mapping("an object, as in { ownerId: '1234' }");
const SUBJECT_FORMAT = memberOf('SubjectFormat', SubjectFormat);

/** The identity of one repository, or an error. */
export function repositoryIdentity(
  property: string,
  repository: string,
  options: GitHubRepositoryOptions,
): GitHubIdentity {
  checkKind(undefined, `${property} options`, options, OPTIONS);
  checkKind(undefined, `${property} subjectFormat`, options.subjectFormat, SUBJECT_FORMAT, false);
  const { owner, name } = parseRepository(property, repository);
  const { ownerId, repositoryId } = options;
  if (ownerId !== undefined) checkId(`${property} ownerId`, ownerId);
  if (repositoryId !== undefined) checkId(`${property} repositoryId`, repositoryId);

  const hasBothIds = ownerId !== undefined && repositoryId !== undefined;
  const format = options.subjectFormat ?? (hasBothIds ? SubjectFormat.BOTH : SubjectFormat.CLASSIC);
  if (format !== SubjectFormat.CLASSIC && !hasBothIds) {
    throw invalidInput({
      property: `${property} subjectFormat`,
      given: format,
      reason: `needs ownerId and repositoryId, which stand in the immutable subject of ${repository}`,
      instead: `both ids, as \`${idsCommand(repository)}\` prints them`,
      see: IMMUTABLE_SUBJECTS,
    });
  }

  const classic = `repo:${repository}`;
  const immutable = `repo:${owner}@${ownerId}/${name}@${repositoryId}`;
  const subjects = {
    [SubjectFormat.CLASSIC]: [classic],
    [SubjectFormat.IMMUTABLE]: [immutable],
    [SubjectFormat.BOTH]: [classic, immutable],
  };
  const lacksId = !hasBothIds && options.subjectFormat === undefined;
  return { name: repository, subjects: subjects[format], claims: claimsOf(options), lacksId };
}

/** The identity that all repositories of an organization share, or an error. */
export function organizationIdentity(
  property: string,
  organization: string,
  options: GitHubOrganizationOptions,
): GitHubIdentity {
  checkKind(undefined, `${property} options`, options, ORGANIZATION_OPTIONS);
  const { ownerId } = options;
  checkOwner(property, organization);
  checkId(`${property} ownerId`, ownerId);
  return { name: organization, subjects: [], claims: claimsOf({ ownerId }), lacksId: false };
}

/** The id of the repository says more than that of its owner. */
function claimsOf({ ownerId, repositoryId }: GitHubRepositoryOptions): Record<string, string> {
  if (repositoryId !== undefined) return { repository_id: repositoryId };
  return ownerId === undefined ? {} : { repository_owner_id: ownerId };
}

/** Whether all repositories of an organization are meant. */
export function isOrganization({ subjects }: GitHubIdentity): boolean {
  return subjects.length === 0;
}

/**
 * The repository part of the subjects of all of an organization's repositories, in both forms. What they have in
 * common is the owner: the id of it has to be asked for beside them, since the name of the classic form can be taken
 * over.
 */
export function organizationSubjects({ name, claims }: GitHubIdentity): string[] {
  return [`repo:${name}/*`, `repo:${name}@${claims.repository_owner_id}/*`];
}

/** Whether a repository of the same name and another id would be trusted as well. */
export function isRecyclable({ claims }: GitHubIdentity): boolean {
  return Object.keys(claims).length === 0;
}
