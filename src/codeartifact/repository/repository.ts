import { CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { type AddToResourcePolicyResult, PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { pathIn } from '../../private/invalid-input';
import { knownName, nameInStack, rememberName } from '../../private/known-name';
import { Domain } from '../domain/domain';
import type { IDomain } from '../domain/domain-interface';
import { addToDomain } from '../domain/domain-members';
import { letOrganizationsIn } from '../domain/domain-organizations';
import { foreignOwner, warnOfForeignDomain } from '../domain/foreign-domain';
import { checkSameRegion } from '../domain/region';
import { checkOrganizationIds } from '../policy/organizations';
import { limitResourcePolicy } from '../policy/resource-policy';
import {
  type CodeArtifactArnComponents,
  codeArtifactArn,
  domainArnOf,
  namesInArn,
  SERVICE,
} from '../resource/arns';
import { warnOfRegion } from '../resource/available-regions';
import { checkDescription } from '../resource/description';
import { checkRepositoryName } from '../resource/names';
import { checkRemoval, refuseSnapshot, removalPolicyOf } from '../resource/removal';
import { ImportedRepository } from './imported-repository';
import { RepositoryBase } from './repository-base';
import type { IRepository } from './repository-interface';
import { nameOf } from './repository-names';
import { firstStatements } from './repository-policy';
import type { RepositoryAttributes, RepositoryProps } from './repository-props';
import { Upstreams } from './upstreams';

/**
 * A new CodeArtifact repository.
 *
 * Its policy lets the given organizations read, and only the account that owns the domain publish.
 *
 * Throws for a name, description or organization id that CodeArtifact would refuse, for upstreams together
 * with an external connection, for upstreams that are too many, of another domain, or in a circle, for a name
 * that another repository of the domain has, and for a domain of another Region.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-repository.html
 * @resource AWS::CodeArtifact::Repository
 */
@propertyInjectable
export class Repository extends RepositoryBase {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-python-artifact-pipeline.Repository';

  /**
   * References a repository by its ARN, with the account, Region and domain that stand in it.
   *
   * Throws for an ARN that is not a repository's.
   */
  public static fromRepositoryArn(scope: Construct, id: string, repositoryArn: string): IRepository {
    const [domainName, repositoryName] = namesInArn(pathIn(scope, id), 'repository', repositoryArn);
    return new ImportedRepository(
      scope,
      id,
      { environmentFromArn: repositoryArn },
      repositoryArn,
      repositoryName,
      (repository) => Domain.fromDomainArn(repository, 'Domain', domainArnOf(repositoryArn, domainName)),
    );
  }

  /** References a repository by its domain and name. Throws for a name that could not be one. */
  public static fromRepositoryAttributes(
    scope: Construct,
    id: string,
    attrs: RepositoryAttributes,
  ): IRepository {
    const { domain, repositoryName } = attrs;
    checkRepositoryName(pathIn(scope, id), repositoryName);
    const repositoryArn = codeArtifactArn(scope, {
      resource: 'repository',
      resourceName: `${nameOf(domain)}/${repositoryName}`,
      account: domain.domainOwner,
      region: domain.env.region,
    });

    const { account, region } = domain.env;
    return new ImportedRepository(
      scope,
      id,
      { account, region },
      repositoryArn,
      repositoryName,
      () => domain,
    );
  }

  public readonly domain: IDomain;
  private readonly upstreams: Upstreams;
  private readonly resource: CfnRepository;
  private readonly policy = new PolicyDocument();
  private arnReference?: string;
  private nameReference?: string;

  constructor(scope: Construct, id: string, props: RepositoryProps) {
    super(scope, id, { physicalName: props.repositoryName });
    checkRepositoryName(this, props.repositoryName);
    checkOrganizationIds(this, props.organizationIds ?? []);
    checkDescription(this, props.description);
    refuseSnapshot(this, props.removalPolicy);
    checkSameRegion(this, props.domain);
    if (!props.domain.node.defaultChild) warnOfRegion(this, this.env.region);

    this.domain = props.domain;
    this.upstreams = new Upstreams(this, props.externalConnection);
    for (const upstream of props.upstreams ?? []) this.upstreams.add(upstream);
    addToDomain(props.domain, this, {
      property: 'repositoryName',
      name: props.repositoryName,
      reason: 'is the name of',
      instead: props.externalConnection
        ? 'upstreams: [first.pypiStore], where first is the pipeline that has it'
        : 'another name',
    });

    this.resource = new CfnRepository(this, 'Resource', {
      domainName: nameInStack(this.stack, props.domain) ?? props.domain.domainName,
      domainOwner: foreignOwner(this, props.domain),
      repositoryName: this.physicalName,
      description: props.description,
      externalConnections: props.externalConnection && [props.externalConnection],
      upstreams: this.upstreams.names,
      permissionsPolicyDocument: this.policy,
    });
    this.resource.applyRemovalPolicy(props.removalPolicy ?? removalPolicyOf(props.domain));
    checkRemoval('repository', this, props.domain);
    warnOfForeignDomain(this, props.domain, {
      type: 'AWS::CodeArtifact::Repository',
      arn: () => this._arnText,
      upstreamArns: () => this.upstreams.arns,
    });

    rememberName(this, props.repositoryName, this.resource.attrName);

    for (const statement of firstStatements(props)) this.addToResourcePolicy(statement);
    letOrganizationsIn(props.domain, props.organizationIds);
    limitResourcePolicy(this, `repository ${this.node.path}`, this.policy);
  }

  // These two are made when they are asked for: a reference that can cross stacks takes long.
  public get repositoryArn(): string {
    this.arnReference ??= this.getResourceArnAttribute(this.resource.attrArn, {
      ...this.arnComponents,
      service: SERVICE,
    });
    return this.arnReference;
  }

  public get repositoryName(): string {
    this.nameReference ??= this.getResourceNameAttribute(this.resource.attrName);
    return this.nameReference;
  }

  /**
   * Adds an upstream repository behind those it has.
   *
   * Throws where this repository has an external connection or 10 upstreams, and for an upstream of another
   * domain, or one that has this repository as its own upstream.
   *
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repos-upstream.html
   */
  public addUpstream(upstream: IRepository): void {
    this.upstreams.add(upstream);
    this.resource.upstreams = this.upstreams.names;
  }

  public addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult {
    this.policy.addStatements(statement);
    return { statementAdded: true, policyDependable: this };
  }

  /** @internal */
  protected override get _arnText(): string {
    return knownName(this) ? codeArtifactArn(this, this.arnComponents) : this.repositoryArn;
  }

  /** @internal */
  protected override get _selfName(): string {
    return this.physicalName;
  }

  private get arnComponents(): CodeArtifactArnComponents {
    return {
      resource: 'repository',
      resourceName: `${nameOf(this.domain)}/${this.physicalName}`,
      account: this.domain.domainOwner,
    };
  }
}
