import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import type { IRepository } from '../codeartifact';
import { givenNamesOf, namesOf } from '../codeartifact/repository/repository-names';
import {
  type GitHubReader,
  GitHubReadRole,
  type GitHubRoleLimits,
  type IGitHubOidcProvider,
  type WorkflowHost,
} from '../github';
import { installSteps } from '../workflow/install-steps';
import { roleNameFor, writtenRoleArn } from './role-names';

/** Whose workflows install. */
export interface PackageReaderOptions extends GitHubRoleLimits {
  /** The repositories on GitHub whose workflows install; at least one. */
  readonly repositories: GitHubReader[];

  /**
   * The name of the role, up to 64 characters.
   * @default - made from the names of the stack and of the construct where account and Region are known, so
   * that it can be written into the steps; else CloudFormation makes one up
   */
  readonly readRoleName?: string;

  /**
   * The repository on GitHub whose reusable workflow is the only one that can assume the role. An
   * organization as a reader needs one.
   * @default - any workflow of the repositories
   */
  readonly workflowHost?: WorkflowHost;

  /**
   * The path of that workflow, from the root of its repository.
   * @default '.github/workflows/codeartifact_python.yml'
   */
  readonly workflowPath?: string;
}

/** What a reader is made of. */
export interface PackageReaderProps extends PackageReaderOptions {
  /** The repository to install from. */
  readonly repository: IRepository;

  /** The provider that vouches for the repositories on GitHub. */
  readonly oidcProvider: IGitHubOidcProvider;
}

/**
 * The role of some workflows that install and do nothing else, and the steps with which they do.
 *
 * Throws and warns as `GitHubReadRole` does.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/auth-and-access-control-permissions-reference.html
 */
@propertyInjectable
export class PackageReader extends Construct {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-python-artifact-pipeline.PackageReader';

  /** The role that the workflows assume. */
  public readonly readRole: GitHubReadRole;

  /**
   * The permissions and the first steps of a job that installs, as YAML to paste into it: they assume the
   * role, and set up pip and uv for 15 minutes.
   *
   * What only CloudFormation knows is taken from configuration variables of GitHub.
   *
   * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
   */
  public readonly workflowSteps: string;

  constructor(scope: Construct, id: string, props: PackageReaderProps) {
    super(scope, id);
    const { repository, repositories, oidcProvider, workflowHost, workflowPath } = props;
    const { domainName, repositoryName } = namesOf(repository);
    const roleName = props.readRoleName ?? roleNameFor(this);
    this.readRole = new GitHubReadRole(this, 'Role', {
      repository,
      repositories,
      oidcProvider,
      workflowHost,
      workflowPath,
      roleName,
      description: `Installs Python packages from ${domainName}/${repositoryName} in GitHub Actions`,
      permissionsBoundary: props.permissionsBoundary,
      trustPolicyQuota: props.trustPolicyQuota,
    });
    this.workflowSteps = installSteps(this, {
      region: repository.env.region,
      ...givenNamesOf(repository),
      domainOwner: repository.domain.domainOwner,
      readRoleArn: writtenRoleArn(this.readRole, roleName),
    });
  }
}
