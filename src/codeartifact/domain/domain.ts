import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnDomain } from 'aws-cdk-lib/aws-codeartifact';
import { type AddToResourcePolicyResult, PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { pathIn } from '../../private/invalid-input';
import { checkKinds, type Kinds, listOf, needed, TEXT } from '../../private/kinds';
import { currentName, knownName, rememberName } from '../../private/last-word/known-name';
import { atSynthesis } from '../../private/last-word/last-word';
import { NamedTexts, type SayNames } from '../../private/last-word/named-texts';
import { refuseSecond } from '../../private/one-of-a-kind/one-of-a-kind';
import { placeholderAsToken } from '../../private/token-text';
import { importedPolicyUnchanged } from '../policy/imported-policy';
import { checkOrganizationIds } from '../policy/organizations';
import { limitResourcePolicy, renewResourcePolicy } from '../policy/resource-policy';
import { codeArtifactArn, namesInArn, SERVICE } from '../resource/arns';
import { warnOfRegion } from '../resource/available-regions';
import { KEY, REMOVAL_POLICY } from '../resource/kinds';
import { checkAccount, checkDomainName, checkRegion } from '../resource/names';
import { checkKeyRemoval, DEFAULT_REMOVAL_POLICY, refuseSnapshot } from '../resource/removal';
import { DomainBase } from './domain-base';
import type { IDomain } from './domain-interface';
import { DomainOrganizations } from './domain-organizations';
import { allowCodeArtifact, checkEncryptionKey, keyBehind } from './encryption-key';
import { ONE_DOMAIN } from './one-domain';

/** What identifies a domain that exists. */
export interface DomainAttributes {
  /** The name of the domain. */
  readonly domainName: string;

  /**
   * The id of the AWS account that owns the domain, 12 digits.
   * @default - the account of the stack
   */
  readonly domainOwner?: string;

  /**
   * The Region of the domain.
   * @default - the Region of the stack
   */
  readonly region?: string;
}

/** What a new domain is made of. */
export interface DomainProps {
  /**
   * The name of the domain: 2 to 50 characters, lower-case letters, digits and hyphens. It can't be
   * changed later, and is part of public host names.
   */
  readonly domainName: string;

  /**
   * The symmetric KMS key that encrypts the packages. It can't be changed later. CodeArtifact and the
   * CloudFormation role are allowed to use it by a statement that this domain adds to its policy; of an
   * imported key, a warning says which. A key that is to be deleted fails the synthesis of a domain that is not.
   * @default - the key that AWS manages for CodeArtifact in this account
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html
   */
  readonly encryptionKey?: IKey;

  /**
   * The ids of the AWS organizations whose accounts may log in and list the repositories. Those of its
   * repositories are let in as well.
   * @default - only principals of the owner's account, by their identity policies
   */
  readonly organizationIds?: string[];

  /**
   * What becomes of the domain when it leaves the stack. A domain can't be deleted while it has a
   * repository.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE: it stays, unless its creation fails
   */
  readonly removalPolicy?: RemovalPolicy;
}

const ATTRIBUTE_KINDS: Kinds<DomainAttributes> = {
  domainName: needed(TEXT),
  domainOwner: TEXT,
  region: TEXT,
};

const KINDS: Kinds<DomainProps> = {
  domainName: needed(TEXT),
  encryptionKey: KEY,
  organizationIds: listOf(TEXT),
  removalPolicy: REMOVAL_POLICY,
};

/**
 * A new CodeArtifact domain, with a policy for the organizations that may use it.
 *
 * Throws for a name, key or organization id that CodeArtifact would refuse, and for a key of another Region. Fails
 * synthesis where the app makes another domain of its name in the same account and Region, of whatever class.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-domain.html
 * @resource AWS::CodeArtifact::Domain
 */
@propertyInjectable
export class Domain extends DomainBase {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-python-artifact-pipeline.Domain';

  /**
   * References a domain by its ARN, with the account and Region that stand in it.
   *
   * Throws for an ARN that is not a domain's.
   */
  public static fromDomainArn(scope: Construct, id: string, domainArn: string): IDomain {
    const arn = placeholderAsToken(domainArn);
    const [domainName] = namesInArn(pathIn(scope, id), 'domain', arn);

    class Import extends DomainBase {
      public readonly domainArn = arn;
      public readonly domainName = domainName;
      public readonly domainOwner = this.env.account;

      public addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult {
        return importedPolicyUnchanged(this, 'domain', statement);
      }
    }
    return new Import(scope, id, { environmentFromArn: arn });
  }

  /** References a domain by its name, owner and Region. Throws for what could be none of these. */
  public static fromDomainAttributes(scope: Construct, id: string, attrs: DomainAttributes): IDomain {
    const place = pathIn(scope, id);
    checkKinds(place, attrs, ATTRIBUTE_KINDS);
    checkDomainName(place, attrs.domainName);
    checkAccount(place, 'domainOwner', attrs.domainOwner);
    checkRegion(place, 'region', attrs.region);
    const domainArn = codeArtifactArn(scope, {
      resource: 'domain',
      resourceName: attrs.domainName,
      account: attrs.domainOwner,
      region: attrs.region,
    });
    return Domain.fromDomainArn(scope, id, domainArn);
  }

  public readonly domainOwner: string;
  /** @internal */
  protected override readonly _selfArn: string;
  private readonly resource: CfnDomain;
  private readonly policy = new PolicyDocument();
  private arnReference?: string;
  private nameReference?: string;
  private readonly arnStart: string;
  private readonly selfTexts = new NamedTexts();

  constructor(scope: Construct, id: string, props: DomainProps) {
    checkKinds(pathIn(scope, id), props, KINDS);
    super(scope, id, { physicalName: props.domainName });
    checkDomainName(this, props.domainName);
    checkOrganizationIds(this, props.organizationIds ?? []);
    checkEncryptionKey(this, props.encryptionKey);
    refuseSnapshot(this, props.removalPolicy);
    warnOfRegion(this, this.env.region);

    this.resource = new CfnDomain(this, 'Resource', {
      domainName: this.physicalName,
      encryptionKey: props.encryptionKey?.keyArn,
      permissionsPolicyDocument: this.policy,
    });
    this.resource.applyRemovalPolicy(props.removalPolicy ?? DEFAULT_REMOVAL_POLICY);

    rememberName(this, this.resource, 'DomainName', this.resource.attrName);
    this.domainOwner = this.env.account;
    refuseSecond(this, ONE_DOMAIN);

    if (props.encryptionKey) {
      allowCodeArtifact(this, props.encryptionKey);
      checkKeyRemoval(this, keyBehind(props.encryptionKey));
    }
    this.arnStart = codeArtifactArn(this, { resource: 'domain', resourceName: '' });
    this._selfArn = this.selfTexts.say(this.arnStart, () => this.selfName);
    new DomainOrganizations(this, this._selfArn).add(props.organizationIds ?? []);
    limitResourcePolicy(this, 'domain', this.policy);
    renewResourcePolicy(this.resource, this.policy, this.selfTexts);
  }

  // These two are made when they are asked for: a reference that can cross stacks takes long.
  public get domainArn(): string {
    this.arnReference ??= this.getResourceArnAttribute(this.resource.attrArn, {
      service: SERVICE,
      resource: 'domain',
      resourceName: atSynthesis(() => this.selfName),
    });
    return this.arnReference;
  }

  public get domainName(): string {
    this.nameReference ??= this.getResourceNameAttribute(this.resource.attrName);
    return this.nameReference;
  }

  public addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult {
    this.policy.addStatements(statement);
    return { statementAdded: true, policyDependable: this };
  }

  /** @internal */
  protected override _arnFor(say: SayNames): string {
    if (knownName(this) === undefined) return this.domainArn;
    return say(this.arnStart, () => knownName(this) ?? this.domainName);
  }

  /** What takes the place of a reference where that can not cross accounts and Regions. */
  protected override get physicalName(): string {
    return knownName(this) ?? super.physicalName;
  }

  /** The name without a reference to the domain, which its own policy can't have. */
  private get selfName(): string {
    return currentName(this) ?? this.domainName;
  }
}
