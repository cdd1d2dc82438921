import type { IConstruct } from 'constructs';
import { ActionPins } from './actions/action-pins';
import { type InstallPlace, variablesOfPaster } from './install/install-values';
import { type InstallSettings, installStep, signInSteps } from './install/steps';
import { toYaml } from './language/yaml';
import { commentsWith } from './render';

/**
 * What a job needs before it installs, as a part of a workflow: its permissions and its first steps, as the action has
 * them.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html
 */
export function installSteps(scope: IConstruct, place: InstallPlace, settings: InstallSettings): string {
  const pins = new ActionPins(scope);
  const values = variablesOfPaster(scope, place);
  const job = {
    permissions: { contents: 'read', 'id-token': 'write' },
    steps: [...signInSteps(pins, values, settings), installStep(values, settings)],
  };
  return toYaml(job, commentsWith(pins));
}
