import { buildJob } from './build-job';
import type { Workflow } from './model';
import { publishJob } from './publish-job';
import type { WorkflowSettings } from './settings';
import { requiredInputs } from './values';

/** The workflow that others call: it builds in one job and publishes in another. */
export function reusableWorkflow(settings: WorkflowSettings): Workflow {
  return {
    name: 'Publish a Python package to CodeArtifact',
    on: {
      workflow_call: {
        inputs: {
          python_version: {
            description: 'The version of Python that builds the package',
            type: 'string',
            default: settings.pythonVersion,
          },
          ...requiredInputs(settings.values),
        },
      },
    },
    permissions: {},
    // Said explicitly, bash stops at the first failure of a pipe, too.
    defaults: { run: { shell: 'bash' } },
    jobs: { build: buildJob(settings), publish: publishJob(settings) },
  };
}
