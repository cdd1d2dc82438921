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

/** The id of the step that assumes the role. */
export const SIGN_IN = 'sign-in';

const COMPARISON = 'compare-trust';

/** The audience that the action asks for by itself. */
const AUDIENCE = 'sts.amazonaws.com';

/** Assumes a role; before that, the run is compared with what the role trusts, and after a refusal the rest is said. */
export function signIn(
  pins: ActionPins,
  purpose: 'publish' | 'read',
  role: WorkflowValue,
  values: WorkflowValues,
  comparison: Comparison,
  seconds?: number,
): Step[] {
  const { name, ...step } = assumeRole(pins, purpose, role, values, seconds);
  return [beforeSignIn(role, comparison), { name, id: SIGN_IN, ...step }, afterRefusal(role, comparison)];
}

/** Says why AWS will refuse the run, where that can be told from its token. Fails nothing. */
export function beforeSignIn(role: WorkflowValue, { trust, entry, python }: Comparison): Step {
  return {
    name: 'Compare this run with what the role trusts',
    id: COMPARISON,
    env: { ...environment(role, entry), TRUST: JSON.stringify(trust), ...(python && { PYTHON: python }) },
    run: compareSignIn(
      python ? '"$PYTHON"' : '"$(command -v python3 || command -v python)"',
      possibleCauses(trust, entry !== undefined),
    ),
  };
}

/** Says what else it can be, after the step of the id `SIGN_IN` was refused. */
export function afterRefusal(role: WorkflowValue, { trust, entry }: Comparison): Step {
  return {
    name: 'Say what else refuses a sign-in',
    if: `failure() && steps.${SIGN_IN}.outcome == 'failure' && steps.${COMPARISON}.outputs.refused != 'true'`,
    env: { ...environment(role, entry), ISSUER: trust.issuer.replace('https://', '') },
    run: AFTER_REFUSAL,
  };
}

function environment(role: WorkflowValue, entry: string | undefined): Record<string, string> {
  return { ROLE_ARN: role.text, AUDIENCE, ...(entry && { TRUSTED_REPOSITORY: entry }) };
}
