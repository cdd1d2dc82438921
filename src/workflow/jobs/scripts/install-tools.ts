import { BY_HASH, beginInstallation, END_INSTALLATION } from './requirements';
import { script, scriptOf } from './script';
import { FROM_WHEELS, TOOLS } from './venv';

/**
 * Makes the environment of the tools from the Python in a variable, whose pip installs into it: none is needed
 * inside, nor ensurepip.
 *
 * Of what the machine says to pip, the index is taken, since public PyPI may be out of reach, and nothing else. The
 * variable `TOOL_INDEX` says another one; wheels that were fetched need none. Isolated, Python loads nothing from
 * the home either.
 *
 * @see https://pip.pypa.io/en/stable/topics/configuration/
 * @see https://pip.pypa.io/en/stable/topics/python-option/
 */
export function installTools(
  pythonVariable: string,
  title: string,
  requirements: string[],
  areFetched: boolean,
): string {
  return scriptOf(
    beginInstallation(title, requirements),
    script(`
      unset "\${!PYTHON@}"
      pip=("$${pythonVariable}" -I -m pip)
    `),
    !areFetched && FIND_INDEX,
    script(`
      "$${pythonVariable}" -I -m venv --without-pip "${TOOLS}"
      PIP_CONFIG_FILE=/dev/null "\${pip[@]}" --python "${TOOLS}/bin/python" install --isolated --no-cache-dir \\
        --disable-pip-version-check ${areFetched ? FROM_WHEELS : '${index:+--index-url "$index"}'} \\
        ${BY_HASH}
    `),
    END_INSTALLATION,
  );
}

const FIND_INDEX = script(`
  index=\${TOOL_INDEX:-$PIP_INDEX_URL}
  if [[ -z "$index" ]]; then
    index=$("\${pip[@]}" config list --isolated |
      sed -En "s/^(global|install)[.]index-url='(.*)'$/\\2/p" | tail -n 1)
  fi
`);
