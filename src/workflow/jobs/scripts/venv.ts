import { BY_HASH, beginInstallation, END_INSTALLATION } from './requirements';
import { script, scriptOf } from './script';

/** Where the tools are installed, and where the package is built: apart from each other. */
export const TOOLS = '$RUNNER_TEMP/tools';
export const PACKAGE = '$RUNNER_TEMP/package';

/** Where the wheels of the tools are that another job fetched. */
export const WHEELS = '$RUNNER_TEMP/wheels';

/** Lets pip take these and nothing else. */
export const FROM_WHEELS = `--no-index --find-links "${WHEELS}"`;

/** Makes an environment from the Python in a variable. */
export function makeVenv(folder: string, pythonVariable: string): string {
  return `"$${pythonVariable}" -m venv "${folder}"`;
}

/** Puts the programs of the package's environment first on the path; on Windows they are in a folder of another name. */
export const ACTIVATE_PACKAGE = script(`
  programs=$(cd "${PACKAGE}/bin" 2>/dev/null || cd "${PACKAGE}/Scripts" && pwd)
  export PATH="$programs:$PATH"
`);

/**
 * Installs into the package's environment, from the index that its own configuration of pip says, or the variable
 * `TOOL_INDEX`; or from the wheels that were fetched.
 */
export function installForPackage(title: string, requirements: string[], areFetched: boolean): string {
  const source = areFetched ? FROM_WHEELS : '${TOOL_INDEX:+--index-url "$TOOL_INDEX"}';
  return scriptOf(
    beginInstallation(title, requirements),
    script(`
      python -m pip install --no-cache-dir --disable-pip-version-check ${source} \\
        ${BY_HASH}
    `),
    END_INSTALLATION,
  );
}
