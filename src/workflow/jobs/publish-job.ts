import { TRUSTED_REPOSITORY_INPUT } from '../../github/trust/repository-entry';
import { expression } from '../language/expression';
import type { Job } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { needsTools, takeOverTools } from './fetched-tools';
import { verifiedArtifact } from './hand-over';
import { onlyForReleases } from './publishing';
import { uploadScript } from './scripts/upload';
import { signIn } from './sign-in';
import { installTool, repositoryEnv, setUpToolsPython, startClean, takeOverFiles } from './steps';

/** Assumes the publish role, so that nothing of the package runs here: what passed comes in and goes out. */
export function publishJob(settings: WorkflowSettings): Job {
  const { pins, values, uploader, steps } = settings;
  return {
    name: 'Publish',
    needs: [...needsTools(settings), 'verify', ...(settings.provenance ? ['attest'] : [])],
    if: onlyForReleases(settings),
    'runs-on': settings.runners.publish,
    'timeout-minutes': settings.publishTimeout,
    environment: settings.environment,
    concurrency: { group: concurrencyGroup(settings), 'cancel-in-progress': false },
    permissions: { 'id-token': 'write' },
    outputs: { published: 'true' },
    steps: [
      ...steps.beforePublish,
      startClean(),
      ...takeOverFiles(pins, verifiedArtifact(settings)),
      setUpToolsPython(pins),
      ...takeOverTools(settings),
      installTool(settings, uploader),
      ...signIn(pins, 'publish', values.roleArn, values, {
        trust: settings.trust,
        entry: expression(`inputs.${TRUSTED_REPOSITORY_INPUT}`),
        python: expression('steps.tools.outputs.python-path'),
      }),
      {
        name: 'Upload',
        env: { ...repositoryEnv(values), FILES: expression('needs.verify.outputs.files') },
        run: uploadScript(uploader),
      },
      ...steps.afterPublish,
    ],
  };
}

/**
 * The same commit for the same tag in the same caller, and no more: of several that wait in a group, GitHub
 * keeps the last only, and no release may get lost.
 */
function concurrencyGroup({ concurrencyGroup: first }: WorkflowSettings): string {
  const rest = ['github.workflow', 'github.ref', 'github.sha', 'inputs.working_directory'];
  return [first, ...rest.map((name) => expression(name))].join('-');
}
