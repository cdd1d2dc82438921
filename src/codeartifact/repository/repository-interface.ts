import type { Duration, IResource } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, Grant, IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDomain } from '../domain/domain-interface';

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
   * On an imported repository nothing is added, and a warning says what to add where it is owned.
   *
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repo-policies.html
   */
  addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  /**
   * Grants all that a client such as pip needs to install from this repository, and no more: the token,
   * the endpoint and the packages.
   *
   * Throws for a principal that is everyone. Of a principal whose identity policy this app can't write, a
   * warning says what is left to do.
   *
   * @param grantee who may install
   * @param maxTokenDuration how long a token may be valid at the most, 15 minutes to 12 hours; what CodeArtifact
   * allows where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/auth-and-access-control-permissions-reference.html
   */
  grantRead(grantee: IGrantable, maxTokenDuration?: Duration): Grant;

  /**
   * Grants publishing to this repository, and looking at what is published.
   *
   * Throws for an entry of `packages` that is neither an exact name nor `prefix-*`, and for a principal that
   * is everyone. Of a principal whose identity policy this app can't write, a warning says what is left to do.
   *
   * @param grantee who may publish
   * @param packages exact names such as `orders-sdk`, or prefixes such as `acme-*`; all Python packages
   * where it is not given
   * @param maxTokenDuration how long a token may be valid at the most, 15 minutes to 12 hours; what CodeArtifact
   * allows where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/packages-overview.html
   */
  grantPublish(grantee: IGrantable, packages?: string[], maxTokenDuration?: Duration): Grant;
}
