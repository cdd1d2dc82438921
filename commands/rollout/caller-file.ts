import { isMap, parseDocument } from 'yaml';
import { TRUSTED_REPOSITORY_INPUT } from '../../src/github/trust/entry-text';
import type { GeneratedWorkflow } from '../doctor/expected/generated-workflow';
import { FREE_INPUTS } from '../doctor/github/caller-difference';

/**
 * The caller of one repository: the generated one, with the repository's own entry where the reusable workflow takes
 * one, and with what the author of the package chose in the file that is there.
 */
export function callerFile(
  { caller, reusable, host }: Pick<GeneratedWorkflow, 'caller' | 'reusable' | 'host'>,
  entry: string | undefined,
  existing?: string,
): string {
  const document = parseDocument(caller.text);
  const before = existing === undefined || !host ? undefined : parseDocument(existing);
  const name = before?.errors.length === 0 ? before.get('name') : undefined;
  if (typeof name === 'string') document.set('name', name);
  const takesEntry = reusable.workflow.on?.workflow_call?.inputs?.[TRUSTED_REPOSITORY_INPUT] !== undefined;
  for (const job of Object.keys(caller.workflow.jobs ?? {})) {
    for (const input of FREE_INPUTS) {
      const chosen = before?.errors.length === 0 ? before.getIn(['jobs', job, 'with', input]) : undefined;
      if (typeof chosen === 'string') document.setIn(['jobs', job, 'with', input], chosen);
    }
    if (takesEntry && entry !== undefined && isMap(document.getIn(['jobs', job, 'with']))) {
      document.setIn(['jobs', job, 'with', TRUSTED_REPOSITORY_INPUT], entry);
    }
  }
  return document.toString({ lineWidth: 0 });
}
