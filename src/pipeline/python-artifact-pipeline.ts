import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct, type IConstruct } from 'constructs';
import { Domain, ExternalConnection, type IDomain, type IRepository, Repository } from '../codeartifact';
import { InternalPackages } from '../codeartifact/package/internal-packages';
import { letOrganizationsRead } from '../codeartifact/repository/repository-policy';
import { DOMAIN, KEY, REMOVAL_POLICY, REPOSITORY } from '../codeartifact/resource/kinds';
import {
  GitHubOidcProvider,
  type GitHubPublishRole,
  type GitHubRoleLimits,
  type IGitHubOidcProvider,
  type PublishTrigger,
  type RequiredClaims,
} from '../github';
import { PROVIDER } from '../github/names/kinds';
import { asGitHubProvider } from '../github/provider/oidc-provider';
import { inform } from '../private/information';
import { pathIn } from '../private/invalid-input';
import { checkKinds, type Kinds, listOf, memberOf, TEXT } from '../private/kinds';
import type { PublishWorkflow, PublishWorkflowOptions } from '../workflow';
import { importMapping } from './import-mapping';
import { PackagePublisher, type PackagePublisherOptions } from './package-publisher';
import { PackageReader, type PackageReaderOptions } from './package-reader';
import { addOutputs, addRoleOutput, PipelineOutput } from './pipeline-output';
import { checkPlace } from './place';
import type { PythonArtifactPipelineProps } from './python-artifact-pipeline-props';

const KINDS: Kinds<PythonArtifactPipelineProps> = {
  ...PackagePublisher._optionKinds,
  domainName: TEXT,
  domain: DOMAIN,
  repositoryName: TEXT,
  repository: REPOSITORY,
  organizationIds: listOf(TEXT),
  upstreams: listOf(REPOSITORY),
  oidcProvider: PROVIDER,
  encryptionKey: KEY,
  removalPolicy: REMOVAL_POLICY,
  outputs: listOf(memberOf('PipelineOutput', PipelineOutput)),
};

/**
 * All that takes Python packages from a GitHub tag to a private index: CodeArtifact domain and repository
 * with PyPI behind it, the trust between GitHub and AWS, the role that publishes, and the workflow files.
 *
 * Throws for input that can never work, and warns of what is legal and risky, as its parts do.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/using-python.html
 */
@propertyInjectable
export class PythonArtifactPipeline extends Construct {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string =
    'cdk-python-artifact-pipeline.PythonArtifactPipeline';

  /** The domain, new or given. */
  public readonly domain: IDomain;

  /** The repository to publish to and to install from. */
  public readonly repository: IRepository;

  /**
   * The repository that takes packages in from public PyPI.
   * @default - none where `upstreams` or a `repository` were given
   */
  public readonly pypiStore?: Repository;

  /** The provider that vouches for GitHub, new or given. */
  public readonly oidcProvider: IGitHubOidcProvider;

  /** The role that the publishers assume. */
  public readonly publishRole: GitHubPublishRole;

  /** The workflow files that they publish with. */
  public readonly workflow: PublishWorkflow;

  private internalPackages?: InternalPackages;
  private readonly publishOn?: PublishTrigger;
  private readonly workflowOptions: PublishWorkflowOptions;
  private readonly limits: GitHubRoleLimits;
  private readonly requiredClaims?: RequiredClaims;
  private readonly outputs: PipelineOutput[];

  constructor(scope: Construct, id: string, props: PythonArtifactPipelineProps) {
    checkKinds(pathIn(scope, id), props, KINDS);
    super(scope, id);
    checkPlace(this, props);
    if (props.repository) {
      this.repository = props.repository;
      this.domain = props.repository.domain;
      letOrganizationsRead(props.repository, props.organizationIds ?? []);
    } else {
      this.domain = this.useDomain(props);
      if (props.upstreams === undefined) this.pypiStore = this.createPyPiStore(props);
      this.repository = this.createRepository(props);
    }
    this.oidcProvider = props.oidcProvider
      ? asGitHubProvider(this, 'OidcProvider', props.oidcProvider)
      : new GitHubOidcProvider(this, 'OidcProvider');
    this.outputs = props.outputs ?? Object.values(PipelineOutput);
    this.publishOn = props.publishOn;
    this.workflowOptions = props.workflow ?? {};
    const { permissionsBoundary, rolePath, trustPolicyQuota } = props;
    this.limits = { permissionsBoundary, rolePath, trustPolicyQuota };
    this.requiredClaims = props.requiredClaims;
    const { publishRole, workflow } = this.createPublisher('Publisher', props);
    this.publishRole = publishRole;
    this.workflow = workflow;
    addOutputs(this, this.repository, this.outputs);
  }

