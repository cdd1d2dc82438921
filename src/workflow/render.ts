import type { ActionPins } from './action-pins';
import type { Workflow } from './model';
import { reasonFor } from './permissions';
import { toYaml } from './yaml';

/** The text of a workflow file: a header, then the workflow with a comment behind each pinned action. */
export function renderWorkflow(header: string[], workflow: Workflow, pins: ActionPins): string {
  const comments = header.map((line) => `# ${line}\n`).join('');
  const text = toYaml({ ...workflow }, (key, value) => {
    if (key === 'uses' && typeof value === 'string') return pins.versionOf(value);
    return value === 'write' ? reasonFor(key) : undefined;
  });
  return comments + text;
}
