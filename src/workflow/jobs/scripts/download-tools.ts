import { LOG_IN } from './codeartifact';
import { BY_HASH, beginInstallation, END_INSTALLATION } from './requirements';
import { script, scriptOf } from './script';
import { WHEELS } from './venv';
import { WITHOUT_IDENTITY } from './without-identity';

/**
 * Downloads wheels from the repository by the pip of the Python in a variable: those that are listed, of no other hash
 * and with nothing that they name. None is installed, and no code of any runs. The token is in the environment of pip
 * alone, whatever the machine says to it otherwise.
 *
 * @see https://pip.pypa.io/en/stable/cli/pip_download/
 */
export function downloadTools(pythonVariable: string, lists: string[][]): string {
  return scriptOf(
    WITHOUT_IDENTITY,
    LOG_IN,
    script(`
      unset "\${!PYTHON@}" "\${!PIP_@}"
      export PIP_CONFIG_FILE=/dev/null PIP_INDEX_URL="\${endpoint/"://"/"://aws:$token@"}simple/"
    `),
    ...lists.flatMap((requirements) => [
      beginInstallation('Download the tools, each wheel by its hash', requirements),
      script(`
        "$${pythonVariable}" -I -m pip download --no-cache-dir --disable-pip-version-check --dest "${WHEELS}" \\
          ${BY_HASH}
      `),
      END_INSTALLATION,
    ]),
  );
}
