import { possibleCauses } from '../../github/trust/possible-causes';
import type { SharedTrust } from '../../github/trust/shared-trust';
import type { ActionPins } from '../actions/action-pins';
import type { Step } from '../language/model';
import type { WorkflowValue, WorkflowValues } from '../settings/values';
import { AFTER_REFUSAL } from './scripts/sign-in/after-refusal';
import { compareSignIn } from './scripts/sign-in/compare';
import { assumeRole } from './steps';

/** What a run is compared with, and by what. */
export interface Comparison {
  readonly trust: SharedTrust;
  /** The entry of the repository, as text of a workflow; none where nothing passes it. */
  readonly entry?: string;
  /** The path of a Python, as text of a workflow; that of the machine otherwise. */
  readonly python?: string;
}

/** The audience that the action asks for by itself. */
const AUDIENCE = 'sts.amazonaws.com';

/** Assumes a role; before that, the run is compared with what the role trusts, and after a refusal the rest is said. */
export function signIn(
  pins: ActionPins,
  purpose: 'publish' | 'read',
  role: WorkflowValue,
  values: WorkflowValues,
  { trust, entry, python }: Comparison,
): Step[] {
  const { name, ...assume } = assumeRole(pins, purpose, role, values);
  const env = { ROLE: role.text, AUDIENCE, ...(entry && { TRUSTED_REPOSITORY: entry }) };
  return [
    {
      name: 'Compare this run with what the role trusts',
      id: 'compare_trust',
      env: { ...env, TRUST: JSON.stringify(trust), ...(python && { PYTHON: python }) },
      run: compareSignIn(
        python ? '"$PYTHON"' : '"$(command -v python3 || command -v python)"',
        possibleCauses(trust, entry !== undefined),
      ),
    },
    { name, id: 'assume_role', ...assume },
    {
      name: 'Say what else refuses a sign-in',
      if: "failure() && steps.assume_role.outcome == 'failure' && steps.compare_trust.outputs.refused != 'true'",
      env: { ...env, ISSUER: trust.issuer.replace('https://', '') },
      run: AFTER_REFUSAL,
    },
  ];
}
