import { AspectPriority, Aspects, type CfnResource } from 'aws-cdk-lib';
import type { ManagedPolicy, Policy, Role } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledge, type NagRule } from './acknowledge';
import { resourceTexts } from './resource-texts';
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

const WILDCARD = 'AwsSolutions-IAM5';

/** Why what is granted to a role stands in an inline policy, for the packs of rules that want a managed one. */
const INLINE: readonly NagRule[] = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map(
  (pack) => ({
    id: `${pack}-IAMNoInlinePolicy`,
    reason: 'It is written for this one role, is of use to no other, and is deleted with it.',
  }),
);

/**
 * Writes the reasons for wildcards, and for the inline policy, into the template, where reviewers and cdk-nag 2 find
 * them, and acknowledges the same to the CDK where that can be done, as cdk-nag 3 wants it.
 *
 * CDK divides what is granted to a role among several policies not before synthesis, so that is when each is
 * given the reasons: before aspects that only read, as cdk-nag's.
 *
 * @see https://github.com/cdklabs/cdk-nag#suppressing-a-rule
 */
export function explainWildcards(role: Role, reasons: WildcardReason[]): void {
  const wildcards = reasons.map(({ resource, reason }) => ({
    id: WILDCARD,
    reason,
    applies_to: [{ regex: `/^Resource::${resource}$/` }],
  }));
  const visit = (node: IConstruct) => {
    if (!isGrantedPolicy(role, node)) return;
    const inline = node.node.id === 'DefaultPolicy' ? INLINE : [];
    const resource = node.node.defaultChild as CfnResource;
    const others: unknown[] = resource.getMetadata('cdk_nag')?.rules_to_suppress ?? [];
    resource.addMetadata('cdk_nag', { rules_to_suppress: [...others, ...wildcards, ...inline] });
    acknowledge(node, () => [...explained(node as Policy | ManagedPolicy, reasons), ...inline]);
  };
  Aspects.of(role).add({ visit }, { priority: AspectPriority.MUTATING });
}

/** cdk-nag 3 knows no patterns: each wildcard that is there is named, and those that nobody explained are not. */
function explained(policy: Policy | ManagedPolicy, reasons: WildcardReason[]): NagRule[] {
  return resourceTexts(policy, policy.document)
    .filter((text) => text.includes('*'))
    .flatMap((text) =>
      reasons
        .filter(({ resource }) => new RegExp(`^${resource}$`).test(text))
        .slice(0, 1)
        .map(({ reason }) => ({ id: `${WILDCARD}[Resource::${text}]`, reason })),
    );
}
