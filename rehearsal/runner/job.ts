import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenEndpoint } from '../github/issuer';
import { run } from '../python/process';
import { BASH, SH } from '../python/tools';
import type { ActionHost } from './actions/action';
import { findAction } from './actions/registry';
import { StepFiles, takeLine } from './commands';
import { readComposite } from './composite';
import { type Contexts, holds, interpolate } from './expressions';
import { Log } from './log';
import type { Job, Step, Workflow } from './workflow';

export interface JobRun {
  readonly id: string;
  readonly job: Job;
  readonly workflow: Workflow;
  /** `github`, `needs`, `inputs`, ... */
  readonly contexts: Contexts;
  readonly host: Omit<ActionHost, 'workspace' | 'home' | 'env' | 'log' | 'setEnv' | 'addPath'>;
  /** Only for a job with `id-token: write`. */
  readonly tokenEndpoint?: TokenEndpoint;
  /** Variables that GitHub sets. */
  readonly defaultEnv: Readonly<Record<string, string>>;
  /** Stop before the first script. */
  readonly actionsOnly?: boolean;
  /** The action.yml that a `uses:` of another repository leads to. */
  readonly actionFile?: (uses: string) => string | undefined;
}

export interface JobResult {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: Log;
  /** Folder that the steps ran in. */
  readonly workspace?: string;
  /** Name of the step that failed. */
  readonly failedStep?: string;
}

/** Runs the steps of a job in an environment that begins empty. */
export async function runJob(request: JobRun): Promise<JobResult> {
  return new RunningJob(request).run();
}

class RunningJob {
  private readonly log: Log;
  private readonly home: string;
  private readonly workspace: string;
  private readonly variables: Record<string, string>;
  private readonly paths: string[];
  private readonly steps: Record<
    string,
    { outputs: Record<string, string>; outcome: string; conclusion: string }
  > = {};
  private failedStep?: string;

  /** The steps of a composite action are those of a job within the `outer` one: the same place, other outputs. */
  public constructor(
    private readonly request: JobRun,
    outer?: RunningJob,
  ) {
    this.log = outer?.log ?? new Log();
    this.variables = outer?.variables ?? {};
    this.paths = outer?.paths ?? [];
    this.home = outer?.home ?? request.host.machine.folder(request.id);
    this.workspace = join(this.home, 'work');
    mkdirSync(this.workspace, { recursive: true });
    mkdirSync(join(this.home, 'tmp'), { recursive: true });
  }

  public async run(): Promise<JobResult> {
    const { job } = this.request;
    for (const [index, step] of (job.steps ?? []).entries()) {
      if (this.request.actionsOnly && step.run) break;
      const name = step.name ?? step.uses ?? `Run ${(step.run ?? '').split('\n')[0]}`;
      if (!holds(step.if, this.contexts(), { success: !this.failedStep })) continue;
      this.log.write(`##[group]${name}`);
      const ok = await this.step(step, index).catch((error: unknown) => {
        this.log.write(`##[error]${error instanceof Error ? error.message : String(error)}`);
        return false;
      });
      if (!ok) this.failedStep ??= name;
    }
    return {
      result: this.failedStep ? 'failure' : 'success',
      outputs: this.failedStep ? {} : this.outputs(),
      log: this.log,
      workspace: this.workspace,
      failedStep: this.failedStep,
    };
  }

  private async step(step: Step, index: number): Promise<boolean> {
    const folder = mkdtempSync(join(this.home, 'tmp', `step-${index}-`));
    const files = new StepFiles(folder);
    const env = this.environment(step, files);
    let outputs: Record<string, string> = {};
    let ok = true;
    if (step.uses) outputs = await this.use(step, env);
    else ok = await this.bash(step, env);
    outputs = { ...outputs, ...files.outputs() };
    Object.assign(this.variables, files.variables());
    this.paths.unshift(...files.paths());
    const outcome = ok ? 'success' : 'failure';
    if (step.id) this.steps[step.id] = { outputs, outcome, conclusion: outcome };
    return ok;
  }

