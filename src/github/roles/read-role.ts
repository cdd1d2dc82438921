import type { IOIDCProviderRef } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import type { AuthorizationTokenOptions, IRepository } from '../../codeartifact';
import { REPOSITORY } from '../../codeartifact/resource/kinds';
import { pathIn } from '../../private/invalid-input';
import { checkKinds, type Kinds, listOf, needed, TEXT } from '../../private/kinds';
import { BEARER_TOKEN_REASON, explainWildcards } from '../../private/wildcard-reasons';
import type { GitHubReader } from '../identity/reader';
import { checkBranches, checkEnvironment, escapeSubject } from '../names/git-ref';
import { PROVIDER, READER } from '../names/kinds';
import { CI_CONTEXTS } from './continuous-integration';
import { GitHubRole } from './github-role';
import { ROLE_KINDS, SECONDS } from './role-kinds';
import type { GitHubRoleOptions } from './role-options';

/** What a role is made of that installs on GitHub. */
export interface GitHubReadRoleProps extends GitHubRoleOptions, AuthorizationTokenOptions {
  /** The repository to install from. */
  readonly repository: IRepository;

  /** The repositories on GitHub whose workflows install, or organizations of them; at least one. */
  readonly repositories: GitHubReader[];

  /** The provider that vouches for them. */
  readonly oidcProvider: IOIDCProviderRef;

  /**
   * The exact names of the environments whose jobs install, too, such as `production`. Jobs with an environment are
   * known by it alone, whatever they run on; those of an organization by one workflow install anyway.
   * @default - jobs with an environment do not install
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
   */
  readonly environments?: string[];

  /**
   * The exact names of the only branches whose runs install, such as `main`; runs of tags and for pull requests do not
   * then.
   * @default - those of all branches and tags, and for pull requests
   * @see https://docs.github.com/en/actions/reference/security/oidc
   */
  readonly branches?: string[];
}

const KINDS: Kinds<GitHubReadRoleProps> = {
  ...ROLE_KINDS,
  repository: needed(REPOSITORY),
  repositories: needed(listOf(READER)),
  oidcProvider: needed(PROVIDER),
  environments: listOf(TEXT),
  branches: listOf(TEXT),
  maxTokenDuration: SECONDS,
};

/**
 * A role that workflows of the given repositories assume to install from a repository, and can do nothing
 * else: on their branches and tags, for pull requests from within them, and in the given environments.
 *
 * Throws for no repository, one listed twice, an environment that GitHub or IAM would read as another one, a branch
 * that Git would not take, claims
 * that the issuer does not have, and for a provider that is not GitHub's or of another account. Fails synthesis where
 * the trust policy is larger than its quota, and where the app makes another role of its name in the same account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
@propertyInjectable
export class GitHubReadRole extends GitHubRole {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static override readonly PROPERTY_INJECTION_ID: string =
    'cdk-python-artifact-pipeline.GitHubReadRole';

  constructor(scope: Construct, id: string, props: GitHubReadRoleProps) {
    checkKinds(pathIn(scope, id), props, KINDS);
    const { environments = [], branches } = props;
    for (const name of environments) checkEnvironment(name, 'environments', pathIn(scope, id));
    if (branches) checkBranches(pathIn(scope, id), 'branches', branches);
    super(
      scope,
      id,
      { ...props, description: props.description ?? 'Installs Python packages in GitHub Actions' },
      {
        kind: 'Reader',
        property: 'repositories',
        identities: props.repositories.map((repository) => repository._readerIdentity()),
        contexts: [
          ...new Set(branches?.map((name) => `ref:refs/heads/${name}`) ?? CI_CONTEXTS),
          ...new Set(environments.map((name) => `environment:${escapeSubject(name)}`)),
        ],
        // Without branches of its own, an organization is trusted by one workflow whatever that runs on.
        claims: branches ? undefined : {},
      },
    );
    props.repository.grantRead(this, props.maxTokenDuration);
    explainWildcards(this, [BEARER_TOKEN_REASON]);
  }
}
