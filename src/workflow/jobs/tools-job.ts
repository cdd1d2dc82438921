import type { ToolSet } from '../actions/tool-lock';
import { expression } from '../language/expression';
import type { Job } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import type { WorkflowValue } from '../settings/values';
import { WHEELS_FOLDER } from './fetched-tools';
import { handOver } from './hand-over';
import { downloadTools } from './scripts/download-tools';
import {
  assumeRole,
  nameArtifact,
  repositoryEnv,
  setUpToolsPython,
  startClean,
  TOOLS_PYTHON_ENV,
  uploadFiles,
} from './steps';

/**
 * Fetches what the other jobs install from the repository, before any code of the package runs. It is in no
 * environment, whose identity could be one that publishes, and installs nothing of what it fetches.
 */
export function toolsJob(settings: WorkflowSettings, role: WorkflowValue): Job {
  const { pins, values, runners, publishTimeout } = settings;
  const { output, value } = handOver(settings);
  return {
    name: 'Fetch the tools',
    'runs-on': runners.publish,
    'timeout-minutes': publishTimeout,
    permissions: { 'id-token': 'write' },
    outputs: { [output]: expression(value) },
    steps: [
      startClean(),
      nameArtifact('python-tools'),
      setUpToolsPython(pins),
      assumeRole(pins, 'tools', role, values),
      {
        name: 'Download the tools',
        env: { ...TOOLS_PYTHON_ENV, ...repositoryEnv(values) },
        run: downloadTools('TOOLS_PYTHON', settings.tools.downloads(setsOf(settings))),
      },
      uploadFiles(settings, `${WHEELS_FOLDER}/`),
    ],
  };
}

/** What the other jobs install. */
function setsOf({ build, uploader }: WorkflowSettings): ToolSet[] {
  return [...(build.tool ? [build.tool] : []), 'twine check', uploader];
}
