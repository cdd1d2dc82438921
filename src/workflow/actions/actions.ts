/** An action at the one commit that is used of it. */
export interface PinnedAction {
  readonly version: string;
  readonly sha: string;
  /** What it takes `with`, as its action.yml of that commit says. */
  readonly inputs: string[];
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
  'actions/checkout': {
    version: 'v7.0.1',
    sha: '3d3c42e5aac5ba805825da76410c181273ba90b1',
    inputs: words(`
      repository ref token ssh-key ssh-known-hosts ssh-strict ssh-user persist-credentials path clean filter
      sparse-checkout sparse-checkout-cone-mode fetch-depth fetch-tags show-progress lfs submodules
      set-safe-directory github-server-url allow-unsafe-pr-checkout
    `),
  },
  'actions/setup-python': {
    version: 'v7.0.0',
    sha: '5fda3b95a4ea91299a34e894583c3862153e4b97',
    inputs: words(`
      python-version python-version-file cache architecture check-latest token cache-dependency-path
      update-environment allow-prereleases freethreaded pip-version
    `),
  },
  'actions/upload-artifact': {
    version: 'v7.0.1',
    sha: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a',
    inputs: words(`
      name path if-no-files-found retention-days compression-level overwrite include-hidden-files archive
    `),
  },
  'actions/download-artifact': {
    version: 'v8.0.1',
    sha: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
    inputs: words(`
      name artifact-ids path pattern merge-multiple github-token repository run-id skip-decompress
      digest-mismatch
    `),
  },
  'actions/attest': {
    version: 'v4.2.2',
    sha: '1e69f48acb82d1966a394da916b4c1698aa569d6',
    inputs: words(`
      subject-path subject-digest subject-name subject-version subject-checksums predicate-type predicate predicate-path
      sbom-path push-to-registry create-storage-record show-summary github-token
    `),
  },
  'aws-actions/configure-aws-credentials': {
    version: 'v6.2.3',
    sha: 'e6de054238d6b7531b4efff3b6587d9aade6a06c',
    inputs: words(`
      action-timeout-s aws-profile aws-region role-to-assume aws-access-key-id aws-secret-access-key aws-session-token
      web-identity-token-file role-chaining audience http-proxy no-proxy mask-aws-account-id
      role-duration-seconds role-external-id role-session-name role-skip-session-tagging
      inline-session-policy managed-session-policies output-credentials output-env-credentials
      unset-current-credentials disable-retry retry-max-attempts special-characters-workaround
      use-existing-credentials allowed-account-ids force-skip-oidc custom-tags overwrite-aws-profile
      sts-endpoint transitive-tag-keys
    `),
  },
} satisfies Record<string, PinnedAction>;

/** The name of an action of the table. */
export type ActionName = keyof typeof ACTIONS;

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
