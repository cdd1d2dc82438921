import { Token } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { invalidInput } from '../../private/invalid-input';
import { policySize, policySizeOver } from '../../private/policy-size';
import type { TrustedProvider } from '../provider/trusted-provider';
import type { Trust } from './trust-conditions';

const IAM_QUOTAS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';
const DEFAULT_QUOTA = 2048;
const LARGEST_QUOTA = 8192;

/** Fails synthesis where IAM would refuse the trust policy of a role for its size. */
export function limitTrustPolicy(
  role: Role,
  provider: TrustedProvider,
  kind: Trust['kind'],
  quota = DEFAULT_QUOTA,
): void {
  if (Token.isUnresolved(quota)) return;
  if (!(quota >= DEFAULT_QUOTA && quota <= LARGEST_QUOTA)) {
    throw invalidInput(
      {
        property: 'trustPolicyQuota',
        given: quota,
        reason: 'is not a quota that IAM grants',
        allowed: `${DEFAULT_QUOTA} to ${LARGEST_QUOTA} characters`,
        see: IAM_QUOTAS,
      },
      role,
    );
  }
  role.node.addValidation({
    validate: () => {
      const trust = role.assumeRolePolicy;
      const size = trust && policySizeOver(quota, role, trust, deployedArn(role, provider));
      if (size === undefined) return [];
      return [
        `The trust policy of ${role.node.path} is ${size} characters; the limit is ${quota}. Either raise the ` +
          `quota of the account (L-C07B4B0D, up to ${LARGEST_QUOTA}) and say so with trustPolicyQuota, or split the ` +
          `repositories over several roles with add${kind}, or trust the organization with ` +
          `GitHub${kind}.organization${kind === 'Publisher' ? ' and a WorkflowHost' : ''}. See ${IAM_QUOTAS}`,
      ];
    },
  });
}

/** The size of the trust policy of a role in characters, as IAM counts it. */
export function trustPolicySize(role: Role, provider: TrustedProvider): number {
  return role.assumeRolePolicy ? policySize(role, role.assumeRolePolicy, deployedArn(role, provider)) : 0;
}

/** The ARN behind the token of the provider; of the shortest partition, and with any account. */
function deployedArn(role: Role, { issuer, oidcProviderArn }: TrustedProvider): Record<string, string> {
  const account = Token.isUnresolved(role.stack.account) ? '1'.repeat(12) : role.stack.account;
  return { [oidcProviderArn]: `arn:aws:iam::${account}:oidc-provider/${issuer.name}` };
}
