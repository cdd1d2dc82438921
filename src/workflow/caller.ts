import type { Workflow } from './model';
import { unionOfPermissions } from './permissions';
import type { WorkflowSettings } from './settings';
import { passedInputs } from './values';

/** The workflow that a package author has: when to publish, and with which Python. */
export function callerWorkflow(settings: WorkflowSettings, called: Workflow): Workflow {
  const { pythonVersion, workingDirectory } = settings;
  return {
    name: 'Publish',
    on: { push: settings.push },
    permissions: {},
    jobs: {
      publish: {
        permissions: unionOfPermissions(Object.values(called.jobs)),
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
