import { Duration } from 'aws-cdk-lib';
import { BuildCommand, PublishTrigger, type PublishWorkflowProps } from '../../src';
import type { Job, Workflow } from '../../src/workflow/language/model';
import { newWorkflow, reusableOf } from '../workflow/support/publish-workflow';
import { type Option, optionsOf } from './options';

/** What makes the steps and variables that a workflow without options has not. */
const OTHER: Partial<PublishWorkflowProps> = {
  buildCommand: BuildCommand.custom('make dist'),
  buildRunners: ['ubuntu-24.04', 'macos-15'],
  packages: ['acme-*'],
  workflowDispatch: true,
};

const SOURCE = 'src/workflow/options';

/** The page that tells every option of the workflow, made from the docstrings and from a workflow with all its jobs. */
export function optionsPage(): string {
  return `# The options of the workflow

Made by \`npm run docs:options\` from the docstrings in [\`${SOURCE}\`](../${SOURCE}), and from the files of a workflow with
all its jobs; a test compares it with both. The first ones are what a pipeline takes as \`workflow\`. The last ones, from
\`publishOn\` on, are what \`PublishWorkflow\` takes besides where it stands alone; a pipeline fills them in.

${table(['option', 'default', 'what it is, and why'], optionsOf('PublishWorkflowProps').map(rowOf))}

## Timeouts and concurrency

${table(
  ['job', 'ends after', 'waits in'],
  jobs().map(([id, job]) => [code(id), timeoutOf(id), concurrencyOf(job)]),
)}

The group is that of the publish job alone: a workflow that calls another one in the same group waits for itself.

## What a step sees

Of the variables in \`env:\`, a command of one's own finds these in its environment, beside those that GitHub sets; some of
them only with the option that needs them. With \`privateDependencies\`, tests and builds find \`PIP_INDEX_URL\`,
\`UV_DEFAULT_INDEX\` and \`CIBW_ENVIRONMENT_PASS_LINUX\` as well. Where no code of the package runs, \`HOME\` and the folders of
XDG are the job's own.

${table(['job', 'step', 'variables'], variables())}
`;
}

function rowOf({ name, byDefault, text }: Option): string[] {
  return [code(name), byDefault === undefined ? 'has to be given' : defaultText(byDefault), text];
}

/** A default is code, or else words behind a hyphen. */
function defaultText(text: string): string {
  return text.startsWith('- ') ? text.slice(2) : text.replace(/^[^,\s]+(\([^)]*\))?/, code);
}

function jobs(): [string, Job][] {
  return Object.entries(full().jobs);
}

function full(props: Partial<PublishWorkflowProps> = {}): Workflow {
  return reusableOf(
    newWorkflow({
      publishOn: PublishTrigger.environment('release'),
      privateDependencies: true,
      readRoleArn: 'arn:aws:iam::111111111111:role/read-python',
      toolsFromRepository: true,
      toolsRoleArn: 'arn:aws:iam::111111111111:role/fetch-tools',
      testCommand: 'pytest',
      provenance: true,
      ...props,
    }),
  );
}

/** The option that a timeout follows, found by changing it. */
function timeoutOf(id: string): string {
  const minutes = full().jobs[id]['timeout-minutes'];
  const options = ['buildTimeout', 'publishTimeout'].filter(
    (name) => full({ [name]: Duration.minutes(7) }).jobs[id]['timeout-minutes'] === 7,
  );
  return `${minutes} minutes: ${options.map(code).join(', ')}`;
}

function concurrencyOf({ concurrency }: Job): string {
  if (!concurrency) return 'no group';
  const end = concurrency['cancel-in-progress'] ? 'cancels the one before' : 'none is cancelled';
  return `${code(concurrency.group)}; ${end}`;
}

/** Those of each step, whatever option they need. */
function variables(): string[][] {
  const found = new Map<string, { cells: string[]; names: Set<string> }>();
  const steps = [full(), full(OTHER)].flatMap((workflow) =>
    Object.entries(workflow.jobs).flatMap(([id, job]) =>
      (job.steps ?? []).map((step) => ({ id, name: step.name, env: step.env ?? {} })),
    ),
  );
  for (const { id, name, env } of steps) {
    if (Object.keys(env).length === 0) continue;
    const cells = [code(id), name];
    const row = found.get(cells.join()) ?? { cells, names: new Set() };
    found.set(cells.join(), row);
    for (const variable of Object.keys(env)) row.names.add(variable);
  }
  return jobs().flatMap(([job]) =>
    [...found.values()]
      .filter(({ cells }) => cells[0] === code(job))
      .map(({ cells, names }) => [...cells, [...names].map(code).join(', ')]),
  );
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: string[], rows: string[][]): string {
  const lines = [
    head,
    head.map(() => '---'),
    ...rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|'))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
