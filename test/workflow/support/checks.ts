import { parseDocument } from 'yaml';
import type { Job, Step, Workflow } from '../../../src/workflow/model';
import { unionOfPermissions } from '../../../src/workflow/permissions';

/** What no tool checks, in words, for the text of one workflow. */
export function ownProblems(text: string, called: Record<string, string> = {}): string[] {
  const workflow: Workflow = parseDocument(text).toJS();
  return [
    ...(JSON.stringify(workflow.permissions) === '{}'
      ? []
      : ['the workflow grants permissions to every job']),
    ...Object.entries(workflow.jobs).flatMap(([id, job]) => [
      ...jobProblems(id, job),
      ...callProblems(id, job, called),
    ]),
    ...unpinned(text),
  ];
}

function jobProblems(id: string, job: Job): string[] {
  const steps = job.steps ?? [];
  const assumesRole = steps.some(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'));
  const isIsolated = !steps.some(({ uses }) => uses?.startsWith('actions/checkout@'));
  return [
    ...(steps.length && !job['timeout-minutes'] ? [`${id} has no timeout`] : []),
    ...(!job.permissions ? [`${id} has no permissions of its own`] : []),
    ...(job.permissions?.['id-token'] && steps.length && !assumesRole
      ? [`${id} has an id-token for no role`]
      : []),
    ...(assumesRole && !isIsolated ? [`${id} checks out and assumes a role`] : []),
    ...('secrets' in job ? [`${id} passes secrets`] : []),
    ...steps.flatMap((step) => stepProblems(id, step)),
  ];
}

function stepProblems(id: string, step: Step): string[] {
  const name = `${id} / ${step.name}`;
  return [
    ...(step.run?.includes('${{') ? [`${name}: an expression in a script`] : []),
    ...('cache' in (step.with ?? {}) ? [`${name}: a cache`] : []),
    ...(step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false
      ? [`${name}: leaves credentials behind`]
      : []),
    ...tokenProblems(step.run ?? '').map((problem) => `${name}: ${problem}`),
  ];
}

/** A token is masked in the line after it came in, and goes nowhere but to the environment of the step. */
function tokenProblems(script: string): string[] {
  const commands = script.replaceAll('\\\n', ' ').split('\n');
  return commands.flatMap((command, index) => [
    ...(/get-authorization-token/.test(command) &&
    !/^\s*echo "::add-mask::\$\w+"$/.test(commands[index + 1] ?? '')
      ? ['a token that is not masked at once']
      : []),
    ...(/\$(token|TWINE_PASSWORD)\b/.test(command) &&
    /echo|printf|GITHUB_(ENV|OUTPUT)|tee/.test(command) &&
    !/::add-mask::/.test(command)
      ? ['a token in a log or an output']
      : []),
  ]);
}

function callProblems(id: string, job: Job, called: Record<string, string>): string[] {
  const path = job.uses && Object.keys(called).find((candidate) => job.uses?.includes(candidate));
  if (!path) return [];
  const callee: Workflow = parseDocument(called[path]).toJS();
  const needed = unionOfPermissions(Object.values(callee.jobs));
  return sorted(needed) === sorted(job.permissions)
    ? []
    : [`${id} grants ${sorted(job.permissions)} and the called jobs need ${sorted(needed)}`];
}

function sorted(permissions: object = {}): string {
  return JSON.stringify(Object.fromEntries(Object.entries(permissions).sort()));
}

/** Every action has all 40 digits of its commit, and its version as a comment. */
function unpinned(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*(- )?uses: (?!\S*\.ya?ml)/.test(line))
    .filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map((line) => `not pinned: ${line.trim()}`);
}
