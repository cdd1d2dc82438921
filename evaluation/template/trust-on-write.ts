import type { Policy } from '../authorization';
import { Refusal } from '../refusal';

const GITHUB = /:oidc-provider\/token\.actions\.githubusercontent\.com(\/|$)/;
const COUNTED = ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'];

/**
 * IAM's own check when a role is created or changed: whoever trusts GitHub has to look at the subject or at
 * the workflow, and not with a value that is everybody's. It is no safety net: `repo:*` passes.
 */
export function checkTrustOnWrite(trust: Policy): void {
  for (const { effect, principals, condition, label } of trust.statements) {
    if (effect !== 'Allow' || !principals?.federated.some((arn) => GITHUB.test(arn))) continue;
    const scoped = condition.some(
      ({ operator, key, values }) =>
        COUNTED.includes(operator) &&
        /:(sub|job_workflow_ref)$/.test(key) &&
        values.every((value) => value !== '' && !value.startsWith('*')),
    );
    if (!scoped) {
      throw new Refusal(
        `${label}: MalformedPolicyDocument: must evaluate, using StringEquals, StringLike or ` +
          'StringEqualsIgnoreCase, sub or job_workflow_ref which is not scoped to all',
      );
    }
  }
}
