import type { Duration, IResource } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, Grant, IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * A CodeArtifact domain: what repositories belong to, and what one logs in to.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/domains.html
 */
export interface IDomain extends IResource {
  /**
   * The ARN of the domain.
   * @attribute
   */
  readonly domainArn: string;

  /**
   * The name of the domain.
   * @attribute
   */
  readonly domainName: string;

  /**
   * The id of the AWS account that owns the domain, 12 digits.
   * @attribute
   */
  readonly domainOwner: string;

  /**
   * Adds a statement to the policy of the domain.
   *
   * On an imported domain nothing is added, and a warning says what to add where the domain is owned.
   *
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/domain-policies.html
   */
  addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  /**
   * Grants actions on the domain itself, not on its repositories and packages.
   *
   * Throws for a principal that is everyone.
   *
   * @param grantee who may
   * @param actions names with their service: `codeartifact:DescribeDomain`
   */
  grant(grantee: IGrantable, ...actions: string[]): Grant;

  /**
   * Lets a principal log in: the authorization token of the domain, and the bearer token behind it. A
   * principal of another account needs an identity policy there, too, and a warning says which.
   *
   * Throws for a duration that CodeArtifact does not give.
   *
   * @param grantee who may log in
   * @param maxTokenDuration how long a token may be valid at the most, 15 minutes to 12 hours; what CodeArtifact
   * allows where it is not given
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html
   */
  grantAuthorizationToken(grantee: IGrantable, maxTokenDuration?: Duration): Grant;
}
