import { expression } from '../language/expression';
import type { Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { handOver } from './hand-over';

/**
 * The artifact of each build: a run may have others, of other calls. The rows of a matrix share their outputs, so that
 * each sets one of its own and leaves the others empty.
 */
export function artifactOutput(settings: WorkflowSettings): Record<string, string> {
  const { buildRunners } = settings;
  const { value } = handOver(settings);
  return Object.fromEntries(
    outputNames(settings).map((name, index) => {
      const ofItsRow = buildRunners.length > 0 ? `matrix.row == ${index + 1} && ${value} || ''` : value;
      return [name, expression(ofItsRow)];
    }),
  );
}

/** The files of each build in a folder of its own, so that equal names do not overwrite each other. */
export function takeOverBuilds(settings: WorkflowSettings): Step[] {
  const { pins, buildRunners } = settings;
  const { input } = handOver(settings);
  return outputNames(settings).map((name, index) => ({
    name: buildRunners.length > 0 ? `Take over the files of ${buildRunners[index]}` : 'Take over the files',
    uses: pins.uses('actions/download-artifact'),
    with: { [input]: expression(`needs.build.outputs.${name}`), path: `built/${index + 1}` },
  }));
}

function outputNames(settings: WorkflowSettings): string[] {
  const { output } = handOver(settings);
  const { buildRunners } = settings;
  return buildRunners.length > 0 ? buildRunners.map((_, index) => `${output}_${index + 1}`) : [output];
}
