import { CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { type AddToResourcePolicyResult, PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { pathIn } from '../../private/invalid-input';
import { checkKind, checkKinds, type Kinds, listOf, memberOf, needed, TEXT } from '../../private/kinds';
import { canBeRenamed, knownName, rememberName } from '../../private/last-word/known-name';
import { atSynthesis } from '../../private/last-word/last-word';
import { NamedTokens, type SayNames } from '../../private/last-word/named-texts';
import { placeholderAsToken } from '../../private/token-text';
import { Domain } from '../domain/domain';
import type { IDomain } from '../domain/domain-interface';
import { addToDomain } from '../domain/domain-members';
import { letOrganizationsIn } from '../domain/domain-organizations';
import { foreignOwner, warnOfForeignDomain } from '../domain/foreign-domain';
import { checkSameRegion } from '../domain/region';
import { checkOrganizationIds } from '../policy/organizations';
import { limitResourcePolicy, renewResourcePolicy } from '../policy/resource-policy';
import { codeArtifactArn, domainArnOf, namesInArn, SERVICE } from '../resource/arns';
import { warnOfRegion } from '../resource/available-regions';
import { checkDescriptions } from '../resource/description';
import { DOMAIN, REMOVAL_POLICY, REPOSITORY } from '../resource/kinds';
import { checkRepositoryName } from '../resource/names';
import { checkRemoval, refuseSnapshot, removalPolicyOf } from '../resource/removal';
import { domainNameFor, refuseOtherDomain } from './domain-of-resource';
import { ExternalConnection } from './external-connection';
import { ImportedRepository } from './imported-repository';
import { RepositoryBase } from './repository-base';
import type { IRepository } from './repository-interface';
import { nameOf, namesOf, pathOf, selfNamesOf } from './repository-names';
import { firstStatements } from './repository-policy';
import type { RepositoryAttributes, RepositoryProps } from './repository-props';
import { Upstreams } from './upstreams';

const ATTRIBUTE_KINDS: Kinds<RepositoryAttributes> = { repositoryName: needed(TEXT), domain: needed(DOMAIN) };

const KINDS: Kinds<RepositoryProps> = {
  domain: needed(DOMAIN),
  repositoryName: needed(TEXT),
  description: TEXT,
  upstreams: listOf(REPOSITORY),
  externalConnection: memberOf('ExternalConnection', ExternalConnection),
  organizationIds: listOf(TEXT),
  removalPolicy: REMOVAL_POLICY,
};

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
    const arn = placeholderAsToken(repositoryArn);
    const [domainName, repositoryName] = namesInArn(pathIn(scope, id), 'repository', arn);
    return new ImportedRepository(scope, id, { environmentFromArn: arn }, arn, repositoryName, (repository) =>
      Domain.fromDomainArn(repository, 'Domain', domainArnOf(arn, domainName)),
    );
  }

  /** References a repository by its domain and name. Throws for a name that could not be one. */
  public static fromRepositoryAttributes(
    scope: Construct,
    id: string,
    attrs: RepositoryAttributes,
  ): IRepository {
    checkKinds(pathIn(scope, id), attrs, ATTRIBUTE_KINDS);
    const { domain, repositoryName } = attrs;
    checkRepositoryName(pathIn(scope, id), repositoryName);
    const start = codeArtifactArn(scope, {
      resource: 'repository',
      resourceName: '',
      account: domain.domainOwner,
      region: domain.env.region,
    });
    const names = () => `${nameOf(domain)}/${repositoryName}`;
    const repositoryArn = canBeRenamed(domain) ? new NamedTokens().say(start, names) : start + names();

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
    checkKinds(pathIn(scope, id), props, KINDS);
    super(scope, id, { physicalName: props.repositoryName });
    checkRepositoryName(this, props.repositoryName);
    checkOrganizationIds(this, props.organizationIds ?? []);
    checkDescriptions(this, 'CreateRepository', { description: props.description });
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
      domainName: domainNameFor(this, props.domain),
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
      arn: () => this.arnNow,
      upstreamArns: () => this.upstreams.arns,
    });

    rememberName(this, this.resource, 'RepositoryName', this.resource.attrName);

    for (const statement of firstStatements(props)) this.addToResourcePolicy(statement);
    letOrganizationsIn(props.domain, props.organizationIds);
    limitResourcePolicy(this, 'repository', this.policy);
    refuseOtherDomain(this, this.resource);
    renewResourcePolicy(this.resource, this.policy, this._selfTexts);
  }

  // These two are made when they are asked for: a reference that can cross stacks takes long.
  public get repositoryArn(): string {
    this.arnReference ??= this.getResourceArnAttribute(this.resource.attrArn, {
      ...this.arnComponents,
      service: SERVICE,
      resourceName: atSynthesis(() => pathOf(selfNamesOf(this))),
    });
    return this.arnReference;
  }

  public get repositoryName(): string {
    this.nameReference ??= this.getResourceNameAttribute(this.resource.attrName);
    return this.nameReference;
  }

  public addUpstream(upstream: IRepository): void {
    checkKind(this, 'upstream', upstream, REPOSITORY);
    this.upstreams.add(upstream);
    this.resource.upstreams = this.upstreams.names;
  }

  public addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult {
    this.policy.addStatements(statement);
    return { statementAdded: true, policyDependable: this };
  }

  /** @internal */
  protected override _arnFor(say: SayNames): string {
    if (knownName(this) === undefined) return this.repositoryArn;
    const start = codeArtifactArn(this, { ...this.arnComponents, resourceName: '' });
    return say(start, () => pathOf(namesOf(this)));
  }

  /** What takes the place of a reference where that can not cross accounts and Regions. */
  protected override get physicalName(): string {
    return knownName(this) ?? super.physicalName;
  }

  /** As text where synthesis knows it, with the names of now. */
  private get arnNow(): string {
    return this._arnFor((start, names) => start + names());
  }

  private get arnComponents() {
    return { resource: 'repository', account: this.domain.domainOwner };
  }
}
