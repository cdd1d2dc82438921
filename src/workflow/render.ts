import type { ActionPins } from './actions/action-pins';
import type { CompositeAction } from './language/action-model';
import type { Workflow } from './language/model';
import { reasonFor } from './language/permissions';
import { type CommentOf, toYaml } from './language/yaml';

/** The text of a workflow file: a header, then the workflow with its comments. */
export function renderWorkflow(header: string[], workflow: Workflow, pins: ActionPins): string {
  return renderFile(header, workflow, pins);
}

/** The same for an action as well. */
export function renderFile(header: string[], content: Workflow | CompositeAction, pins: ActionPins): string {
  const comments = header.map((line) => `# ${line}\n`).join('');
  return comments + toYaml({ ...content }, commentsWith(pins));
}

/** What is said behind each action and called workflow, and the reason behind each permission to write. */
export function commentsWith(pins: ActionPins): CommentOf {
  return (key, value) => {
    if (key === 'uses' && typeof value === 'string') return pins.commentOf(value);
    if (key === 'runs-on') return pins.commentOf(JSON.stringify(value));
    return value === 'write' ? reasonFor(key) : undefined;
  };
}
