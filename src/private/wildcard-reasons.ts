import { AspectPriority, Aspects, type CfnResource } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { isGrantedPolicy } from './role-policies';

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
 * CDK divides what is granted to a role among several policies not before synthesis, so that is when each is
 * given the reasons: before aspects that only read, as cdk-nag's.
 *
 * @see https://github.com/cdklabs/cdk-nag#suppressing-a-rule
 */
export function explainWildcards(role: Role, reasons: WildcardReason[]): void {
  const rules = reasons.map(({ resource, reason }) => ({
    id: 'AwsSolutions-IAM5',
    reason,
    applies_to: [{ regex: `/^Resource::${resource}$/` }],
  }));
  const visit = (node: IConstruct) => {
    if (!isGrantedPolicy(role, node)) return;
    (node.node.defaultChild as CfnResource).addMetadata('cdk_nag', { rules_to_suppress: rules });
  };
  Aspects.of(role).add({ visit }, { priority: AspectPriority.MUTATING });
}
