import { versionOf } from './actions';
import type { Workflow } from './model';
import { reasonFor } from './permissions';
import { type CommentOf, toYaml } from './yaml';

/** The text of a workflow file: a header, then the workflow with a comment behind each pinned action. */
export function renderWorkflow(header: string[], workflow: Workflow): string {
  const comments = header.map((line) => `# ${line}\n`).join('');
  return comments + toYaml({ ...workflow }, commentOf);
}

const commentOf: CommentOf = (key, value) => {
  if (key === 'uses' && typeof value === 'string') return versionOf(value);
  return value === 'write' ? reasonFor(key) : undefined;
};
