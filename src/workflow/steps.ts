import { pinned } from './actions';
import { expression } from './expression';
import type { Step } from './model';
import { scriptOf } from './scripts/script';
import { makeVenv, pipInstall, TOOLS } from './scripts/venv';
import { TOOLS_PYTHON, TWINE } from './tool-versions';

/** The name under which the built files are handed from job to job. */
export const ARTIFACT = 'python-package';

/** The sources, without the token of the job in the folder where the package's own code runs. */
export function checkout(): Step {
  return {
    name: 'Check out',
    uses: pinned('actions/checkout'),
    with: { 'persist-credentials': false },
  };
}

/** The Python of the tools, off the path; its location is the output `python-path`. */
export function setUpToolsPython(): Step {
  return {
    name: 'Set up Python for the tools',
    id: 'tools',
    uses: pinned('actions/setup-python'),
    with: { 'python-version': TOOLS_PYTHON, 'update-environment': false },
  };
}

export function installTwine(): Step {
  return {
    name: 'Install twine',
    env: { TOOLS_PYTHON: expression('steps.tools.outputs.python-path') },
    run: scriptOf(makeVenv(TOOLS, 'TOOLS_PYTHON'), pipInstall(TOOLS, [TWINE], true)),
  };
}
