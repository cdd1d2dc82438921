import { type IResource, Resource, Stack } from 'aws-cdk-lib';
import {
  type AddToResourcePolicyResult,
  Grant,
  type IGrantable,
  type PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import { grantBearerToken } from './bearer-token';
import type { IDomain } from './domain';
import { PackagePattern } from './package-pattern';
import {
  DOMAIN_ACTIONS,
  PACKAGE_PUBLISH_ACTIONS,
  PACKAGE_READ_ACTIONS,
  REPOSITORY_INSTALL_ACTIONS,
  REPOSITORY_READ_ACTIONS,
} from './permissions';

/**
 * A CodeArtifact repository of Python packages.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repos.html
 */
export interface IRepository extends IResource {
  /**
   * The ARN of the repository.
   * @attribute
   */
  readonly repositoryArn: string;

  /**
   * The name of the repository.
   * @attribute
   */
  readonly repositoryName: string;

  /** The domain that the repository belongs to. */
  readonly domain: IDomain;

  /**
   * The URL that pip and uv install from. It ends in `/simple/`.
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html
   */
  readonly indexUrl: string;

  /**
   * The URL that twine and uv publish to. It ends in `/`.
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-twine.html
   */
  readonly publishUrl: string;

  /**
   * The ARN of packages of this repository, as package permissions want it.
   *
   * Throws for what is neither an exact name nor `prefix-*`.
   *
   * @param packages an exact name such as `orders-sdk`, or a prefix such as `acme-*`; all Python packages
   * where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
   */
  arnForPackages(packages?: string): string;

  /**
   * Adds a statement to the policy of the repository.
   *
   * On an imported repository nothing is added, and a warning says so.
   *
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repo-policies.html
   */
  addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  /**
   * Grants all that a client such as pip needs to install from this repository, and no more: the token,
   * the endpoint and the packages.
   *
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/auth-and-access-control-permissions-reference.html
   */
  grantRead(grantee: IGrantable): Grant;

  /**
   * Grants publishing to this repository, and looking at what is published.
   *
   * Throws for an entry of `packages` that is neither an exact name nor `prefix-*`.
   *
   * @param grantee who may publish
   * @param packages exact names such as `orders-sdk`, or prefixes such as `acme-*`; all Python packages
   * where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
   */
  grantPublish(grantee: IGrantable, packages?: string[]): Grant;
}

/** What new and imported repositories share. */
export abstract class RepositoryBase extends Resource implements IRepository {
  public abstract readonly repositoryArn: string;
  public abstract readonly repositoryName: string;
  public abstract readonly domain: IDomain;

  public abstract addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  public get indexUrl(): string {
    return `${this.publishUrl}simple/`;
  }

  public get publishUrl(): string {
    const { domainName, domainOwner } = this.domain;
    const host = `${domainName}-${domainOwner}.d.codeartifact.${this.env.region}.${Stack.of(this).urlSuffix}`;
    return `https://${host}/pypi/${this.repositoryName}/`;
  }

  public arnForPackages(packages?: string): string {
    // PyPI has no namespaces: the segment between the format and the name stays empty.
    const name = packages && PackagePattern.parse(this, 'packages', packages).arnName;
    return Stack.of(this).formatArn({
      service: 'codeartifact',
      resource: 'package',
      resourceName: `${this.domain.domainName}/${this.repositoryName}/pypi/${name ? `/${name}` : '*'}`,
      account: this.domain.domainOwner,
      region: this.env.region,
    });
  }

  public grantRead(grantee: IGrantable): Grant {
    return this.grantOn(this.repositoryArn, grantee, REPOSITORY_INSTALL_ACTIONS).combine(
      this.domain.grantAuthorizationToken(grantee),
    );
  }

  public grantPublish(grantee: IGrantable, packages?: string[]): Grant {
    const packageArns = packages?.map((entry) => this.arnForPackages(entry)) ?? [this.arnForPackages()];
    const packageActions = [...PACKAGE_PUBLISH_ACTIONS, ...PACKAGE_READ_ACTIONS];
    return this.domain
      .grant(grantee, ...DOMAIN_ACTIONS)
      .combine(this.grantOn(packageArns, grantee, packageActions))
      .combine(this.grantOn(this.repositoryArn, grantee, REPOSITORY_READ_ACTIONS))
      .combine(grantBearerToken(grantee));
  }

  private grantOn(resourceArns: string | string[], grantee: IGrantable, actions: string[]): Grant {
    return Grant.addToPrincipalOrResource({
      grantee,
      actions,
      resourceArns: [resourceArns].flat(),
      resource: this,
    });
  }
}
