import { type GitHubIdentity, type GitHubRepositoryOptions, repositoryIdentity } from './identity';

/**
 * Whose workflows install: a repository on GitHub.
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

  private constructor(private readonly identity: GitHubIdentity) {}

  /** @internal */
  public _identity(): GitHubIdentity {
    return this.identity;
  }
}
