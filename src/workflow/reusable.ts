import { TRUSTED_REPOSITORY_INPUT } from '../github/trust/repository-entry';
import { attestJob } from './jobs/attest-job';
import { buildJob } from './jobs/build-job';
import { TOOLS_JOB } from './jobs/fetched-tools';
import { workflowOutputs } from './jobs/outputs';
import { publishJob } from './jobs/publish-job';
import { testJob } from './jobs/test-job';
import { toolsJob } from './jobs/tools-job';
import { verifyJob } from './jobs/verify-job';
import type { Job, Workflow } from './language/model';
import type { WorkflowSettings } from './settings/settings';
import { requiredInputs } from './settings/values';

/** The workflow that others call: it builds, verifies and publishes in a job each. */
export function reusableWorkflow(settings: WorkflowSettings): Workflow {
  const { testCommand, provenance } = settings;
  const { toolsRoleArn } = settings.values;
  const jobs: Record<string, Job> = {
    ...(toolsRoleArn && { [TOOLS_JOB]: toolsJob(settings, toolsRoleArn) }),
    ...(testCommand && { test: testJob(settings, testCommand) }),
    build: buildJob(settings),
    verify: verifyJob(settings),
    ...(provenance && { attest: attestJob(settings) }),
    publish: publishJob(settings),
  };
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
          working_directory: {
            description: 'The folder of the package in its repository',
            type: 'string',
            default: settings.workingDirectory ?? '.',
          },
          [TRUSTED_REPOSITORY_INPUT]: {
            description: 'What the role trusts of the calling repository, for explanations only',
            type: 'string',
            default: '',
          },
          ...requiredInputs(settings.values),
        },
        outputs: workflowOutputs(jobs),
      },
    },
    permissions: {},
    // Said explicitly, bash stops at the first failure of a pipe, too.
    defaults: { run: { shell: 'bash' } },
    jobs,
  };
}
