import { expression } from '../language/expression';
import type { Job } from '../language/model';
import { RUN_COMMAND } from '../options/build-command';
import type { WorkflowSettings } from '../settings/settings';
import { packageCodePermissions, runPackageCode } from './package-code';
import { checkout, setUpPython } from './steps';

const MATRIX_KEY = 'python_version';

/** Runs the tests, on each version of Python by itself. What they leave behind is not what is built. */
export function testJob(settings: WorkflowSettings, testCommand: string): Job {
  const { pins, testPythonVersions, runners, buildTimeout, steps } = settings;
  const hasMatrix = testPythonVersions.length > 0;
  return {
    name: 'Test',
    'runs-on': runners.build,
    'timeout-minutes': buildTimeout,
    permissions: packageCodePermissions(settings),
    strategy: hasMatrix ? { 'fail-fast': false, matrix: { [MATRIX_KEY]: testPythonVersions } } : undefined,
    steps: [
      checkout(settings),
      setUpPython(pins, expression(`${hasMatrix ? 'matrix' : 'inputs'}.${MATRIX_KEY}`)),
      ...steps.beforeTest,
      ...runPackageCode(settings, {
        name: 'Test',
        env: { COMMAND: testCommand },
        commands: [RUN_COMMAND],
      }),
    ],
  };
}
