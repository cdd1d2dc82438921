import { Artifacts } from './artifacts';
import { inOrder, readInputs } from './called';
import { type Contexts, holds, interpolate } from './expressions';
import { defaultVariables, githubContext } from './github-context';
import { type JobResult, runJob } from './job';
import { Log } from './log';
import { effective, forFork, requireWithin } from './permissions';
import type { RunnerWorld, RunRequest, RunResult, StartedJob } from './request';
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

/** One workflow file in a run: the caller, or one it calls. */
interface File {
  readonly workflow: Workflow;
  /** `owner/repo/path@ref` */
  readonly ref: string;
  /** What its jobs are called in the run, before their own ids. */
  readonly prefix: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What the calling job lends; absent for the caller itself. */
  readonly granted?: Permissions;
}

/** Runs a workflow, and those it calls, as GitHub would. Throws InvalidWorkflow where GitHub would not start. */
export async function runWorkflow(world: RunnerWorld, request: RunRequest): Promise<RunResult> {
  const workflow = readWorkflow(request.path, request.text);
  const artifacts = new Artifacts(request.earlier?.artifacts);
  if (!starts(workflow, request.event))
    return { conclusion: 'not started', jobs: {}, started: [], artifacts, log: '' };
  const run = new Run(world, request, artifacts);
  const ref = `${request.repository.name}/${request.path}@${request.event.ref}`;
  await run.jobs({ workflow, ref, prefix: '', inputs: {} });
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

  /** Jobs of one file, each after those it needs. */
  public async jobs(file: File): Promise<void> {
    const { workflow, prefix, granted } = file;
    for (const [id, job] of Object.entries(workflow.jobs)) {
      const wanted = job.permissions ?? workflow.permissions;
      if (granted && wanted) requireWithin(`${prefix}${id}`, wanted, granted);
    }
    for (const id of inOrder(workflow)) {
      const key = `${prefix}${id}`;
      const earlier = this.request.earlier?.jobs[key];
      if (earlier) this.results[key] = earlier;
      else await this.job(file, id, workflow.jobs[id] as Job);
      if (this.request.until === key) return;
    }
  }

  private async job(file: File, id: string, job: Job): Promise<void> {
    const { workflow, prefix, inputs, granted } = file;
    const key = `${prefix}${id}`;
    const needed = needsOf(job).map((need) => [need, this.results[`${prefix}${need}`]] as const);
    const needs = Object.fromEntries(
      needed.map(([name, r]) => [name, { result: r?.result, outputs: r?.outputs }]),
    );
    const contexts = {
      github: githubContext(this.request),
      needs,
      inputs,
      vars: this.request.vars ?? {},
      secrets: {},
    };
    const success = needed.every(([, result]) => result?.result === 'success');
    if (!holds(job.if, contexts, { success })) {
      if (!job.uses) this.results[key] = { result: 'skipped', outputs: {}, log: new Log() };
      return;
    }
    const asked = effective(job.permissions, workflow.permissions ?? granted);
    const permissions = this.request.event.fork ? forFork(asked) : asked;
    if (job.uses) await this.call(job, key, permissions, contexts);
    else await this.start(file, id, job, permissions, contexts);
  }

  private async start(
    file: File,
    id: string,
    job: Job,
    permissions: Permissions,
    contexts: Contexts,
  ): Promise<void> {
    const key = `${file.prefix}${id}`;
    const environment = typeof job.environment === 'object' ? job.environment.name : job.environment;
    const identity = {
      repository: this.request.repository,
      event: this.request.event,
      environment: environment && interpolate(environment, contexts),
      workflowRef: `${this.request.repository.name}/${this.request.path}@${this.request.event.ref}`,
      jobWorkflowRef: file.ref,
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
    const defaultEnv = defaultVariables(this.request, id, this.world.publicIndex);
    this.results[key] = await runJob({
      id: key,
      job,
      workflow: file.workflow,
      contexts,
      host,
      tokenEndpoint,
      actionsOnly: this.request.actionsOnly,
      actionFile: this.world.actionFile,
      defaultEnv,
    });
    if (tokenEndpoint) issuer.revoke(tokenEndpoint);
  }

  private async call(job: Job, key: string, permissions: Permissions, contexts: Contexts): Promise<void> {
    const uses = job.uses as string;
    const file = this.world.workflowFile(uses);
    if (!file) throw new InvalidWorkflow(`error parsing called workflow "${uses}": workflow was not found`);
    const workflow = readWorkflow(file.ref, file.text);
    const called = workflow.on.workflow_call as { inputs?: Record<string, Input> } | null | undefined;
    if (called === undefined) throw new InvalidWorkflow(`${uses} can not be called: no workflow_call`);
    const value = (given: unknown) => (typeof given === 'string' ? interpolate(given, contexts) : given);
    const given = Object.entries(job.with ?? {}).map(([name, input]) => [name, value(input)]);
    const inputs = readInputs(called?.inputs ?? {}, Object.fromEntries(given));
    await this.jobs({ workflow, ref: file.ref, prefix: `${key}/`, inputs, granted: permissions });
  }
}
