import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import type { IRepository } from '../codeartifact';
import { givenNamesOf, namesOf } from '../codeartifact/repository/repository-names';
import {
  type GitHubPublisher,
  GitHubPublishRole,
  GitHubReader,
  GitHubReadRole,
  type GitHubRoleLimits,
  type IGitHubOidcProvider,
  PublishTrigger,
} from '../github';
import { PublishWorkflow, type PublishWorkflowOptions } from '../workflow';
import { filePaths } from '../workflow/checkout/file-paths';
import { roleNameFor, writtenRoleArn } from './role-names';

/** Who publishes what, when and by which workflow. */
export interface PackagePublisherOptions extends GitHubRoleLimits {
  /** Who publishes; at least one. */
  readonly publishers: GitHubPublisher[];

  /**
   * When they publish.
   * @default PublishTrigger.tags('v*.*.*')
   */
  readonly publishOn?: PublishTrigger;

  /**
   * What they publish: exact names such as `orders-sdk`, and prefixes such as `acme-*`. In the whole
   * domain, versions of these packages can then be published to this repository only, and none can come
   * from public PyPI.
   * @default - all Python packages of the repository
   */
  readonly packages?: string[];

  /**
   * The workflow files that they publish with.
   * @default - files for Python 3.13, in the repository that holds this app
   */
  readonly workflow?: PublishWorkflowOptions;

  /**
   * The name of the role, up to 64 characters.
   * @default - made from the names of the stack and of the construct where account and Region are known, so
   * that it can be written into the workflow; else CloudFormation makes one up
   */
  readonly publishRoleName?: string;
}

/** What a publisher is made of. */
export interface PackagePublisherProps extends PackagePublisherOptions {
  /** The repository to publish to. */
  readonly repository: IRepository;

  /** The provider that vouches for the publishers. */
  readonly oidcProvider: IGitHubOidcProvider;
}

/**
 * The role and the workflow files of some publishers. By itself it makes no package group for its packages: the
 * pipeline does, and so can `PackageGroup`.
 *
 * Throws and warns as `GitHubPublishRole` and `PublishWorkflow` do.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
 */
@propertyInjectable
export class PackagePublisher extends Construct {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-python-artifact-pipeline.PackagePublisher';

  /** The role that the publishers assume. */
  public readonly publishRole: GitHubPublishRole;

  /**
   * The role that only installs, for builds with `privateDependencies`.
   * @default - none without them
   */
  public readonly readRole?: GitHubReadRole;

  /** The workflow files that they publish with. */
  public readonly workflow: PublishWorkflow;

  constructor(scope: Construct, id: string, props: PackagePublisherProps) {
    super(scope, id);
    const { repository, oidcProvider } = props;
    const { domainName, repositoryName } = namesOf(repository);
    const publishOn = props.publishOn ?? PublishTrigger.tags();
    const roleName = props.publishRoleName ?? roleNameFor(this);
    const workflowHost = props.workflow?.host;
    const workflowPath = filePaths(this, props.workflow ?? {}).reusable;

    this.publishRole = new GitHubPublishRole(this, 'Role', {
      repository,
      oidcProvider,
      publishOn,
      publishers: props.publishers,
      packages: props.packages,
      workflowHost,
      workflowPath,
      roleName,
      description: `Publishes Python packages to ${domainName}/${repositoryName} from GitHub Actions`,
      permissionsBoundary: props.permissionsBoundary,
      trustPolicyQuota: props.trustPolicyQuota,
    });
    let readRoleArn: string | undefined;
    if (props.workflow?.privateDependencies) {
      const readRoleName = roleNameFor(this, 'read');
      this.readRole = new GitHubReadRole(this, 'ReadRole', {
        repository,
        oidcProvider,
        repositories: props.publishers.map((publisher) => GitHubReader._of(publisher)),
        workflowHost,
        workflowPath,
        roleName: readRoleName,
        description: `Installs Python packages from ${domainName}/${repositoryName} in GitHub Actions`,
        permissionsBoundary: props.permissionsBoundary,
        trustPolicyQuota: props.trustPolicyQuota,
      });
      readRoleArn = writtenRoleArn(this.readRole, readRoleName);
    }
    this.workflow = new PublishWorkflow(this, 'Workflow', {
      ...props.workflow,
      publishOn,
      region: repository.env.region,
      ...givenNamesOf(repository),
      domainOwner: repository.domain.domainOwner,
      roleArn: writtenRoleArn(this.publishRole, roleName),
      readRoleArn,
    });
  }
}
