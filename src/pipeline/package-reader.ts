import type { IOIDCProviderRef } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { type AuthorizationTokenOptions, IndexScope, type IRepository } from '../codeartifact';
import { REPOSITORY } from '../codeartifact/resource/kinds';
import { type GitHubReader, GitHubReadRole, type GitHubRoleLimits, type WorkflowHost } from '../github';
import { PROVIDER, READER, WORKFLOW_HOST } from '../github/names/kinds';
import { ROLE_LIMIT_KINDS, SECONDS } from '../github/roles/role-kinds';
import { checkRoleName } from '../github/roles/role-texts';
import { sharedTrust } from '../github/trust/shared-trust';
import { invalidInput, pathIn } from '../private/invalid-input';
import { checkKinds, type Kinds, listOf, needed, TEXT } from '../private/kinds';
import type { InstallOptions } from '../workflow';
import { actionFolder } from '../workflow/install/action-path';
import { clientsOf } from '../workflow/install/clients';
import { InstallAction } from '../workflow/install/install-action';
import { INSTALL_KINDS } from '../workflow/install/install-kinds';
import type { InstallPlace } from '../workflow/install/install-values';
import type { InstallSettings } from '../workflow/install/steps';
import { sessionDuration, tokenSeconds } from '../workflow/install/token-duration';
import { installSteps } from '../workflow/install-steps';
import { DEPENDABOT, type DependabotOptions } from './dependabot/dependabot-options';
import { dependabotRegistry, organizationRegistry } from './dependabot/dependabot-registry';
import { checkDependabot, dependabotRole, neededRole } from './dependabot/dependabot-role';
import { roleNameFor, writtenRoleArn } from './role-names';
import { followDescription, installsFrom, writtenNames } from './written-names';

/** Whose workflows install. */
export interface PackageReaderOptions extends GitHubRoleLimits, AuthorizationTokenOptions, InstallOptions {
  /** The repositories on GitHub whose workflows install, or organizations of them; at least one. */
  readonly repositories: GitHubReader[];

  /**
   * The exact names of the environments whose jobs install, too, such as `production`: those of deployments. Of an
   * organization by one workflow, jobs with an environment install anyway.
   * @default - jobs with an environment do not install
   */
  readonly environments?: string[];

  /**
   * The name of the role, up to 64 characters.
   * @default - made from the names of the stack and of the construct where account and Region are known, so
   * that it can be written into the steps; else CloudFormation makes one up
   */
  readonly readRoleName?: string;

  /**
   * The repository on GitHub whose reusable workflow is the only one that can assume the role.
   * @default - any workflow of the repositories
   */
  readonly workflowHost?: WorkflowHost;

  /**
   * The path of that workflow, from the root of its repository.
   * @default '.github/workflows/codeartifact_python.yml'
   */
  readonly workflowPath?: string;

  /**
   * Lets Dependabot install, too, on the default branches of the repositories, by a role of its own. That role trusts
   * any workflow on these branches, also where there is a `workflowHost`.
   * @default - Dependabot does not install
   */
  readonly dependabot?: DependabotOptions;
}

/** What a reader is made of. */
export interface PackageReaderProps extends PackageReaderOptions {
  /** The repository to install from. */
  readonly repository: IRepository;

  /** The provider that vouches for the repositories on GitHub. */
  readonly oidcProvider: IOIDCProviderRef;
}

const OPTION_KINDS: Kinds<PackageReaderOptions> = {
  ...ROLE_LIMIT_KINDS,
  ...INSTALL_KINDS,
  repositories: needed(listOf(READER)),
  environments: listOf(TEXT),
  readRoleName: TEXT,
  workflowHost: WORKFLOW_HOST,
  workflowPath: TEXT,
  maxTokenDuration: SECONDS,
  dependabot: DEPENDABOT,
};

const KINDS: Kinds<PackageReaderProps> = {
  ...OPTION_KINDS,
  repository: needed(REPOSITORY),
  oidcProvider: needed(PROVIDER),
};

