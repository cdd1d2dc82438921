import type { Job } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { verifiedArtifact } from './hand-over';
import { onlyForReleases } from './publishing';
import { startClean, takeOverFiles } from './steps';

/**
 * Records where the files come from. No code of the package runs here, and no other job may do this.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/use-artifact-attestations/use-artifact-attestations
 */
export function attestJob(settings: WorkflowSettings): Job {
  const { pins, runners, publishTimeout } = settings;
  return {
    name: 'Attest',
    needs: ['verify'],
    if: onlyForReleases(settings),
    'runs-on': runners.publish,
    'timeout-minutes': publishTimeout,
    permissions: { 'id-token': 'write', attestations: 'write', 'artifact-metadata': 'write' },
    steps: [
      startClean(),
      ...takeOverFiles(pins, verifiedArtifact(settings)),
      {
        name: 'Record where the files come from',
        uses: pins.uses('actions/attest'),
        with: { 'subject-path': 'dist/*' },
      },
    ],
  };
}
