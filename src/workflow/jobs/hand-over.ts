import { expression } from '../language/expression';
import type { WorkflowSettings } from '../settings/settings';
import { NAMED, UPLOADED } from './steps';

/** How a later job tells the artifact of an earlier one from those of other calls. */
interface HandOver {
  /** The output that the earlier job has for it, and the value of that. */
  readonly output: string;
  readonly value: string;
  /** What actions/download-artifact takes it by. */
  readonly input: 'artifact-ids' | 'name';
}

/** By its id; on a GitHub Enterprise Server, whose artifacts have none, by its name, which no other call has. */
export function handOver({ onServer }: WorkflowSettings): HandOver {
  return onServer
    ? { output: 'artifact_name', value: NAMED, input: 'name' }
    : { output: 'artifact_id', value: UPLOADED, input: 'artifact-ids' };
}

/** The same for the artifact that passed, as the verify job has it. */
export function verifiedArtifact(settings: WorkflowSettings): Record<string, string> {
  const { input, output } = handOver(settings);
  return { [input]: expression(`needs.verify.outputs.${output}`) };
}
