import type { Action } from './action';
import { downloadArtifact, uploadArtifact } from './artifact';
import { configureAwsCredentials } from './aws-credentials';
import { checkout } from './checkout';
import { setupPython } from './setup-python';

const ACTIONS: Readonly<Record<string, Action>> = {
  'actions/checkout': checkout,
  'actions/setup-python': setupPython,
  'actions/upload-artifact': uploadArtifact,
  'actions/download-artifact': downloadArtifact,
  'aws-actions/configure-aws-credentials': configureAwsCredentials,
};

/**
 * The code behind a `uses:`. A commit is what was reviewed. A tag or a branch is whatever its owner, or whoever
 * took over that account, made of it since: here that is always code of somebody else.
 */
export function findAction(uses: string): { readonly action: Action; readonly reviewed: boolean } {
  const [name = '', ref = ''] = uses.split('@');
  const action = ACTIONS[name];
  if (!action) throw new Error(`Unable to resolve action ${uses}: no stand-in for it`);
  if (/^[0-9a-f]{40}$/.test(ref)) return { action, reviewed: true };
  const stranger: Action = {
    ...action,
    async run(inputs, host) {
      host.log.write(`MOVED ${uses} now runs other code than was reviewed`);
      return action.run(inputs, host);
    },
  };
  return { action: stranger, reviewed: false };
}
