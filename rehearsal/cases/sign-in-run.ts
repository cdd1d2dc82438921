import { parse, stringify } from 'yaml';
import { TRUSTED_REPOSITORY_INPUT } from '../../src/github/trust/repository-entry';
import { Artifacts } from '../runner/artifacts';
import type { JobResult } from '../runner/job';
import { Log } from '../runner/log';
import { runWorkflow } from '../runner/run';
import type { Job, Workflow } from '../runner/workflow';
import { deploy } from '../stage';
import { type Assembly, EXAMPLE, ORDERS, TAG } from './example';
import { otherApp } from './other-app';
import type { Scene } from './scene';
import { EARLIER_APP, type Situation } from './situations';

/** The step that AWS refuses. */
export const ASSUME = 'Assume the publish role';
const STEPS = [
  'Set up Python for the tools',
  'Compare this run with what the role trusts',
  ASSUME,
  'Say what else refuses a sign-in',
];

/** The reusable workflow with the sign-in as the only thing that its publish job does. */
function signInOnly(text: string, { environment, audience }: Partial<Situation>): string {
  const workflow = parse(text) as Workflow;
  const publish = workflow.jobs.publish as Job;
  const steps = (publish.steps ?? [])
    .filter(({ name = '' }) => STEPS.includes(name))
    .map((step) =>
      audience && step.uses?.startsWith('aws-') ? { ...step, with: { ...step.with, audience } } : step,
    )
    .map((step) =>
      audience && step.env?.AUDIENCE ? { ...step, env: { ...step.env, AUDIENCE: audience } } : step,
    );
  const { environment: generated, ...rest } = publish;
  const name = environment === 'none' ? undefined : (environment ?? generated);
  const job = { ...rest, ...(name && { environment: name }), steps };
  return stringify({ ...workflow, jobs: { ...workflow.jobs, publish: job } }, { lineWidth: 0 });
}

/** The caller of a repository, which starts on anything and has its own entry, or none. */
function callerText(text: string, entry: string | undefined): string {
  const workflow = parse(text) as Workflow;
  const publish = workflow.jobs.publish as Job;
  const given = { ...publish.with, ...(entry && { [TRUSTED_REPOSITORY_INPUT]: entry }) };
  const jobs = { ...workflow.jobs, publish: { ...publish, with: given } };
  return stringify({ ...workflow, on: ['push', 'pull_request'], jobs }, { lineWidth: 0 });
}

/** What jobs before it handed on. */
function earlier() {
  const done: JobResult = { result: 'success', outputs: {}, log: new Log() };
  return { jobs: { 'publish/build': done, 'publish/verify': done }, artifacts: new Artifacts() };
}

/** Runs the sign-in of the publish job, and what it says. No token may be anywhere in it. */
export async function signIn(
  scene: Scene,
  situation: Partial<Situation>,
  entry: string | undefined,
): Promise<JobResult> {
  const { repository = ORDERS, event = TAG, app, called, account, cause } = situation;
  const assembly: Assembly = app ? otherApp(scene.assembly, app) : scene.assembly;
  const stage = await scene.freshStage();
  const deployed = cause === 'trust-not-deployed' ? otherApp(scene.assembly, EARLIER_APP) : assembly;
  const setup = deploy(deployed.template, {
    account: EXAMPLE.account,
    region: EXAMPLE.region,
    stackName: 'PythonArtifacts',
  });
  stage.cloud.setup = account ? account(setup) : setup;
  const { issued } = scene.backdrop.issuer;
  const before = issued.length;
  const { jobs } = await runWorkflow(
    {
      ...scene.world(stage),
      workflowFile: (uses) => ({
        text: signInOnly(assembly.reusable.text, situation),
        ref: called ?? uses.replace(/@(?=main$)/, '@refs/heads/'),
      }),
    },
    {
      repository,
      event,
      path: assembly.caller.path,
      text: callerText(assembly.caller.text, entry),
      source: assembly.package,
      earlier: earlier(),
    },
  );
  const job = jobs['publish/publish'];
  if (!job) throw new Error('the publish job did not run');
  const said = JSON.stringify([job.log.lines, job.summary, job.outputs]);
  const tokens = issued.slice(before);
  if (tokens.length === 0 || tokens.some((token) => said.includes(token.split('.')[1] ?? token))) {
    throw new Error('a token is in what the job says, or there was none');
  }
  return job;
}
