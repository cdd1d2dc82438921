import { type RemovalPolicy, Resource } from 'aws-cdk-lib';
import { CfnPackageGroup } from 'aws-cdk-lib/aws-codeartifact';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { Construct } from 'constructs';
import { pathIn } from '../../private/invalid-input';
import { checkKinds, type Kinds, needed, TEXT } from '../../private/kinds';
import { placeholderAsToken } from '../../private/token-text';
import type { IDomain } from '../domain/domain-interface';
import { addToDomain } from '../domain/domain-members';
import { foreignOwner, warnOfForeignDomain } from '../domain/foreign-domain';
import { checkSameRegion } from '../domain/region';
import { nameOf } from '../repository/repository-names';
import { checkArn, codeArtifactArn } from '../resource/arns';
import { checkDescriptions } from '../resource/description';
import { DOMAIN, ORIGIN_RESTRICTION, REMOVAL_POLICY } from '../resource/kinds';
import { PackagePattern } from '../resource/package-pattern';
import { checkRemoval, refuseSnapshot, removalPolicyOf } from '../resource/removal';
import { noteCarvedOut } from './carved-out';
import { OriginRestriction } from './origin-restriction';
import type { IPackageGroup } from './package-group-interface';

/** What a new package group is made of. */
export interface PackageGroupProps {
  /** The domain whose packages these are. */
  readonly domain: IDomain;

  /** The exact name of a Python package such as `orders-sdk`, or a prefix such as `acme-*`. */
  readonly packages: string;

  /**
   * Whether versions may be published.
   * @default OriginRestriction.allow()
   */
  readonly publish?: OriginRestriction;

  /**
   * Whether versions may come from a public registry.
   * @default OriginRestriction.block()
   */
  readonly externalUpstream?: OriginRestriction;

  /**
   * Whether versions may come from an upstream repository of the domain.
   * @default OriginRestriction.allow()
   */
  readonly internalUpstream?: OriginRestriction;

  /**
   * What the group is for, up to 1,000 characters.
   * @default - no description
   */
  readonly description?: string;

  /**
   * Who to ask about the packages, such as an address or a team, up to 1,000 characters.
   * @default - nobody is named
   */
  readonly contactInfo?: string;

  /**
   * What becomes of the group when it leaves the stack. Without it, its names may come from anywhere.
   * @default - as its domain where that is made in the same app, else RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}

const KINDS: Kinds<PackageGroupProps> = {
  domain: needed(DOMAIN),
  packages: needed(TEXT),
  publish: ORIGIN_RESTRICTION,
  externalUpstream: ORIGIN_RESTRICTION,
  internalUpstream: ORIGIN_RESTRICTION,
  description: TEXT,
  contactInfo: TEXT,
  removalPolicy: REMOVAL_POLICY,
};

/**
 * A group of internal packages, which no public package of the same name can shadow, not even before the
 * first version is published.
 *
 * Throws for what is neither an exact name nor `prefix-*`, for a description or contact of more than
 * 1,000 characters, for packages that another group of the domain has, and for a domain of another Region.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-group-origin-controls.html
 * @resource AWS::CodeArtifact::PackageGroup
 */
@propertyInjectable
export class PackageGroup extends Resource implements IPackageGroup {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-python-artifact-pipeline.PackageGroup';

  /**
   * References a package group by its ARN, as CloudFormation or the API gives it.
   *
   * Throws for an ARN that is not a package group's.
   */
  public static fromPackageGroupArn(scope: Construct, id: string, packageGroupArn: string): IPackageGroup {
    checkArn(pathIn(scope, id), 'package group', packageGroupArn);
    const arn = placeholderAsToken(packageGroupArn);

    class Import extends Resource implements IPackageGroup {
      public readonly packageGroupArn = arn;
    }
    return new Import(scope, id, { environmentFromArn: arn });
  }

  public readonly packageGroupArn: string;

  constructor(scope: Construct, id: string, props: PackageGroupProps) {
    checkKinds(pathIn(scope, id), props, KINDS);
    super(scope, id);
    const { domain } = props;
    checkSameRegion(this, domain);
    checkDescriptions(this, 'CreatePackageGroup', {
      description: props.description,
      contactInfo: props.contactInfo,
    });
    refuseSnapshot(this, props.removalPolicy);
    const pattern = PackagePattern.parse(this, 'packages', props.packages);
    addToDomain(domain, this, {
      property: 'packages',
      name: pattern.arnName,
      reason: 'is the pattern of',
      instead: 'one package group for it, or packages in one pipeline only',
    });
    const restrictions = {
      publish: (props.publish ?? OriginRestriction.allow())._render(),
      externalUpstream: (props.externalUpstream ?? OriginRestriction.block())._render(),
      internalUpstream: (props.internalUpstream ?? OriginRestriction.allow())._render(),
    };
    const resource = new CfnPackageGroup(this, 'Resource', {
      domainName: domain.domainName,
      domainOwner: foreignOwner(this, domain),
      pattern: pattern.packageGroup,
      description: props.description,
      contactInfo: props.contactInfo,
      originConfiguration: { restrictions },
    });
    resource.applyRemovalPolicy(props.removalPolicy ?? removalPolicyOf(domain));
    checkRemoval('package group', this, domain);
    warnOfForeignDomain(this, domain, {
      type: 'AWS::CodeArtifact::PackageGroup',
      arn: () =>
        codeArtifactArn(this, {
          resource: 'package-group',
          resourceName: `${nameOf(domain)}${pattern.inArn}`,
          account: domain.domainOwner,
        }),
    });
    noteCarvedOut({ construct: this, domain, pattern, restrictions });
    this.packageGroupArn = resource.attrArn;
  }
}
