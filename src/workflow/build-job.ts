import { pinned } from './actions';
import { expression } from './expression';
import type { Job, Step } from './model';
import { HAND_ON_HASHES } from './scripts/hashes';
import { scriptOf } from './scripts/script';
import { makeVenv, PACKAGE, pipInstall, TOOLS } from './scripts/venv';
import type { WorkflowSettings } from './settings';
import { ARTIFACT, checkout, installTwine, setUpToolsPython } from './steps';

/** Runs the package's own code, so that it holds nothing worth stealing: no token for AWS, no secret. */
export function buildJob(settings: WorkflowSettings): Job {
  return {
    name: 'Build',
    'runs-on': 'ubuntu-24.04',
    'timeout-minutes': 30,
    permissions: { contents: 'read' },
    outputs: { sha256: expression('steps.hashes.outputs.sha256') },
    steps: [
      checkout(),
      setUpToolsPython(),
      setUpPython(),
      installTwine(),
      build(settings),
      { name: 'Check the metadata', run: `"${TOOLS}/bin/twine" check dist/*\n` },
      {
        name: 'Hand on the hashes',
        id: 'hashes',
        'working-directory': 'dist',
        env: { LC_ALL: 'C' },
        run: HAND_ON_HASHES,
      },
      {
        name: 'Hand on the files',
        uses: pinned('actions/upload-artifact'),
        with: { name: ARTIFACT, path: 'dist/', 'if-no-files-found': 'error', 'retention-days': 1 },
      },
    ],
  };
}

function setUpPython(): Step {
  return {
    name: 'Set up Python for the package',
    id: 'python',
    uses: pinned('actions/setup-python'),
    with: { 'python-version': expression('inputs.python_version') },
  };
}

function build({ build: { requirements, command, env } }: WorkflowSettings): Step {
  return {
    name: 'Build',
    env: { PYTHON: expression('steps.python.outputs.python-path'), ...env },
    run: scriptOf(
      makeVenv(PACKAGE, 'PYTHON'),
      requirements.length > 0 && pipInstall(PACKAGE, requirements),
      `export PATH="${PACKAGE}/bin:$PATH"`,
      'rm -rf dist',
      command,
    ),
  };
}
