import { Annotations, type IResource } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { afterAspects } from '../../private/last-word/after-aspects';
import { statementText } from '../../private/statement-text';

/** Says that the policy of an imported resource stays as it is, and what it would need. */
export function importedPolicyUnchanged(
  resource: IResource,
  kind: 'domain' | 'repository',
  statement: PolicyStatement,
): AddToResourcePolicyResult {
  if (!isOfOwner(resource, statement)) {
    // A role in the statement can get another name until then.
    afterAspects(resource, () => {
      Annotations.of(resource).addWarningV2(
        `cdk-python-artifact-pipeline:imported-${kind}-policy`,
        `The policy of an imported ${kind} is not changed. Where it does not say so already, ` +
          `add in the stack that owns the ${kind}: ${statementText(resource, statement)}`,
      );
    });
  }
  return { statementAdded: false };
}

/** In the account of the resource, an identity policy does without the resource's. */
function isOfOwner(resource: IResource, { principals }: PolicyStatement): boolean {
  const { stack, env } = resource;
  // The account of an AccountRootPrincipal is a token also where its stack says which account that is.
  const owner = stack.resolve(env.account);
  return (
    principals.length > 0 &&
    principals.every((principal) => isSame(stack.resolve(principal.principalAccount), owner))
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
