import type { Setup } from '../../evaluation/template';
import type { GitHubRepository, RunEvent } from '../github/repository';
import { Artifacts } from '../runner/artifacts';
import type { JobResult } from '../runner/job';
import { Log } from '../runner/log';
import type { RunnerWorld, RunRequest, RunResult, StartedJob } from '../runner/request';
import { runWorkflow } from '../runner/run';
import { InvalidWorkflow } from '../runner/workflow';
import { type Backdrop, deploy, Stage } from '../stage';
import { Refused } from './door';
import { type Assembly, EXAMPLE, ORDERS, TAG } from './example';
import { ORGANIZATIONS } from './people';

/** A run of the publish job, and what it was given. */
export interface Publication {
  readonly stage: Stage;
  readonly result: RunResult;
  readonly secrets: readonly string[];
  /** How long the session and the token last. */
  readonly seconds: readonly number[];
}

/** The rehearsed setup in place: deployed, with its workflow files on the default branches. */
export class Scene {
  public static async open(backdrop: Backdrop, assembly: Assembly, inherited?: Scene): Promise<Scene> {
    const { account, region } = EXAMPLE;
    const setup = deploy(assembly.template, { account, region, stackName: 'PythonArtifacts' });
    const stage = await Stage.open(backdrop, setup, region, ORGANIZATIONS);
    return new Scene(backdrop, assembly, setup, stage, inherited);
  }

  private building?: Promise<RunResult>;
  private publishing?: Promise<Publication>;
  private readonly stages: Stage[] = [];

  private constructor(
    public readonly backdrop: Backdrop,
    public readonly assembly: Assembly,
    public readonly setup: Setup,
    /** Where the quick cases play, one after the other. */
    public readonly stage: Stage,
    /** A scene whose build this one takes over, where the two do not differ in it. */
    private readonly inherited?: Scene,
  ) {}

  /** A stage of its own, for a case that takes longer. */
  public async freshStage(): Promise<Stage> {
    const stage = await Stage.open(this.backdrop, this.setup, EXAMPLE.region, ORGANIZATIONS);
    this.stages.push(stage);
    return stage;
  }

  public async close(): Promise<void> {
    await Promise.all([this.stage, ...this.stages].map((stage) => stage.close()));
  }

  /** Runs the generated caller workflow, or one that somebody put in its place. */
  public run(
    stage: Stage,
    repository: GitHubRepository,
    event: RunEvent,
    more: Partial<RunRequest> = {},
  ): Promise<RunResult> {
    const { caller } = this.assembly;
    const source = this.assembly.package;
    const request = { repository, event, path: caller.path, text: caller.text, source, ...more };
    return runWorkflow(this.world(stage), request).catch((error: unknown) => {
      if (error instanceof InvalidWorkflow) throw new Refused('GitHub', error.message);
      throw error;
    });
  }

  /** The jobs that an event would start, and as whom; refused by GitHub where there are none. */
  public async starts(
    repository: GitHubRepository,
    event: RunEvent,
    text?: string,
  ): Promise<readonly StartedJob[]> {
    const more = text === undefined ? {} : { text };
    const { conclusion, started } = await this.run(this.stage, repository, event, { dry: true, ...more });
    if (conclusion === 'not started') throw new Refused('GitHub', 'the event starts no workflow');
    return started;
  }

  /** The publish job that an event would start. */
  public async publishJob(repository: GitHubRepository, event: RunEvent): Promise<StartedJob> {
    const started = await this.starts(repository, event);
    const job = started.find(({ permissions }) => permissions['id-token'] === 'write');
    if (!job) throw new Refused('GitHub', 'no job may ask for a token');
    return job;
  }

  /** A tag push up to the job that is to publish what the others made of it, run once. */
  public built(): Promise<RunResult> {
    this.building ??= this.inherited
      ? this.inherited.built()
      : this.freshStage().then((stage) => this.run(stage, ORDERS, TAG, { until: 'publish/verify' }));
    return this.building;
  }

  /** What the verify job makes of files that a build handed on, however they came about. */
  public async verify(stage: Stage, files: ReadonlyMap<string, Buffer>): Promise<RunResult> {
    const artifacts = new Artifacts();
    const outputs = { artifact_id: artifacts.put('built', files) };
    const build: JobResult = { result: 'success', outputs, log: new Log() };
    const earlier = { jobs: { 'publish/build': build }, artifacts };
    return this.run(stage, ORDERS, TAG, { earlier, until: 'publish/verify' });
  }

  /** The publish job of the same run, once, on a stage that others install from. */
  public published(): Promise<Publication> {
    this.publishing ??= this.publish();
    return this.publishing;
  }

  private async publish(): Promise<Publication> {
    const stage = await this.freshStage();
    const result = await this.run(stage, ORDERS, TAG, { earlier: await this.built() });
    const { secrets, lifetimes } = stage.cloud;
    // Others sign in on this stage later, so what the run itself was given is noted now.
    return { stage, result, secrets: [...secrets], seconds: [...lifetimes.session, ...lifetimes.token] };
  }

  /** What a run has around it. */
  public world(stage: Stage): RunnerWorld {
    const { host, hostBranch } = EXAMPLE;
    const { reusable } = this.assembly;
    const known = `${host}/${reusable.path}`;
    return {
      machine: stage.machine,
      issuer: this.backdrop.issuer,
      sts: stage.sts,
      publicIndex: this.backdrop.pypi.simpleUrl,
      workflowFile: (uses) =>
        uses === `${known}@${hostBranch}`
          ? { text: reusable.text, ref: `${known}@refs/heads/${hostBranch}` }
          : undefined,
    };
  }
}
