import {
  type GitHubIdentity,
  type GitHubOrganizationOptions,
  type GitHubRepositoryOptions,
  organizationIdentity,
  repositoryIdentity,
} from './identity';

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
    return new GitHubPublisher(repositoryIdentity('GitHubPublisher.repository', repository, options));
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
    return new GitHubPublisher(organizationIdentity('GitHubPublisher.organization', organization, options));
  }

  private constructor(private readonly identity: GitHubIdentity) {}

  /** @internal */
  public _publisherIdentity(): GitHubIdentity {
    return this.identity;
  }
}
