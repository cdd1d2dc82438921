import { script } from './script';
import { TOOLS } from './venv';

/**
 * Makes the environment of the tools from the Python in a variable, and installs exact versions into it, from wheels
 * only: a wheel runs no code when it is installed.
 *
 * Of what the machine says to pip, the index is taken, since public PyPI may be out of reach, and nothing else.
 * Isolated, Python loads nothing from the home either.
 *
 * @see https://pip.pypa.io/en/stable/topics/configuration/
 */
export function installTools(pythonVariable: string, requirements: string[]): string {
  const quoted = requirements.map((requirement) => ` "${requirement}"`).join('');
  return script(`
    "$${pythonVariable}" -I -m venv "${TOOLS}"
    python=("${TOOLS}/bin/python" -I)
    index=$PIP_INDEX_URL
    if [[ -z "$index" ]]; then
      index=$("\${python[@]}" -m pip config list --isolated |
        sed -En "s/^(global|install)[.]index-url='(.*)'$/\\2/p" | tail -n 1)
    fi
    PIP_CONFIG_FILE=/dev/null "\${python[@]}" -m pip install --isolated --no-cache-dir --disable-pip-version-check \\
      \${index:+--index-url "$index"} --only-binary :all:${quoted}
  `);
}
