import { parse, stringify } from 'yaml';
import { SIGN_IN_CAUSES } from '../../src/github/trust/refusal-causes';
import { repositoryEntry, TRUSTED_REPOSITORY_INPUT } from '../../src/github/trust/repository-entry';
import { Artifacts } from '../runner/artifacts';
import type { JobResult } from '../runner/job';
import { Log } from '../runner/log';
import { runWorkflow } from '../runner/run';
import type { Job, Workflow } from '../runner/workflow';
import { deploy } from '../stage';
import type { Case } from './case';
import { Refused } from './door';
import { type Assembly, EXAMPLE, ORDERS, TAG } from './example';
import { type OtherApp, otherApp, publisherOf } from './other-app';
import type { Scene } from './scene';
import { EARLIER_APP, SITUATIONS, type Situation } from './situations';

const ASSUME = 'Assume the publish role';
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
async function signIn(
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

/** The titles of the errors, and what else is said. */
function refused(job: JobResult): Refused {
  if (job.failedStep !== ASSUME) throw new Error(`it ended at ${job.failedStep}`);
  const titles = job.log.lines.flatMap((line) => /^::error title=(.*?)::/.exec(line)?.[1] ?? []);
  const rows = (job.summary ?? '').split('\n').flatMap((line) => /^\| ([A-Z][^|]*) \|/.exec(line)?.[1] ?? []);
  const answer = job.log.lines.find((line) => line.includes('Could not assume role'));
  return new Refused('job', `${titles.join()} | ${rows.join()} | ${answer}`);
}

const SETUP = ['provider-missing', 'provider-audience', 'role-missing', 'trust-not-deployed'] as const;
const IN_ORDER = SETUP.map((id) => SIGN_IN_CAUSES[id].title).join();

/** What AWS says where the run can't see more than that. */
const ANSWERS: Partial<Record<string, string>> = {
  'provider-missing': 'No OpenIDConnect provider found in your account for ',
  'provider-audience': 'Incorrect token audience',
};

function expected({ cause }: Situation): RegExp {
  const { title } = SIGN_IN_CAUSES[cause];
  const answer =
    ANSWERS[cause] ??
    (cause === 'audience'
      ? 'Incorrect token audience'
      : 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  const said = IN_ORDER.includes(title) ? `Sign-in refused | ${IN_ORDER}` : `${title} | ${title}`;
  const literal = `${said} | ##[error]Could not assume role with OIDC: ${answer}`;
  return new RegExp(`^${literal.replace(/[|.[\]()]/g, '\\$&')}`);
}

const entryOf = (app: OtherApp = {}) => repositoryEntry(publisherOf(app)._publisherIdentity());

const CASES: readonly Case[] = [
  ...SITUATIONS.map(
    (situation): Case => ({
      says: `a sign-in is refused, since ${situation.says}`,
      expect: ['job', expected(situation)],
      because: `the run says so: ${SIGN_IN_CAUSES[situation.cause].title}`,
      run: async (scene) => {
        throw refused(await signIn(scene, situation, entryOf(situation.app)));
      },
    }),
  ),
  {
    says: 'a sign-in is refused whose repository nobody named, and its caller has no entry',
    expect: ['job', /^Sign-in refused \| Repository not trusted,Provider missing,/],
    because: 'the shared file knows no repository, and says that it compared none',
    run: async (scene) => {
      const repository = { name: 'acme/website', ownerId: '1234', repositoryId: '7777' };
      throw refused(await signIn(scene, { repository }, undefined));
    },
  },
  {
    says: 'a sign-in is refused for a branch, and the caller has no entry',
    expect: ['job', /^Ref not trusted \| Ref not trusted \|/],
    because: 'the rest is judged without it',
    run: async (scene) => {
      const event = { name: 'push', ref: 'refs/heads/feature' } as const;
      const job = await signIn(scene, { event }, undefined);
      if (!job.summary?.includes('Whether the role trusts this repository was not compared'))
        throw new Error('it says nothing of that');
      throw refused(job);
    },
  },
  {
    says: 'a sign-in that AWS lets in is explained',
    expect: ['job', /nothing to explain/],
    because: 'where all is right, nothing is said',
    run: async (scene) => {
      const job = await signIn(scene, {}, entryOf());
      const said = job.log.lines.filter((line) => /^::(error|warning|notice)|not compared/.test(line));
      if (job.result === 'success' && said.length === 0 && job.summary === '') {
        throw new Refused('job', 'nothing to explain');
      }
    },
  },
];

/** The sign-in of the publish job, by the steps that do it. */
export const SIGN_IN_CASES = CASES.map((one): Case => ({ ...one, slow: true }));
