/** Where the tools are installed, and where the package is built: apart from each other. */
export const TOOLS = '$RUNNER_TEMP/tools';
export const PACKAGE = '$RUNNER_TEMP/package';

/** Makes an environment from the Python in a variable. */
export function makeVenv(folder: string, pythonVariable: string): string {
  return `"$${pythonVariable}" -m venv "${folder}"`;
}

/** Installs exact versions, with what the package's own configuration of pip says. */
export function pipInstall(folder: string, requirements: string[]): string {
  const quoted = requirements.map((requirement) => ` "${requirement}"`).join('');
  return `"${folder}/bin/python" -m pip install --no-cache-dir --disable-pip-version-check${quoted}`;
}
