import type { CfnPolicy, CfnRole, Policy, PolicyDocument, Role } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { RenewedPolicy } from './last-word/renewed-policy';
import { policySizeOver } from './policy-size';

/**
 * In characters, without white space, and in policies.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const INLINE_LIMIT = 10_240;
const MANAGED_LIMIT = 6_144;
const MANAGED_POLICIES_LIMIT = 10;

/** Below this, a policy is not measured, since its tokens could not make it too large: measuring takes time. */
const WORTH_MEASURING = 4_000;

/** The policies that CDK makes for what is granted to a role: one inline, and managed ones for what is too much. */
export function isGrantedPolicy(role: Role, { node }: IConstruct): boolean {
  return node.scope === role && /^(DefaultPolicy|OverflowPolicy\d+)$/.test(node.id);
}

/** Fails synthesis where IAM would refuse the policies of a role for their size or number. */
export function limitRolePolicies(role: Role): void {
  role.node.addValidation({
    validate: () => {
      const policies = role.node.children.filter((child) => isGrantedPolicy(role, child));
      return [
        ...policies.flatMap((policy) => sizeErrors(policy)),
        ...numberErrors(role, policies.length - 1),
      ];
    },
  });
}

function sizeErrors(construct: IConstruct): string[] {
  const document = writtenDocument(construct);
  const isInline = construct.node.id === 'DefaultPolicy';
  const limit = isInline ? INLINE_LIMIT : MANAGED_LIMIT;
  if (JSON.stringify(document.toJSON() ?? '').length < WORTH_MEASURING) return [];
  const size = policySizeOver(limit, construct, document);
  if (size === undefined) return [];
  return [
    `The ${isInline ? 'inline' : 'managed'} policy ${construct.node.path} is ${size} characters; the limit is ` +
      `${limit}. Grant in smaller statements, or less.`,
  ];
}

/** With the names that it is written with, which can be longer than those that it was put together with. */
function writtenDocument(construct: IConstruct): PolicyDocument | RenewedPolicy {
  const { policyDocument } = construct.node.defaultChild as CfnPolicy;
  return policyDocument instanceof RenewedPolicy ? policyDocument : (construct as Policy).document;
}

function numberErrors(role: Role, overflow: number): string[] {
  if (overflow < 1) return [];
  const { managedPolicyArns } = role.node.defaultChild as CfnRole;
  const attached: unknown = role.stack.resolve(managedPolicyArns);
  const number = overflow + (Array.isArray(attached) ? attached.length : 0);
  if (number <= MANAGED_POLICIES_LIMIT) return [];
  return [
    `The role ${role.node.path} would have ${number} managed policies for all that is granted to it; the limit ` +
      `is ${MANAGED_POLICIES_LIMIT}. Name fewer packages, name them by a prefix such as 'acme-*', or divide ` +
      'them among several roles.',
  ];
}
