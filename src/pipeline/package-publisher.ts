import { Duration } from 'aws-cdk-lib';
import type { IOIDCProviderRef, Role } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import type { IRepository } from '../codeartifact';
import { REPOSITORY } from '../codeartifact/resource/kinds';
import {
  type GitHubPublisher,
  GitHubPublishRole,
  GitHubReader,
  GitHubReadRole,
  type GitHubRoleLimits,
  PublishTrigger,
} from '../github';
import { PROVIDER, PUBLISHER, TRIGGER } from '../github/names/kinds';
import { ROLE_LIMIT_KINDS } from '../github/roles/role-kinds';
import { checkRoleName } from '../github/roles/role-texts';
import { ToolsRole } from '../github/roles/tools-role';
import { sharedTrust } from '../github/trust/shared-trust';
import { pathIn } from '../private/invalid-input';
import { checkKinds, type Kinds, listOf, mapping, needed, TEXT } from '../private/kinds';
import { PublishWorkflow, type PublishWorkflowOptions } from '../workflow';
import { filePaths } from '../workflow/checkout/file-paths';
import { WORKFLOW_KINDS } from '../workflow/options/option-kinds';
import { warnOfOverlap } from './package-overlap';
import { refuseBuildsThatReach } from './private-dependencies';
import { roleNameFor, writtenRoleArn } from './role-names';
import { AppPublishers } from './scoped-publisher';
import { warnOfSharedRuns } from './shared-runs';
import { refuseOtherRuns } from './trusted-runs';
import {
  fetchesToolsFrom,
  followDescription,
  installsFrom,
  publishesTo,
  writtenNames,
} from './written-names';

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
  readonly oidcProvider: IOIDCProviderRef;
}

const OPTION_KINDS: Kinds<PackagePublisherOptions> = {
  ...ROLE_LIMIT_KINDS,
  publishers: needed(listOf(PUBLISHER)),
  publishOn: TRIGGER,
  packages: listOf(TEXT),
  workflow: mapping("an object, as in { pythonVersion: '3.13' }"),
  publishRoleName: TEXT,
};

const KINDS: Kinds<PackagePublisherProps> = {
  ...OPTION_KINDS,
  repository: needed(REPOSITORY),
  oidcProvider: needed(PROVIDER),
};

/**
 * The role and the workflow files of some publishers. By itself it makes no package group for its packages: the
 * pipeline does, and so can `PackageGroup`.
 *
 * Throws and warns as `GitHubPublishRole` and `PublishWorkflow` do. Throws where builds with `privateDependencies` could
 * assume the role of another publisher of the app, and where property injectors leave role and workflow at odds; warns of packages that two publishers of a repository share, and of
 * runs on GitHub that could assume the roles of both.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
 */
@propertyInjectable
export class PackagePublisher extends Construct {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-python-artifact-pipeline.PackagePublisher';

  /** @internal */
  public static readonly _optionKinds = OPTION_KINDS;

  /** The role that the publishers assume. */
  public readonly publishRole: GitHubPublishRole;

  /**
   * The role that only installs, for builds with `privateDependencies`.
   * @default - none without them
   */
  public readonly readRole?: GitHubReadRole;

  /**
   * The role that fetches the tools, with `toolsFromRepository`.
   * @default - none without it
   */
  public readonly toolsRole?: Role;

  /** The workflow files that they publish with. */
  public readonly workflow: PublishWorkflow;

  constructor(scope: Construct, id: string, props: PackagePublisherProps) {
    const place = pathIn(scope, id);
    checkKinds(place, props, KINDS);
    checkRoleName(place, 'publishRoleName', props.publishRoleName);
    checkKinds(place, props.workflow ?? {}, WORKFLOW_KINDS);
    const publishOn = props.publishOn ?? PublishTrigger.tags();
    const workflowHost = props.workflow?.host;
    const workflowPath = filePaths(place, props.workflow ?? {}).reusable;
    const scoped = {
      repository: props.repository,
      publishers: props.publishers,
      packages: props.packages,
      publishOn,
      host: workflowHost,
      workflowPath,
      privateDependencies: props.workflow?.privateDependencies ?? false,
    };
    const others = AppPublishers.of(scope);
    refuseBuildsThatReach(place, scoped, others.all);
    super(scope, id);
    const { repository } = props;
    const ofEachRole = {
      repository,
      oidcProvider: props.oidcProvider,
      workflowHost,
      workflowPath,
      permissionsBoundary: props.permissionsBoundary,
      rolePath: props.rolePath,
      trustPolicyQuota: props.trustPolicyQuota,
      requiredClaims: props.requiredClaims,
    };

    this.publishRole = new GitHubPublishRole(this, 'Role', {
      ...ofEachRole,
      publishOn,
      publishers: props.publishers,
      packages: props.packages,
      roleName: props.publishRoleName ?? roleNameFor(this),
      description: publishesTo(repository),
    });
    followDescription(this.publishRole, () => publishesTo(repository));
    if (props.workflow?.privateDependencies) {
      this.readRole = new GitHubReadRole(this, 'ReadRole', {
        ...ofEachRole,
        repositories: props.publishers.map((publisher) => GitHubReader._of(publisher)),
        roleName: roleNameFor(this, 'read'),
        description: installsFrom(repository),
        maxTokenDuration: Duration.minutes(15),
      });
      followDescription(this.readRole, () => installsFrom(repository));
    }
    if (props.workflow?.toolsFromRepository) {
      const { dryRun, workflowDispatch = false } = props.workflow;
      this.toolsRole = new ToolsRole(this, 'ToolsRole', {
        ...ofEachRole,
        publishOn,
        triesOtherRefs: workflowDispatch || dryRun !== undefined,
        publishers: props.publishers,
        roleName: roleNameFor(this, 'tools'),
        description: fetchesToolsFrom(repository),
      });
      followDescription(this.toolsRole, () => fetchesToolsFrom(repository));
    }
    this.workflow = new PublishWorkflow(this, 'Workflow', {
      ...props.workflow,
      publishOn,
      issuer: this.publishRole._trust.issuer,
      region: repository.env.region,
      ...writtenNames(repository),
      domainOwner: repository.domain.domainOwner,
      roleArn: writtenRoleArn(this.publishRole),
      readRoleArn: this.readRole && writtenRoleArn(this.readRole),
      toolsRoleArn: this.toolsRole && writtenRoleArn(this.toolsRole),
      packages: props.packages,
    });

    this.workflow._compareWith(() => sharedTrust(this.publishRole._trust));

    refuseOtherRuns(place, this.publishRole._runs, this.workflow._runs);
    const added = { ...scoped, construct: this };
    const ofRepository = others.publishingTo(repository);
    warnOfOverlap(added, ofRepository);
    warnOfSharedRuns(added, ofRepository);
    others.add(added);
  }
}
