import { script } from './script';

/** Where the tools are installed, and where the package is built: apart from each other. */
export const TOOLS = '$RUNNER_TEMP/tools';
export const PACKAGE = '$RUNNER_TEMP/package';

/** Makes an environment from the Python in a variable. */
export function makeVenv(folder: string, pythonVariable: string): string {
  return `"$${pythonVariable}" -m venv "${folder}"`;
}

/** Puts the programs of the package's environment first on the path; on Windows they are in a folder of another name. */
export const ACTIVATE_PACKAGE = script(`
  programs=$(cd "${PACKAGE}/bin" 2>/dev/null || cd "${PACKAGE}/Scripts" && pwd)
  export PATH="$programs:$PATH"
`);

/** Installs exact versions, with what the package's own configuration of pip says. */
export function pipInstall(python: string, requirements: string[]): string {
  const quoted = requirements.map((requirement) => ` "${requirement}"`).join('');
  return `${python} -m pip install --no-cache-dir --disable-pip-version-check${quoted}`;
}
