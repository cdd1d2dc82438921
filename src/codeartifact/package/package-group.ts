import { type RemovalPolicy, Resource } from 'aws-cdk-lib';
import { CfnPackageGroup } from 'aws-cdk-lib/aws-codeartifact';
import type { Construct } from 'constructs';
import { pathIn } from '../../private/invalid-input';
import { checkKinds, type Kinds, needed, TEXT } from '../../private/kinds';
import { placeholderAsToken } from '../../private/token-text';
import type { IDomain } from '../domain/domain-interface';
import { addToDomain } from '../domain/domain-members';
import { foreignOwner, warnOfForeignDomain } from '../domain/foreign-domain';
import { checkSameRegion } from '../domain/region';
import { checkArn } from '../resource/arns';
import { checkDescription } from '../resource/description';
import { DOMAIN, ORIGIN_RESTRICTION, REMOVAL_POLICY } from '../resource/kinds';
import { PackagePattern } from '../resource/package-pattern';
import { checkRemoval, removalPolicyOf } from '../resource/removal';
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
  removalPolicy: REMOVAL_POLICY,
};

/**
 * A group of internal packages, which no public package of the same name can shadow, not even before the
 * first version is published.
 *
 * Throws for what is neither an exact name nor `prefix-*`, for a description of more than 1,000
 * characters, for packages that another group of the domain has, and for a domain of another Region.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-group-origin-controls.html
 * @resource AWS::CodeArtifact::PackageGroup
 */
export class PackageGroup extends Resource implements IPackageGroup {
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
    checkDescription(this, props.description);
    warnOfForeignDomain(this, domain, 'CreatePackageGroup');
    const pattern = PackagePattern.parse(this, 'packages', props.packages);
    addToDomain(domain, this, {
      property: 'packages',
      name: pattern.arnName,
      reason: 'is the pattern of',
      instead: 'one package group for it, or packages in one pipeline only',
    });
    const resource = new CfnPackageGroup(this, 'Resource', {
      domainName: domain.domainName,
      domainOwner: foreignOwner(this, domain),
      pattern: pattern.packageGroup,
      description: props.description,
      originConfiguration: {
        restrictions: {
          publish: (props.publish ?? OriginRestriction.allow())._render(),
          externalUpstream: (props.externalUpstream ?? OriginRestriction.block())._render(),
          internalUpstream: (props.internalUpstream ?? OriginRestriction.allow())._render(),
        },
      },
    });
    resource.applyRemovalPolicy(props.removalPolicy ?? removalPolicyOf(domain));
    checkRemoval('package group', this, domain);
    this.packageGroupArn = resource.attrArn;
  }
}