  /**
   * Adds further publishers with a role, packages and workflow files of their own, for teams that must not
   * publish each other's packages.
   *
   * Throws and warns as the pipeline does for its first publishers.
   *
   * @param id the name of the construct, from which the names of the workflow files are made
   * @param options who, what and when. Where they are not given, `publishOn`, `requiredClaims`,
   * `permissionsBoundary`, `trustPolicyQuota` and each option of `workflow` are those of the pipeline, but for the
   * names of the files; `packages` and `publishRoleName` are not.
   */
  public addPublisher(id: string, options: PackagePublisherOptions): PackagePublisher {
    checkKinds(pathIn(this, id), options, PackagePublisher._optionKinds);
    const suffix = id.replace(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/g, '_').toLowerCase();
    return this.createPublisher(id, {
      ...this.limits,
      requiredClaims: this.requiredClaims,
      ...options,
      publishOn: options.publishOn ?? this.publishOn,
      workflow: {
        ...this.workflowOptions,
        fileName: `codeartifact_python_${suffix}.yml`,
        callerFileName: `publish_python_${suffix}.yml`,
        ...options.workflow,
      },
    });
  }

  /**
   * Adds repositories on GitHub whose workflows may install and nothing else, for CI of the packages' users.
   *
   * Throws for no repository, and for one listed twice.
   *
   * @param id the name of the construct
   * @param options whose workflows install
   */
  public addReader(id: string, options: PackageReaderOptions): PackageReader {
    const { repository, oidcProvider, limits } = this;
    const { gitRoot, writeFiles } = this.workflowOptions;
    const reader = new PackageReader(this, id, {
      ...limits,
      ...options,
      gitRoot: options?.gitRoot ?? gitRoot,
      writeFiles: options?.writeFiles ?? writeFiles,
      repository,
      oidcProvider,
    });
    addRoleOutput(reader, this.outputs, PipelineOutput.READ_ROLE_ARN, reader.readRole);
    return reader;
  }

  /**
   * The text of a file for `cdk import --resource-mapping FILE`: which resources of the account become those of this
   * stack. Read it after `app.synth()`, since Aspects can rename them until then.
   *
   * Throws for a stack without account and Region, for what another stack makes, and for a name that only CloudFormation
   * knows.
   *
   * @param constructs what is there already: domain, repositories, provider, roles. The domain, the repository, the
   * `pypi-store` and the provider that this pipeline makes, where nothing is named
   * @see https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-import.html
   */
  public importMapping(...constructs: IConstruct[]): string {
    const own = [this.domain, this.repository, this.pypiStore, this.oidcProvider].filter(
      (construct) => construct?.node.scope === this && construct.node.defaultChild,
    );
    return importMapping(this, constructs.length > 0 ? constructs : (own as IConstruct[]));
  }

  private createPublisher(id: string, options: PackagePublisherOptions): PackagePublisher {
    const { repository, oidcProvider } = this;
    const publisher = new PackagePublisher(this, id, { ...options, repository, oidcProvider });
    for (const packages of options.packages ?? []) this.protect(packages);
    addRoleOutput(publisher, this.outputs, PipelineOutput.PUBLISH_ROLE_ARN, publisher.publishRole);
    addRoleOutput(publisher, this.outputs, PipelineOutput.READ_ROLE_ARN, publisher.readRole);
    addRoleOutput(publisher, this.outputs, PipelineOutput.TOOLS_ROLE_ARN, publisher.toolsRole);
    if (options.packages === undefined) tellOfOpenNames(publisher);
    return publisher;
  }

  /** Keeps the names of internal packages from coming in by any other way. */
  private protect(packages: string): void {
    const { domain, repository } = this;
    this.internalPackages ??= new InternalPackages(this, 'PackageGroups', { domain, repository });
    this.internalPackages.add(packages);
  }

  private useDomain(props: PythonArtifactPipelineProps): IDomain {
    const { domain, domainName, encryptionKey, organizationIds, removalPolicy } = props;
    if (domain) return domain;
    return new Domain(this, 'Domain', {
      domainName: domainName as string,
      encryptionKey,
      organizationIds,
      removalPolicy,
    });
  }

  private createPyPiStore({ removalPolicy }: PythonArtifactPipelineProps): Repository {
    return new Repository(this, 'PyPiStore', {
      domain: this.domain,
      repositoryName: 'pypi-store',
      description: 'Packages from public PyPI',
      externalConnection: ExternalConnection.PYPI,
      removalPolicy,
    });
  }

  private createRepository(props: PythonArtifactPipelineProps): Repository {
    const { repositoryName, upstreams, organizationIds, removalPolicy } = props;
    return new Repository(this, 'Repository', {
      domain: this.domain,
      repositoryName: repositoryName as string,
      description: 'Python packages of this organization, and public ones behind them',
      upstreams: upstreams ?? (this.pypiStore && [this.pypiStore]),
      organizationIds,
      removalPolicy,
    });
  }
}

function tellOfOpenNames(publisher: Construct): void {
  inform(
    publisher,
    'packages-not-named',
    'No packages are named: this publisher may publish any name, and no name is kept from coming in from public PyPI. ' +
      "Name them, as in packages: ['acme-*'].",
  );
}
