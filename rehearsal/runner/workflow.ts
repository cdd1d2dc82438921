import { parse } from 'yaml';

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'working-directory'?: string;
}

export type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

export interface Job {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly permissions?: Permissions;
  readonly environment?: string | { readonly name: string; readonly url?: string };
  readonly outputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly defaults?: Defaults;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Defaults {
  readonly run?: { readonly shell?: string; readonly 'working-directory'?: string };
}

export interface Input {
  readonly type: 'string' | 'boolean' | 'number';
  readonly required?: boolean;
  readonly default?: unknown;
}

export interface Workflow {
  readonly name?: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly defaults?: Defaults;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A workflow that GitHub would not start, or that uses something this runner does not know. */
export class InvalidWorkflow extends Error {}

const WORKFLOW_KEYS = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];
const JOB_KEYS =
  'name needs if permissions environment outputs env defaults timeout-minutes steps runs-on concurrency'.split(
    ' ',
  );
const CALL_KEYS = ['name', 'uses', 'with', 'needs', 'if', 'concurrency', 'permissions'];
const STEP_KEYS = 'name id if uses with run shell env working-directory timeout-minutes'.split(' ');

const read = new Map<string, Workflow>();

export function readWorkflow(path: string, text: string): Workflow {
  const key = `${path}\n${text}`;
  const workflow = read.get(key) ?? parseWorkflow(path, text);
  read.set(key, workflow);
  return workflow;
}

function parseWorkflow(path: string, text: string): Workflow {
  const parsed = parse(text) as Workflow & { readonly on: unknown };
  const workflow: Workflow = { ...parsed, on: readEvents(parsed.on) };
  const wrong = (message: string) => new InvalidWorkflow(`${path}: ${message}`);
  const check = (what: string, value: object, allowed: readonly string[]) => {
    const unknown = Object.keys(value).find((key) => !allowed.includes(key));
    if (unknown) throw wrong(`${what}: key ${unknown} is not known`);
  };
  check('workflow', workflow, WORKFLOW_KEYS);
  for (const [id, job] of Object.entries(workflow.jobs)) {
    check(`job ${id}`, job, job.uses ? CALL_KEYS : JOB_KEYS);
    if (!job.uses && !job.steps?.length) throw wrong(`job ${id} has no steps`);
    for (const need of needsOf(job)) {
      if (!workflow.jobs[need]) throw wrong(`job ${id} needs ${need}, which is no job`);
    }
    job.steps?.forEach((step, i) => {
      check(`job ${id}, step ${i + 1}`, step, STEP_KEYS);
      if (Boolean(step.uses) === Boolean(step.run))
        throw wrong(`job ${id}, step ${i + 1}: one of uses and run`);
    });
  }
  return workflow;
}

/** `on:` as one event, a list of them, or with filters. */
function readEvents(on: unknown): Workflow['on'] {
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((event) => [event, null]));
  return on as Workflow['on'];
}

export function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs;
}
