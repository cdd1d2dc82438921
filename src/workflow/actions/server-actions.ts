import { ACTIONS, type ActionName, type PinnedAction } from './actions';

/**
 * The last releases of the artifact actions that a GitHub Enterprise Server runs: from v4 on they refuse to.
 *
 * @see https://github.com/actions/upload-artifact#v4---whats-new
 * @see https://github.com/actions/download-artifact#ghes-support
 */
const SERVER_ACTIONS = {
  'actions/upload-artifact': {
    version: 'v3.2.1-node20',
    sha: 'c24449f33cd45d4826c6702db7e49f7cdb9b551d',
    inputs: ['name', 'path', 'if-no-files-found', 'retention-days', 'include-hidden-files'],
  },
  'actions/download-artifact': {
    version: 'v3.1.0-node20',
    sha: 'ad191675b41f6a5b46da9a048cb6893812da158b',
    inputs: ['name', 'path'],
  },
} satisfies Partial<Record<ActionName, PinnedAction>>;

/** The actions of a generated workflow, for GitHub as it runs itself or for a server of one's own. */
export function actionsFor(isServer: boolean): Record<ActionName, PinnedAction> {
  return isServer ? { ...ACTIONS, ...SERVER_ACTIONS } : ACTIONS;
}
