import { Token } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { invalidInput } from '../private/invalid-input';
import { policySizeOver } from '../private/policy-size';
import type { IGitHubOidcProvider } from './oidc-provider';

const IAM_QUOTAS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';
const DEFAULT_QUOTA = 2048;
const LARGEST_QUOTA = 8192;

/** Fails synthesis where IAM would refuse the trust policy of a role for its size. */
export function limitTrustPolicy(role: Role, provider: IGitHubOidcProvider, quota = DEFAULT_QUOTA): void {
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
      const known = { [provider.oidcProviderArn]: deployedArn(role, provider) };
      const size = role.assumeRolePolicy && policySizeOver(quota, role, role.assumeRolePolicy, known);
      if (size === undefined) return [];
      return [
        `The trust policy of ${role.node.path} is ${size} characters; the limit is ${quota}. Either raise the ` +
          `quota of the account (L-C07B4B0D, up to ${LARGEST_QUOTA}) and say so with trustPolicyQuota, or split the ` +
          'publishers over several roles with addPublisher, or trust the organization with ' +
          `GitHubPublisher.organization and a WorkflowHost. See ${IAM_QUOTAS}`,
      ];
    },
  });
}

function deployedArn(role: Role, { issuer }: IGitHubOidcProvider): string {
  const account = Token.isUnresolved(role.stack.account) ? '1'.repeat(12) : role.stack.account;
  return `arn:aws:iam::${account}:oidc-provider/${issuer.name}`;
}