/**
 * The role of some workflows that install and do nothing else, and the steps with which they do.
 *
 * Throws and warns as `GitHubReadRole` does. Throws where Dependabot is to install and could not sign in: in a stack
 * without account and Region, and in another partition than aws.
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
   * The role that Dependabot assumes.
   * @default - none where Dependabot does not install
   */
  public readonly dependabotRole?: GitHubReadRole;

  private readonly repository: IRepository;
  private readonly readers: GitHubReader[];
  private readonly installPlace: InstallPlace;
  private readonly installSettings: InstallSettings;
  private readonly action?: InstallAction;

  constructor(scope: Construct, id: string, props: PackageReaderProps) {
    const place = pathIn(scope, id);
    checkKinds(place, props, KINDS);
    checkRoleName(place, 'readRoleName', props.readRoleName);
    if (props.dependabot) checkDependabot(place, scope, props.dependabot);
    const settings = {
      indexScope: props.indexScope ?? IndexScope.ALL_PACKAGES,
      clients: clientsOf(place, props),
      tokenSeconds: tokenSeconds(place, props.tokenDuration, props.maxTokenDuration),
    };
    const folder = actionFolder(place, props);
    super(scope, id);
    this.installSettings = { ...settings, trust: () => sharedTrust(this.readRole._trust) };
    const { repository, repositories, oidcProvider, workflowHost, workflowPath } = props;
    this.readRole = new GitHubReadRole(this, 'Role', {
      repository,
      repositories,
      environments: props.environments,
      oidcProvider,
      workflowHost,
      workflowPath,
      roleName: props.readRoleName ?? roleNameFor(this),
      description: installsFrom(repository),
      permissionsBoundary: props.permissionsBoundary,
      rolePath: props.rolePath,
      trustPolicyQuota: props.trustPolicyQuota,
      requiredClaims: props.requiredClaims,
      maxTokenDuration: props.maxTokenDuration,
      maxSessionDuration: sessionDuration(settings.tokenSeconds),
    });
    followDescription(this.readRole, () => installsFrom(repository));
    if (props.dependabot) this.dependabotRole = dependabotRole(this, props, props.dependabot);
    this.repository = repository;
    this.readers = repositories;
    this.installPlace = {
      region: repository.env.region,
      ...writtenNames(repository),
      domainOwner: repository.domain.domainOwner,
      readRoleArn: writtenRoleArn(this.readRole),
    };
    if (folder !== undefined) {
      this.action = new InstallAction(
        this,
        folder,
        this.installPlace,
        this.installSettings,
        props.actionHost,
      );
      this.action.writeTo(props.gitRoot, props.writeFiles ?? true);
    }
  }

  /**
   * The text of the action, by its path from the root of the Git checkout; nothing without `actionName`. It has the
   * names that the tree has when it is asked for, as `workflowSteps` does.
   *
   * When the CDK CLI runs the app, the file is written to the checkout, and in CI compared with it, as the files of a
   * `PublishWorkflow` are.
   */
  public get files(): { [path: string]: string } {
    return this.action?.files ?? {};
  }

  /**
   * The permissions and the first steps of a job that installs by the action, as YAML to paste into it. What only
   * CloudFormation knows is passed from configuration variables of GitHub, since an action can't read them.
   *
   * Throws for a reader without `actionName`.
   *
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
   */
  public get actionSnippet(): string {
    if (this.action) return this.action.snippet;
    const reason = 'is what names an action, and this reader has none';
    const instead = "actionName: 'install-python' among the options of the reader";
    throw invalidInput({ property: 'actionName', given: undefined, reason, instead }, this);
  }

  /**
   * The permissions and the first steps of a job that installs, as YAML to paste into it: they assume the
   * role, and set up the clients, by default for 15 minutes.
   *
   * What only CloudFormation knows is taken from configuration variables of GitHub. The names are those that the
   * tree has when the steps are asked for: Aspects and escape hatches can change them until the app is
   * synthesized, and after that this is the last word.
   *
   * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
   */
  public get workflowSteps(): string {
    return installSteps(this, this.installPlace, this.installSettings);
  }

  /**
   * The block `registries:` of a `dependabot.yml`, which asks nothing of public PyPI: that is behind the repository.
   * Name the registry below `registries:` of each entry of `updates`, too.
   *
   * Throws for a reader without `dependabot`, and where only deployment knows a name. The names are those that the
   * tree has when it is asked for.
   *
   * @see https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference#top-level-registries-key
   */
  public get dependabotRegistry(): string {
    return dependabotRegistry(neededRole(this, this.dependabotRole), this.repository);
  }

  /**
   * The same as JSON for GitHub's REST API, which holds it for all of an organization:
   * `gh api orgs/ORG/private-registries --input FILE`. It is visible to the repositories of the reader where all of
   * their ids are known, else to the private ones of the organization.
   *
   * Throws as `dependabotRegistry` does.
   *
   * @see https://docs.github.com/en/rest/private-registries/organization-configurations#create-a-private-registry-for-an-organization
   */
  public get organizationRegistry(): string {
    return organizationRegistry(neededRole(this, this.dependabotRole), this.repository, this.readers);
  }
}
