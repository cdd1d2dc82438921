import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import type { IRepository } from '../../codeartifact';
import { BEARER_TOKEN_REASON, explainWildcards } from '../../private/wildcard-reasons';
import type { GitHubReader } from '../identity/reader';
import type { IGitHubOidcProvider } from '../provider/oidc-provider';
import { GitHubRole } from './github-role';
import type { GitHubRoleOptions } from './role-options';

/** What a role is made of that installs on GitHub. */
export interface GitHubReadRoleProps extends GitHubRoleOptions {
  /** The repository to install from. */
  readonly repository: IRepository;

  /** The repositories on GitHub whose workflows install; at least one. */
  readonly repositories: GitHubReader[];

  /** The provider that vouches for them. */
  readonly oidcProvider: IGitHubOidcProvider;
}

/** Where CI runs: on branches, on tags and for pull requests. Jobs with an environment are none of them. */
const CONTEXTS = ['ref:refs/*', 'pull_request'];

/**
 * A role that workflows of the given repositories assume to install from a repository, and can do nothing
 * else: on their branches and tags, and for pull requests from within them.
 *
 * Throws for no repository, one listed twice, and claims that the issuer does not have. Fails synthesis
 * where the trust policy is larger than its quota.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
@propertyInjectable
export class GitHubReadRole extends GitHubRole {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static override readonly PROPERTY_INJECTION_ID: string =
    'cdk-python-artifact-pipeline.GitHubReadRole';

  constructor(scope: Construct, id: string, props: GitHubReadRoleProps) {
    super(
      scope,
      id,
      { ...props, description: props.description ?? 'Installs Python packages in GitHub Actions' },
      {
        kind: 'Reader',
        property: 'repositories',
        identities: props.repositories.map((repository) => repository._identity()),
        contexts: CONTEXTS,
        claims: {},
      },
    );
    props.repository.grantRead(this);
    explainWildcards(this, [BEARER_TOKEN_REASON]);
  }
}
