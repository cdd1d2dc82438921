import { type IndexScope, PythonClient } from '../../codeartifact';
import type { SharedTrust } from '../../github/trust/shared-trust';
import type { ActionPins } from '../actions/action-pins';
import { readIndexOnce } from '../jobs/scripts/read-index';
import { scriptOf } from '../jobs/scripts/script';
import { SIGN_IN, signIn } from '../jobs/sign-in';
import { repositoryEnv } from '../jobs/steps';
import type { CompositeStep } from '../language/action-model';
import { expression } from '../language/expression';
import { unknownInputs } from '../settings/values';
import type { InstallValues } from './install-values';
import { checkJob, inputVariable } from './scripts/check-job';
import { GET_TOKEN } from './scripts/get-token';
import { setUpClients } from './scripts/set-up-clients';

/** What a reader says of an installation. */
export interface InstallSettings {
  readonly indexScope: IndexScope;
  readonly clients: PythonClient[];
  readonly tokenSeconds: number;

  /** What the role trusts of whoever it is; nobody needs it until steps are asked for. */
  readonly trust: () => SharedTrust;
}

/** Ends the job with a sentence where it can not sign in, before anything else does with less. */
export function checkStep({ values }: InstallValues, { clients }: InstallSettings): CompositeStep {
  const inputs = unknownInputs(values);
  return {
    name: 'Check that the job can sign in',
    env: {
      IS_FORK: expression(
        'github.event.pull_request && github.event.pull_request.head.repo.full_name != github.repository',
      ),
      ...Object.fromEntries(inputs.map(({ name }) => [inputVariable(name), expression(`inputs.${name}`)])),
    },
    // Windows has no sh, and some containers have nothing else.
    shell: expression("runner.os == 'Windows' && 'bash' || 'sh'"),
    run: checkJob(inputs, clients.includes(PythonClient.PDM)),
  };
}

/** Assumes the role for the step that gets the token, and for no later one of the job, and explains a refusal. */
export function signInSteps(
  pins: ActionPins,
  { role, values }: InstallValues,
  { tokenSeconds, trust }: InstallSettings,
): CompositeStep[] {
  const alone = { 'output-credentials': true, 'output-env-credentials': false };
  return signIn(pins, 'read', role, values, { trust: trust() }, tokenSeconds).map((step) =>
    step.id === SIGN_IN ? { ...step, with: { ...step.with, ...alone } } : { ...step, shell: 'bash' },
  );
}

/** Gets the token, and sets up the clients of the later steps. */
export function installStep(
  { values, indexUrl }: InstallValues,
  { indexScope, clients, tokenSeconds }: InstallSettings,
): CompositeStep {
  const output = (name: string) => expression(`steps.${SIGN_IN}.outputs.aws-${name}`);
  return {
    name: 'Install from CodeArtifact',
    env: {
      AWS_REGION: values.region.text,
      AWS_ACCESS_KEY_ID: output('access-key-id'),
      AWS_SECRET_ACCESS_KEY: output('secret-access-key'),
      AWS_SESSION_TOKEN: output('session-token'),
      ...repositoryEnv(values),
      DURATION: String(tokenSeconds),
      INDEX_URL: indexUrl,
    },
    shell: 'bash',
    run: scriptOf(GET_TOKEN, readIndexOnce('${INDEX_URL}'), setUpClients(clients, indexScope)),
  };
}
