import {
  type GitHubIdentity,
  type GitHubOrganizationOptions,
  type GitHubRepositoryOptions,
  organizationIdentity,
  repositoryIdentity,
} from './identity';
import type { GitHubPublisher } from './publisher';

/**
 * Whose workflows install: a repository on GitHub, or all of an organization's.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export class GitHubReader {
  /**
   * One repository. With its ids, both forms of its subject are trusted, bound to the id of the repository.
   * With no id, only the classic form is, and a warning says how to get them.
   *
   * Throws for a name or id that GitHub does not give, and for an immutable subject without both ids.
   *
   * @param repository `owner/name`, in the letters' case that GitHub shows
   */
  public static repository(repository: string, options: GitHubRepositoryOptions = {}): GitHubReader {
    return new GitHubReader(repositoryIdentity('GitHubReader.repository', repository, options));
  }

  /**
   * Every repository of an organization, those to come included, so that whoever can create one there can install.
   * Both forms of their subjects are trusted, bound to the id of the organization, and the size of the trust policy
   * does not grow with their number. With a `WorkflowHost`, only its workflow is trusted, whatever it runs on.
   *
   * Throws for a name or id that GitHub does not give.
   *
   * @param organization its name, as in `https://github.com/NAME`
   */
  public static organization(organization: string, options: GitHubOrganizationOptions): GitHubReader {
    return new GitHubReader(organizationIdentity('GitHubReader.organization', organization, options));
  }

  /** @internal Who publishes, as one who installs. */
  public static _of(publisher: GitHubPublisher): GitHubReader {
    return new GitHubReader(publisher._publisherIdentity());
  }

  private constructor(private readonly identity: GitHubIdentity) {}

  /** @internal */
  public _readerIdentity(): GitHubIdentity {
    return this.identity;
  }
}
