import { invalidInput } from '../private/invalid-input';
import { checkId, checkOwner, parseRepository } from './names';

const IMMUTABLE_SUBJECTS =
  'https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims';

/** The forms that the subject of a repository's tokens can have. A repository has one of them at a time. */
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

/**
 * Who publishes: a repository on GitHub, or all of an organization's by one workflow.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export class GitHubPublisher {
  /**
   * One repository. With its ids, both forms of its subject are trusted, bound to the id of the repository.
   * With no id, only the classic form is, and a warning says how to get them.
   *
   * Throws for a name or id that GitHub does not give, and for an immutable subject without both ids.
   *
   * @param repository `owner/name`, in the letters' case that GitHub shows
   */
  public static repository(repository: string, options: GitHubRepositoryOptions = {}): GitHubPublisher {
    const property = 'GitHubPublisher.repository';
    const { owner, name } = parseRepository(property, repository);
    const { ownerId, repositoryId } = options;
    checkId(`${property} ownerId`, ownerId);
    checkId(`${property} repositoryId`, repositoryId);

    const hasBothIds = ownerId !== undefined && repositoryId !== undefined;
    const format = options.subjectFormat ?? (hasBothIds ? SubjectFormat.BOTH : SubjectFormat.CLASSIC);
    if (format !== SubjectFormat.CLASSIC && (!hasBothIds || name === undefined)) {
      throw invalidInput({
        property: `${property} subjectFormat`,
        given: format,
        reason: `needs ownerId and repositoryId, which stand in the immutable subject of ${repository}`,
        instead:
          "both ids, as `gh api repos/OWNER/REPO --jq '{ownerId: .owner.id, repositoryId: .id}'` prints them",
        see: IMMUTABLE_SUBJECTS,
      });
    }

    const classic = `repo:${repository}`;
    const immutable = `repo:${owner}@${ownerId}/${name}@${repositoryId}`;
    return new GitHubPublisher(
      repository,
      {
        [SubjectFormat.CLASSIC]: [classic],
        [SubjectFormat.IMMUTABLE]: [immutable],
        [SubjectFormat.BOTH]: [classic, immutable],
      }[format],
      repositoryId ? { repository_id: repositoryId } : ownerId ? { repository_owner_id: ownerId } : {},
    );
  }

  /**
   * Every repository of an organization, those to come included. Legal only with a `WorkflowHost`: trust
   * then rests on the workflow of the host and on the id of the organization, and the size of the trust
   * policy does not grow with the number of repositories.
   *
   * Throws for a name or id that GitHub does not give.
   *
   * @param organization its name, as in `https://github.com/NAME`
   */
  public static organization(organization: string, options: GitHubOrganizationOptions): GitHubPublisher {
    checkOwner('GitHubPublisher.organization', organization);
    checkId('GitHubPublisher.organization ownerId', options.ownerId);
    return new GitHubPublisher(organization, [], { repository_owner_id: options.ownerId });
  }

  private constructor(
    private readonly fullName: string,
    private readonly subjects: string[],
    private readonly claims: Record<string, string>,
  ) {}

  /** @internal The repository part of each subject to trust; none for an organization. */
  public _subjects(): string[] {
    return this.subjects;
  }

  /** @internal The claims beside the subject that must be as they are. */
  public _claims(): Record<string, string> {
    return this.claims;
  }

  /** @internal */
  public _isOrganization(): boolean {
    return this.subjects.length === 0;
  }

  /** @internal Whether a repository of the same name and another id would be trusted as well. */
  public _isRecyclable(): boolean {
    return Object.keys(this.claims).length === 0;
  }

  /** @internal */
  public _toString(): string {
    return this.fullName;
  }
}
