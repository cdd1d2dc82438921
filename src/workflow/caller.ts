import { posix } from 'node:path';
import { CALLER } from './checkout/file-paths';
import { IS_NO_FORK } from './language/forks';
import type { Triggers, Workflow } from './language/model';
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
    on: triggers(settings),
    permissions: {},
    jobs: {
      publish: {
        if: withIdentity(settings),
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

function triggers({ push, otherStarts }: WorkflowSettings): Triggers {
  const { workflowDispatch, pullRequests } = otherStarts;
  const branches = [...new Set([...(push.branches ?? []), ...otherStarts.branches])];
  return {
    push: { ...push, ...(branches.length > 0 && { branches }) },
    ...(pullRequests && { pull_request: {} }),
    ...(workflowDispatch && { workflow_dispatch: {} }),
  };
}

/**
 * GitHub gives runs for pull requests from forks no identity, whatever their workflow is granted, so that they could
 * not install private packages, nor fetch the tools from the repository.
 */
function withIdentity({ otherStarts, values }: WorkflowSettings): string | undefined {
  const needsIdentity = values.readRoleArn ?? values.toolsRoleArn;
  return otherStarts.pullRequests && needsIdentity ? IS_NO_FORK : undefined;
}
