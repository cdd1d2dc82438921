import { Annotations } from 'aws-cdk-lib';
import type { AddToResourcePolicyResult } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Says that the policy of an imported resource stays as it is. */
export function importedPolicyUnchanged(
  resource: IConstruct,
  kind: 'domain' | 'repository',
): AddToResourcePolicyResult {
  Annotations.of(resource).addWarningV2(
    `cdk-python-artifact-pipeline:imported-${kind}-policy`,
    `The policy of an imported ${kind} is not changed. Where the principal is of another account, ` +
      `add the statement in the stack that owns the ${kind}.`,
  );
  return { statementAdded: false };
}
