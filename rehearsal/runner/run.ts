import type { Sts } from '../aws/sts';
import type { JobIdentity } from '../github/claims';
import type { OidcIssuer } from '../github/issuer';
import type { GitHubRepository, RunEvent, WorkflowRef } from '../github/repository';
import type { Machine } from '../python/machine';
import { Artifacts } from './artifacts';
import { holds, interpolate } from './expressions';
import { type JobResult, runJob } from './job';
import { Log } from './log';
import { effective, requireWithin } from './permissions';
import { starts } from './trigger';
import {
  type Input,
  InvalidWorkflow,
  type Job,
  needsOf,
  type Permissions,
  readWorkflow,
  type Workflow,
} from './workflow';

/** Everything a run needs from around it. */
export interface RunnerWorld {
  readonly machine: Machine;
  readonly issuer: OidcIssuer;
  readonly sts: Sts;
  /** Address of the public index, for jobs that install from it. */
  readonly publicIndex: string;
  /** The file that a `uses:` of another repository leads to. */
  readonly workflowFile: (uses: string) => CalledFile | undefined;
}

export interface CalledFile {
  readonly text: string;
  /** `owner/repo/path@ref`, the ref in full, as it stands in `job_workflow_ref`. */
  readonly ref: WorkflowRef;
}

export interface RunRequest {
  readonly repository: GitHubRepository;
  readonly event: RunEvent;
  /** Path of the workflow that the event may start, and its text at the event's commit. */
  readonly path: string;
  readonly text: string;
  /** Folder with the repository's files at the event's commit. */
  readonly source: string;
  /** Results of an earlier attempt: jobs in it do not run again. */
  readonly earlier?: { readonly jobs: Readonly<Record<string, JobResult>>; readonly artifacts: Artifacts };
  /** Stop after this job. */
  readonly until?: string;
  /** Find out what would run and as whom, and run no step. */
  readonly dry?: boolean;
  /** Run the actions of each job up to its first script. */
  readonly actionsOnly?: boolean;
}

/** A job as GitHub would start it. */
export interface StartedJob {
  readonly id: string;
  readonly job: Job;
  readonly permissions: Permissions;
  readonly identity: JobIdentity;
}

export interface RunResult {
  readonly conclusion: 'success' | 'failure' | 'not started';
  /** By id; those of a called workflow as `caller/job`. */
  readonly jobs: Readonly<Record<string, JobResult>>;
  readonly started: readonly StartedJob[];
  readonly artifacts: Artifacts;
  readonly log: string;
}

/** Runs a workflow, and those it calls, as GitHub would. Throws InvalidWorkflow where GitHub would not start. */
export async function runWorkflow(world: RunnerWorld, request: RunRequest): Promise<RunResult> {
  const workflow = readWorkflow(request.path, request.text);
  const artifacts = new Artifacts(request.earlier?.artifacts);
  if (!starts(workflow, request.event))
    return { conclusion: 'not started', jobs: {}, started: [], artifacts, log: '' };
  const run = new Run(world, request, artifacts);
  const ref = `${request.repository.name}/${request.path}@${request.event.ref}`;
  await run.jobs(workflow, ref, '', {}, undefined);
  const results = Object.values(run.results);
  return {
    conclusion: results.some(({ result }) => result === 'failure') ? 'failure' : 'success',
    jobs: run.results,
    started: run.started,
    artifacts,
    log: results.map(({ log }) => log.text).join('\n'),
  };
}

class Run {
  public readonly results: Record<string, JobResult> = {};
  public readonly started: StartedJob[] = [];

  public constructor(
    private readonly world: RunnerWorld,
    private readonly request: RunRequest,
    private readonly artifacts: Artifacts,
  ) {}

  /** Jobs of one file, in the order of their needs. `granted` is what a caller lends them. */
  public async jobs(
    workflow: Workflow,
    ref: string,
    prefix: string,
    inputs: Readonly<Record<string, unknown>>,
    granted: Permissions | undefined,
  ): Promise<void> {
    for (const [id, job] of Object.entries(workflow.jobs)) {
      const wanted = job.permissions ?? workflow.permissions;
      if (granted && wanted) requireWithin(`${prefix}${id}`, wanted, granted);
    }
    for (const id of inOrder(workflow)) {
      const job = workflow.jobs[id] as Job;
      const key = `${prefix}${id}`;
      if (this.request.earlier?.jobs[key]) this.results[key] = this.request.earlier.jobs[key];
      else await this.job(workflow, ref, prefix, id, job, inputs, granted);
      if (this.request.until === key) return;
    }
  }

