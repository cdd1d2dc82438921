import { expression } from '../language/expression';
import type { Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import { handOver } from './hand-over';

/** The id of the job that fetches the tools. */
export const TOOLS_JOB = 'tools';

/** Where it puts them, and where others take them over: outside of the folder that has the sources. */
export const WHEELS_FOLDER = `${expression('runner.temp')}/wheels`;

/** The job that has to be done first where tools are installed. */
export function needsTools({ toolsFromRepository }: WorkflowSettings): string[] {
  return toolsFromRepository ? [TOOLS_JOB] : [];
}

/**
 * The wheels, for pip, which installs none whose hash does not stand in the workflow: whoever could exchange them
 * would gain nothing.
 */
export function takeOverTools(settings: WorkflowSettings): Step[] {
  if (!settings.toolsFromRepository) return [];
  const { input, output } = handOver(settings);
  return [
    {
      name: 'Take over the tools',
      uses: settings.pins.uses('actions/download-artifact'),
      with: { [input]: expression(`needs.${TOOLS_JOB}.outputs.${output}`), path: WHEELS_FOLDER },
    },
  ];
}
