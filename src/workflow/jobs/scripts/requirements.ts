import { script } from './script';

/** Where the lines for pip are while it reads them: a file, since bash on Windows shares no other kind with Python. */
const FILE = '$RUNNER_TEMP/requirements.txt';

/** Writes the lines for pip, in a group of the log that folds away. */
export function beginInstallation(title: string, requirements: string[]): string {
  return [`echo '::group::${title}'`, `cat > "${FILE}" << 'LOCK'`, ...requirements, 'LOCK', ''].join('\n');
}

/**
 * The options that install these lines and nothing else: no file of another hash, nothing that a package names
 * beside them, and wheels only, which run no code when they are installed.
 *
 * @see https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode
 */
export const BY_HASH = `--require-hashes --no-deps --only-binary :all: --requirement "${FILE}"`;

export const END_INSTALLATION = script(`
  echo '::endgroup::'
`);
