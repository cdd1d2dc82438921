import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { GitHubPublisher, PythonArtifactPipeline, WorkflowHost } from '../../src';
import { type Assembly, Scene } from '../cases';
import { EXAMPLE, ORDERS, TAG } from '../cases/example';
import { requireTools } from '../python/tools';
import { openBackdrop } from '../rehearse';
import type { RunRequest, RunResult } from '../runner/request';
import type { Backdrop, Stage } from '../stage';
import { byHand } from './by-hand';
import { bytesOf, type JobCost, problemsOf, toolsOf } from './job-cost';

/** The example with a host for its workflow, or without one, so that a workflow by hand can assume the role. */
function assembly(host?: WorkflowHost): Assembly {
  const { account, region } = EXAMPLE;
  const stack = new Stack(new App(), 'PythonArtifacts', { env: { account, region } });
  const { workflow } = new PythonArtifactPipeline(stack, 'Python', {
    domainName: EXAMPLE.domain,
    repositoryName: EXAMPLE.repository,
    publishers: [GitHubPublisher.repository(ORDERS.name)],
    packages: ['acme-*'],
    publishRoleName: ROLE,
    workflow: { host },
  });
  const text = (path: string) => workflow.files[path];
  return {
    template: Template.fromStack(stack).toJSON() as Assembly['template'],
    caller: { path: '.github/workflows/publish_python.yml', text: text(workflow.caller.path) },
    reusable: { path: workflow.reusablePath, text: text(workflow.reusablePath) },
    package: 'examples/package',
  };
}

const ROLE = 'publish';

class Measurement {
  private earlier?: RunResult;

  public constructor(
    private readonly backdrop: Backdrop,
    private readonly scene: Scene,
    private readonly stage: Stage,
    private readonly more: Partial<RunRequest> = {},
  ) {}

  /** Runs one job of the run, all of whose earlier ones have run. */
  public async job(id: string): Promise<JobCost> {
    const { downloads } = this.backdrop.pypi;
    const before = downloads.length;
    const began = Date.now();
    const request = { ...this.more, earlier: this.earlier, until: id };
    const result = await this.scene.run(this.stage, ORDERS, TAG, request);
    const seconds = (Date.now() - began) / 1000;
    this.earlier = result;
    const { [id]: outcome } = result.jobs;
    if (outcome?.result !== 'success') throw new Error(`${id} failed:\n${outcome?.log.text}`);
    const { job } = result.started.find((started) => started.id === id) ?? {};
    const pythons = (job?.steps ?? []).filter(({ uses }) => uses?.startsWith('actions/setup-python@')).length;
    return { job: id.split('/').at(-1) as string, seconds, downloads: downloads.slice(before), pythons };
  }
}

async function main(): Promise<number> {
  requireTools();
  const backdrop = await openBackdrop();
  const { host, hostBranch, account } = EXAMPLE;
  const scenes: Scene[] = [];
  const newScene = async (of: Assembly) => {
    const scene = await Scene.open(backdrop, of);
    scenes.push(scene);
    return scene;
  };
  try {
    const generated = await newScene(assembly(WorkflowHost.branch(host, hostBranch)));
    const run = new Measurement(backdrop, generated, await generated.freshStage());
    const jobs: JobCost[] = [];
    for (const id of ['build', 'verify', 'publish']) jobs.push(await run.job(`publish/${id}`));

    const plain = await newScene(assembly());
    const text = byHand(`arn:aws:iam::${account}:role/${ROLE}`);
    const path = '.github/workflows/by-hand.yml';
    const one = await new Measurement(backdrop, plain, await plain.freshStage(), { text, path }).job(
      'publish',
    );

    console.log(table(jobs, { ...one, job: 'by hand' }));
    const problems = problemsOf(jobs);
    for (const problem of problems) console.error(`FAIL ${problem}`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await Promise.all(scenes.map((scene) => scene.close()));
    await backdrop.close();
  }
}

function table(jobs: readonly JobCost[], byHandJob: JobCost): string {
  const ofPackage = jobs.flatMap((cost) => {
    const tools = toolsOf(cost);
    return cost.downloads.filter((download) => !tools.includes(download));
  });
  const asked = new Set(ofPackage.map(({ filename }) => filename));
  const together = {
    job: 'all three',
    seconds: jobs.reduce((sum, { seconds }) => sum + seconds, 0),
    downloads: jobs.flatMap(({ downloads }) => downloads),
  };
  const rows = [...jobs, together, byHandJob].map(({ job, seconds, downloads }) => {
    const own = downloads.filter(({ filename }) => asked.has(filename));
    const tools = downloads.filter(({ filename }) => !asked.has(filename));
    return [
      job,
      seconds.toFixed(1),
      ...[tools, own].flatMap((some) => [String(some.length), bytesOf(some).toLocaleString('en-US')]),
    ];
  });
  const head = ['job', 'seconds', 'tools', 'bytes', 'of the package', 'bytes'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
