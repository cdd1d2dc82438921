import { CfnResource } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';

/** Why a statement of a role has a wildcard. */
export interface WildcardReason {
  /** The resource of the statement, as a regular expression. */
  readonly resource: string;
  readonly reason: string;
}

/** The bearer token of CodeArtifact, which STS gives for no resource in particular. */
export const BEARER_TOKEN_REASON: WildcardReason = {
  resource: '\\*',
  reason:
    'STS has no resource for sts:GetServiceBearerToken; sts:AWSServiceName keeps the token to CodeArtifact.',
};

/**
 * Writes the reasons into the template, where reviewers and cdk-nag find them.
 *
 * @see https://github.com/cdklabs/cdk-nag#suppressing-a-rule
 */
export function explainWildcards(role: Role, reasons: WildcardReason[]): void {
  const policy = role.node.tryFindChild('DefaultPolicy')?.node.defaultChild;
  if (!policy || !CfnResource.isCfnResource(policy)) return;
  policy.addMetadata('cdk_nag', {
    rules_to_suppress: reasons.map(({ resource, reason }) => ({
      id: 'AwsSolutions-IAM5',
      reason,
      applies_to: [{ regex: `/^Resource::${resource}$/` }],
    })),
  });
}
