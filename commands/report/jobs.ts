import type { GeneratedWorkflow, Job } from '../doctor/expected/generated-workflow';
import { code, type Html, html, section } from './html';
import { type Box, drawing, type Picture } from './picture';

/** The workflow files that belong to the templates, each as a picture of its jobs. */
export function workflowSection(workflows: readonly GeneratedWorkflow[]): Html {
  const pictures = workflows.map(
    ({ origin, reusable }, index) =>
      html`<p>${code(reusable.path)}, of the construct ${code(origin)}:</p>
${drawing(jobsOf(reusable.workflow.jobs ?? {}, `jobs-${index + 1}`, reusable.path))}`,
  );
  const none = html`<p>No workflow file of these templates is in this checkout: what runs there is not told.</p>`;
  return section('workflow', 'What the workflow runs', pictures.length > 0 ? pictures : none);
}

function jobsOf(jobs: Readonly<Record<string, Job>>, id: string, path: string): Picture {
  const needs = (name: string) => [jobs[name]?.needs ?? []].flat().filter((one) => Object.hasOwn(jobs, one));
  const column = (name: string, seen: readonly string[] = []): number =>
    Math.max(-1, ...needs(name).map((one) => (seen.includes(one) ? -1 : column(one, [...seen, one])))) + 1;
  const boxes = Object.entries(jobs).map(
    ([name, job]): Box => ({
      id: name,
      column: column(name),
      title: job.name ?? name,
      lines: linesOf(job),
      kind: 'github',
    }),
  );
  const arrows = Object.keys(jobs).flatMap((to) => needs(to).map((from) => ({ from, to })));
  return {
    id,
    title: `The jobs of ${path}, with their rights on GitHub and their steps`,
    width: 268,
    boxes,
    arrows,
  };
}

function linesOf({ permissions, environment, steps = [], uses }: Job): string[] {
  const waits = typeof environment === 'object' ? environment.name : environment;
  return [
    rightsWords(permissions),
    ...(waits === undefined ? [] : [`waits for the environment ${waits}`]),
    ...(uses === undefined ? [] : [`calls ${uses}`]),
    ...steps.map(({ name, uses: action }, index) => `${index + 1}. ${name ?? action ?? 'a script'}`),
  ];
}

function rightsWords(permissions: Job['permissions']): string {
  if (permissions === undefined) return 'rights: those of the workflow';
  if (typeof permissions === 'string') return `rights: ${permissions}`;
  const rights = Object.entries(permissions).map(([scope, right]) => `${scope}: ${right}`);
  return rights.length === 0 ? 'rights: none' : `rights: ${rights.join(', ')}`;
}
