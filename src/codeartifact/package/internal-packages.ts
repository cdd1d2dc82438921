import type { RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isKnownLater } from '../../private/token-text';
import type { IDomain } from '../domain/domain-interface';
import type { IRepository } from '../repository/repository-interface';
import { PackagePattern } from '../resource/package-pattern';
import { removalPolicyOf } from '../resource/removal';
import { OriginRestriction } from './origin-restriction';
import { PackageGroup } from './package-group';

/** Where internal packages may be published. */
export interface InternalPackagesProps {
  /** The domain whose packages these are. */
  readonly domain: IDomain;

  /** The only repository that they may be published to. */
  readonly repository: IRepository;

  /**
   * What becomes of the package groups when they leave the stack.
   * @default - as the repository where that is made in the same app
   */
  readonly removalPolicy?: RemovalPolicy;
}

/** Keeps the names of internal packages from coming into a domain by any other way than one repository. */
export class InternalPackages extends Construct {
  private readonly groups = new Map<string, PackageGroup>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: InternalPackagesProps,
  ) {
    super(scope, id);
  }

  /** The group of an exact name or `prefix-*`, made once for all its spellings. */
  public add(packages: string): PackageGroup {
    const { domain, repository, removalPolicy } = this.props;
    const { arnName } = PackagePattern.parse(this, 'packages', packages);
    const group =
      this.groups.get(arnName) ??
      new PackageGroup(this, this.idOf(arnName), {
        domain,
        packages,
        publish: OriginRestriction.allowRepositories(repository),
        removalPolicy: removalPolicy ?? removalPolicyOf(repository),
      });
    this.groups.set(arnName, group);
    return group;
  }

  /** The text of a token is another one in every synthesis, and an id must not be. */
  private idOf(arnName: string): string {
    return isKnownLater(arnName) ? `Packages${this.groups.size}` : arnName;
  }
}
