import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { originOf } from '../../../src/workflow/checkout/header';

/** A workflow as far as it is looked at here. */
export interface WorkflowText {
  readonly path: string;
  readonly text: string;
  readonly workflow: Workflow;
}

interface Workflow {
  readonly on?: {
    readonly push?: { readonly tags?: readonly string[]; readonly branches?: readonly string[] };
    readonly workflow_call?: { readonly inputs?: Readonly<Record<string, unknown>> };
  };
  readonly jobs?: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: string | Readonly<Record<string, string>>;
  readonly 'runs-on'?: unknown;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly environment?: string | { readonly name: string };
  readonly steps?: readonly {
    readonly name?: string;
    readonly uses?: string;
    readonly with?: Readonly<Record<string, string>>;
  }[];
}

/** Where the reusable workflow is that all publishers call. */
export interface Host {
  readonly repository: string;
  readonly ref: string;
}

/** The files of one publisher, as they are in the checkout. */
export interface GeneratedWorkflow {
  /** The path of the construct that they are from. */
  readonly origin: string;
  readonly reusable: WorkflowText;
  readonly caller: WorkflowText;
  /** Where the caller is in the repository of a publisher. */
  readonly callerPath: string;
  /** None where each repository has a reusable workflow of its own. */
  readonly host?: Host;
}

const WORKFLOWS = '.github/workflows';
const FOLDERS = [WORKFLOWS, 'workflow-templates'];

/** The workflow files in these checkouts that the library generated, by the construct that they are from. */
export function generatedWorkflows(checkouts: readonly string[]): GeneratedWorkflow[] {
  const byOrigin = new Map<string, WorkflowText[]>();
  for (const file of checkouts.flatMap(workflowFiles)) {
    const origin = originOf(file.text);
    if (origin !== undefined) byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), file]);
  }
  return [...byOrigin].flatMap(([origin, files]) => {
    const reusable = files.find(({ workflow }) => workflow.on?.workflow_call);
    const caller = files.find(({ workflow }) =>
      usesOf(workflow).some((uses) => uses.includes(`/${WORKFLOWS}/`)),
    );
    if (!reusable || !caller) return [];
    const callerPath = `${WORKFLOWS}/${caller.path.split('/').pop()}`;
    return [{ origin, reusable, caller, callerPath, host: hostIn(caller.workflow) }];
  });
}

/** The actions and workflows that the jobs of a workflow use. */
export function usesOf({ jobs = {} }: Workflow): string[] {
  const all = Object.values(jobs).flatMap(({ uses, steps = [] }) => [
    uses,
    ...steps.map((step) => step.uses),
  ]);
  return [...new Set(all.filter((uses) => uses !== undefined))];
}

/** The environment that a job of the reusable workflow waits for. */
export function environmentOf({ reusable }: GeneratedWorkflow): string | undefined {
  const environments = Object.values(reusable.workflow.jobs ?? {}).map(({ environment }) =>
    typeof environment === 'object' ? environment.name : environment,
  );
  return environments.find((environment) => environment !== undefined);
}

/** The roles that the reusable workflow assumes, as it names them. */
export function rolesIn({ reusable }: GeneratedWorkflow): string[] {
  const steps = Object.values(reusable.workflow.jobs ?? {}).flatMap((job) => job.steps ?? []);
  return steps.flatMap((step) => step.with?.['role-to-assume'] ?? []);
}

/** The configuration variables that the caller passes on, by the inputs that get them. */
export function variablesIn({ caller }: GeneratedWorkflow): Record<string, string> {
  const inputs = Object.values(caller.workflow.jobs ?? {}).flatMap((job) => Object.entries(job.with ?? {}));
  return Object.fromEntries(
    inputs.flatMap(([input, value]) => {
      const [, name] = /^\$\{\{ vars\.(\w+) \}\}$/.exec(value) ?? [];
      return name === undefined ? [] : [[input, name]];
    }),
  );
}

function hostIn(caller: Workflow): Host | undefined {
  for (const uses of usesOf(caller)) {
    const [, repository, ref] = /^([^./][^/]*\/[^/]+)\/\.github\/workflows\/[^@]+@(.+)$/.exec(uses) ?? [];
    if (repository !== undefined && ref !== undefined) return { repository, ref };
  }
  return undefined;
}

function workflowFiles(checkout: string): WorkflowText[] {
  return FOLDERS.flatMap((folder) => {
    const names = namesIn(join(checkout, folder)).filter((name) => /\.ya?ml$/.test(name));
    return names.flatMap((name) => {
      const text = plain(readFileSync(join(checkout, folder, name), 'utf8'));
      return originOf(text) === undefined
        ? []
        : [{ path: `${folder}/${name}`, text, workflow: parse(text) ?? {} }];
    });
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** A text without what editors and Git on Windows add to it. */
export function plain(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}
