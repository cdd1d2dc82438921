import { posix } from 'node:path';
import { CALLER } from './checkout/file-paths';
import type { Workflow } from './language/model';
import { unionOfPermissions } from './language/permissions';
import type { WorkflowSettings } from './settings/settings';
import { passedInputs } from './settings/values';

/** The workflow that a package author has: when to publish, and with which Python. */
export function callerWorkflow(
  settings: WorkflowSettings,
  called: Workflow,
  calledPath: string,
  path: string,
): Workflow {
  const { pythonVersion, workingDirectory } = settings;
  const fileName = posix.basename(path);
  return {
    // Runs of two callers with one name would wait for each other, and look the same to who watches them.
    name: fileName === CALLER ? 'Publish' : `Publish (${fileName})`,
    on: { push: settings.push },
    permissions: {},
    jobs: {
      publish: {
        permissions: unionOfPermissions(called, calledPath),
        uses: settings.uses,
        with: {
          python_version: pythonVersion,
          ...(workingDirectory && { working_directory: workingDirectory }),
          ...passedInputs(settings.values),
        },
      },
    },
  };
}
