/** An action of the table, at the one commit that is used of it. */
export interface PinnedAction {
  readonly version: string;
  readonly sha: string;
}

/**
 * Every action that a generated workflow uses, pinned to the commit that its tag pointed to.
 *
 * A tag can be moved to other code, a commit can not; the version stands beside it as a comment, which
 * Dependabot and people read.
 *
 * @see https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions
 */
export const ACTIONS = {
  'actions/checkout': { version: 'v7.0.1', sha: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
  'actions/setup-python': { version: 'v7.0.0', sha: '5fda3b95a4ea91299a34e894583c3862153e4b97' },
  'actions/upload-artifact': { version: 'v7.0.1', sha: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a' },
  'actions/download-artifact': { version: 'v8.0.1', sha: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c' },
  'aws-actions/configure-aws-credentials': {
    version: 'v6.2.3',
    sha: 'e6de054238d6b7531b4efff3b6587d9aade6a06c',
  },
} satisfies Record<string, PinnedAction>;

/** The name of an action of the table. */
export type ActionName = keyof typeof ACTIONS;

/** What stands behind `uses:`. */
export function pinned(name: ActionName): string {
  return `${name}@${ACTIONS[name].sha}`;
}

/** The version of what stands behind `uses:`, where it is an action of the table. */
export function versionOf(uses: string): string | undefined {
  const [name, sha] = uses.split('@');
  const action: PinnedAction | undefined = ACTIONS[name as ActionName];
  return action && action.sha === sha ? action.version : undefined;
}
