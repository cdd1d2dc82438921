import type { TrustedRuns } from '../github/trust/trusted-runs';
import { invalidInput } from '../private/invalid-input';

/**
 * Throws where a property injector has given the workflow other runs than the role, or the role others than the
 * workflow: nothing would publish then.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html
 */
export function refuseOtherRuns(place: string, role: TrustedRuns, workflow: TrustedRuns): void {
  const refs = [role.jobWorkflowRef, workflow.jobWorkflowRef];
  if (refs[0] !== refs[1]) throw disagree(place, 'host', refs, 'workflow: { host, fileName }');
  if (role.publishOn === workflow.publishOn) return;
  const triggers = [role, workflow].map(({ publishOn }) => JSON.stringify(publishOn));
  if (triggers[0] !== triggers[1]) {
    throw disagree(place, 'publishOn', [role.publishOn, workflow.publishOn], 'publishOn');
  }
}

function disagree(place: string, property: string, [ofRole, ofWorkflow]: unknown[], given: string): Error {
  return invalidInput(
    {
      property,
      given: ofWorkflow,
      reason: `is what the workflow has, and ${JSON.stringify(ofRole) ?? 'any workflow'} what the role trusts, since a property injector changes one of them`,
      instead: `an injector of PackagePublisher, which gives both the same: ${given}`,
      see: 'https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html',
    },
    place,
  );
}
