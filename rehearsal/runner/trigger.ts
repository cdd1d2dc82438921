import type { RunEvent } from '../github/repository';
import { InvalidWorkflow, type Workflow } from './workflow';

/** Whether an event starts a workflow, by the filters of its `on:`. */
export function starts(workflow: Workflow, event: RunEvent): boolean {
  const on = workflow.on as Record<string, Record<string, string[] | undefined> | null | undefined>;
  if (!(event.name in on)) return false;
  const filters = on[event.name] ?? {};
  for (const key of Object.keys(filters)) {
    if (!['tags', 'branches'].includes(key))
      throw new InvalidWorkflow(`on.${event.name}.${key} is not known`);
  }
  if (event.name !== 'push') return true;
  const { tags, branches } = filters;
  if (!tags && !branches) return true;
  const [, kind, name = ''] = /^refs\/(tags|heads)\/(.+)$/.exec(event.ref) ?? [];
  const patterns = kind === 'tags' ? tags : branches;
  return !!patterns && matchesFilter(patterns, name);
}

/** Patterns in order, the last one that matches counts, `!` takes away. */
function matchesFilter(patterns: readonly string[], name: string): boolean {
  let included = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (filterExpression(negative ? pattern.slice(1) : pattern).test(name)) included = !negative;
  }
  return included;
}

/** GitHub's filter patterns: `*` stops at a slash, `**` does not, `?` and `+` repeat what is before them. */
export function filterExpression(pattern: string): RegExp {
  const pieces = pattern.match(/\*\*|\\.|\[[^\]]*\]|./gs) ?? [];
  const body = pieces.map((piece) => {
    if (piece === '**') return '.*';
    if (piece === '*') return '[^/]*';
    if (piece === '?' || piece === '+' || piece.startsWith('[') || piece.startsWith('\\')) return piece;
    return piece.replace(/[.^$(){}|/]/g, '\\$&');
  });
  return new RegExp(`^${body.join('')}$`);
}