  private async job(
    workflow: Workflow,
    ref: string,
    prefix: string,
    id: string,
    job: Job,
    inputs: Readonly<Record<string, unknown>>,
    granted: Permissions | undefined,
  ): Promise<void> {
    const key = `${prefix}${id}`;
    const needs = Object.fromEntries(needsOf(job).map((need) => [need, this.results[`${prefix}${need}`]]));
    const summary = Object.fromEntries(
      Object.entries(needs).map(([name, r]) => [name, { result: r?.result, outputs: r?.outputs }]),
    );
    const contexts = { github: this.github(), needs: summary, inputs, vars: {}, secrets: {} };
    const success = Object.values(needs).every((need) => need?.result === 'success');
    const permissions =
      job.permissions ??
      (granted ? (workflow.permissions ?? granted) : effective(undefined, workflow.permissions));
    if (!holds(job.if, contexts, { success })) {
      if (!job.uses) this.results[key] = { result: 'skipped', outputs: {}, log: new Log() };
      return;
    }
    if (job.uses) {
      await this.call(job, key, permissions, contexts);
      return;
    }
    const environment = typeof job.environment === 'object' ? job.environment.name : job.environment;
    const identity = {
      repository: this.request.repository,
      event: this.request.event,
      environment: environment && interpolate(environment, contexts),
      workflowRef: `${this.request.repository.name}/${this.request.path}@${this.request.event.ref}`,
      jobWorkflowRef: ref,
      runAttempt: this.request.earlier ? 2 : 1,
    };
    this.started.push({ id: key, job, permissions, identity });
    if (this.request.dry) {
      this.results[key] = { result: 'success', outputs: {}, log: new Log() };
      return;
    }
    const tokenEndpoint =
      permissions['id-token'] === 'write' ? this.world.issuer.register(identity) : undefined;
    const { machine, issuer, sts } = this.world;
    const host = { machine, issuer, sts, artifacts: this.artifacts, source: this.request.source };
    const defaultEnv = this.defaultEnv(id);
    this.results[key] = await runJob({
      id: key,
      job,
      workflow,
      contexts,
      host,
      tokenEndpoint,
      actionsOnly: this.request.actionsOnly,
      defaultEnv,
    });
    if (tokenEndpoint) issuer.revoke(tokenEndpoint);
  }

  private async call(
    job: Job,
    key: string,
    permissions: Permissions,
    contexts: Readonly<Record<string, unknown>>,
  ) {
    const uses = job.uses as string;
    const file = this.world.workflowFile(uses);
    if (!file) throw new InvalidWorkflow(`error parsing called workflow "${uses}": workflow was not found`);
    const { text, ref } = file;
    const called = readWorkflow(ref, text);
    if (!('workflow_call' in called.on))
      throw new InvalidWorkflow(`${ref} can not be called: no workflow_call`);
    const given = Object.fromEntries(
      Object.entries(job.with ?? {}).map(([k, v]) => [
        k,
        typeof v === 'string' ? interpolate(v, contexts) : v,
      ]),
    );
    const declared = (called.on.workflow_call as { inputs?: Record<string, Input> } | null)?.inputs ?? {};
    await this.jobs(called, ref, `${key}/`, readInputs(declared, given), permissions);
  }

  private github(): Record<string, unknown> {
    const { repository, event } = this.request;
    const name = event.ref.replace(/^refs\/(tags|heads)\//, '');
    return {
      repository: repository.name,
      repository_owner: repository.name.split('/')[0],
      repository_id: repository.repositoryId,
      repository_owner_id: repository.ownerId,
      ref: event.ref,
      ref_name: name,
      ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      event_name: event.name,
      event: { repository: { full_name: repository.name } },
      actor: event.actor ?? 'octocat',
      run_id: '1000',
      run_number: '1',
      run_attempt: this.request.earlier ? '2' : '1',
      sha: '0'.repeat(40),
      workflow: this.request.path,
      server_url: 'https://github.com',
      job: '',
    };
  }

  private defaultEnv(job: string): Record<string, string> {
    const values = Object.entries(this.github()).filter(([, value]) => typeof value === 'string');
    const env = Object.fromEntries(
      values.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, String(value)]),
    );
    return {
      ...env,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_JOB: job,
      PIP_CONFIG_FILE: '/dev/null',
      PIP_INDEX_URL: this.world.publicIndex,
    };
  }
}

function inOrder(workflow: Workflow): string[] {
  const order: string[] = [];
  const visit = (id: string, path: string[]) => {
    if (path.includes(id)) throw new InvalidWorkflow(`jobs need each other: ${[...path, id].join(' -> ')}`);
    if (order.includes(id)) return;
    for (const need of needsOf(workflow.jobs[id] as Job)) visit(need, [...path, id]);
    order.push(id);
  };
  for (const id of Object.keys(workflow.jobs)) visit(id, []);
  return order;
}

function readInputs(
  declared: Record<string, Input>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  for (const [name, value] of Object.entries(given)) {
    const input = declared[name];
    if (!input)
      throw new InvalidWorkflow(`Invalid input, ${name} is not defined in the referenced workflow.`);
    if (typeof value !== input.type)
      throw new InvalidWorkflow(`Invalid input ${name}: a ${input.type} is expected`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(declared)) {
    if (input.required && !(name in given)) {
      throw new InvalidWorkflow(`Input ${name} is required, but not provided while calling.`);
    }
    values[name] = given[name] ?? input.default ?? { string: '', boolean: false, number: 0 }[input.type];
  }
  return values;
}
