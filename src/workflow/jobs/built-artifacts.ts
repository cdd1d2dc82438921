import { expression } from '../language/expression';
import type { Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { UPLOADED } from './steps';

/**
 * The artifact of each build, by its id: a run may have others of the same name, of other calls. The rows of a
 * matrix share their outputs, so that each sets one of its own and leaves the others empty.
 */
export function artifactOutput({ buildRunners }: WorkflowSettings): Record<string, string> {
  return Object.fromEntries(
    outputNames(buildRunners).map((name, index) => {
      const ofItsRow = buildRunners.length > 0 ? `matrix.row == ${index + 1} && ${UPLOADED} || ''` : UPLOADED;
      return [name, expression(ofItsRow)];
    }),
  );
}

/** The files of each build in a folder of its own, so that equal names do not overwrite each other. */
export function takeOverBuilds({ pins, buildRunners }: WorkflowSettings): Step[] {
  return outputNames(buildRunners).map((name, index) => ({
    name: buildRunners.length > 0 ? `Take over the files of ${buildRunners[index]}` : 'Take over the files',
    uses: pins.uses('actions/download-artifact'),
    with: { 'artifact-ids': expression(`needs.build.outputs.${name}`), path: `built/${index + 1}` },
  }));
}

function outputNames(runners: string[]): string[] {
  return runners.length > 0 ? runners.map((_, index) => `artifact_id_${index + 1}`) : ['artifact_id'];
}