  private async use(step: Step, env: Record<string, string>): Promise<Record<string, string>> {
    const composite = readComposite(step.uses as string, this.workspace, this.request.actionFile);
    if (composite) {
      const inputs = composite.inputs(step.with, (value) => interpolate(value, this.contexts()));
      const { job, contexts } = this.request;
      const inner = {
        ...this.request,
        job: { ...job, steps: composite.steps },
        contexts: { ...contexts, inputs },
      };
      const { result, failedStep } = await new RunningJob(inner, this).run();
      if (result === 'failure') throw new Error(`${step.uses} failed in: ${failedStep}`);
      return {};
    }
    const { action } = findAction(step.uses as string);
    const inputs: Record<string, string> = {};
    for (const [name, value] of Object.entries(step.with ?? {})) {
      if (!action.inputs.includes(name)) throw new Error(`${step.uses}: input ${name} is not known`);
      const text = interpolate(String(value), this.contexts());
      if (text !== '') inputs[name] = text;
    }
    return action.run(inputs, {
      ...this.request.host,
      env,
      workspace: this.workspace,
      home: this.home,
      log: this.log,
      setEnv: (name, value) => {
        this.variables[name] = value;
      },
      addPath: (path) => this.paths.unshift(path),
    });
  }

  private async bash(step: Step, env: Record<string, string>): Promise<boolean> {
    const { job, workflow } = this.request;
    const script = interpolate(step.run as string, this.contexts());
    const said = step.shell ?? job.defaults?.run?.shell ?? workflow.defaults?.run?.shell;
    const shell = said === undefined ? undefined : interpolate(said, this.contexts());
    if (![undefined, 'bash', 'sh'].includes(shell)) throw new Error(`shell ${shell} is not known`);
    const options = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
    const folder = step['working-directory'] ?? job.defaults?.run?.['working-directory'] ?? '.';
    const { code } = await run(shell === 'sh' ? SH : BASH, [...options, '-c', script], {
      cwd: join(this.workspace, interpolate(folder, this.contexts())),
      env,
      onLine: (line) => takeLine(line, this.log),
    });
    if (code !== 0) this.log.write(`##[error]Process completed with exit code ${code}.`);
    return code === 0;
  }

  private environment(step: Step, files: StepFiles): Record<string, string> {
    const { workflow, job, host, defaultEnv, tokenEndpoint } = this.request;
    const given: Record<string, string> = {};
    for (const block of [workflow.env, job.env, this.variables, step.env]) {
      for (const [name, value] of Object.entries(block ?? {})) {
        given[name] =
          block === this.variables ? String(value) : interpolate(String(value), this.contexts(given));
      }
    }
    return {
      ...host.machine.environment(this.home, ...this.paths),
      ...defaultEnv,
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_TEMP: join(this.home, 'tmp'),
      ...given,
      ...files.env,
      ...tokenEndpoint,
    };
  }

  private contexts(env: Readonly<Record<string, string>> = this.variables): Contexts {
    const { contexts } = this.request;
    const runner = { os: 'Linux', arch: 'X64', temp: join(this.home, 'tmp'), environment: 'github-hosted' };
    const github = { ...(contexts.github as object), workspace: this.workspace };
    const status = this.failedStep ? 'failure' : 'success';
    return { ...contexts, github, env, runner, steps: this.steps, job: { status } };
  }

  /** GitHub drops an output that holds something masked. */
  private outputs(): Record<string, string> {
    const outputs: Record<string, string> = {};
    for (const [name, expression] of Object.entries(this.request.job.outputs ?? {})) {
      const value = interpolate(expression, this.contexts());
      if (this.log.hides(value))
        this.log.write(`##[warning]Skip output '${name}' since it may contain secret.`);
      else outputs[name] = value;
    }
    return outputs;
  }
}
