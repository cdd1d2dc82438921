import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../github/repository';
import { findAction } from '../runner/actions/registry';
import type { StartedJob } from '../runner/request';
import type { Case } from './case';
import { assume } from './clients';
import { Refused } from './door';
import { ORDERS, TAG } from './example';
import type { Scene } from './scene';

const push = (ref: string): RunEvent => ({ name: 'push', ref });

const asleep = (says: string, event: RunEvent, because: string): Case => ({
  says,
  expect: ['GitHub', /starts no workflow/],
  because,
  run: (scene) => scene.starts(ORDERS, event),
});

/** A job of the reusable workflow by its id. */
async function jobOf(scene: Scene, id: string): Promise<StartedJob> {
  const job = (await scene.starts(ORDERS, TAG)).find((started) => started.id.endsWith(`/${id}`));
  if (!job) throw new Error(`no job ${id}`);
  return job;
}

/** The caller workflow with its trigger replaced, as anybody can who may push a branch. */
function edited(scene: Scene, on: string): string {
  const { text } = scene.assembly.caller;
  const changed = text.replace(/^on:\n(?: .*\n)+/m, `on:\n  ${on}\n`);
  if (changed === text) throw new Error('the caller workflow has no on: block to edit');
  return changed;
}

const tricked = (says: string, on: string, event: RunEvent, because: string): Case => ({
  says,
  expect: ['STS', /Not authorized to perform sts:AssumeRoleWithWebIdentity/],
  because,
  run: async (scene) => {
    const started = await scene.starts(ORDERS, event, edited(scene, on));
    for (const { permissions, identity } of started) {
      if (permissions['id-token'] === 'write') await assume(scene.stage, identity);
    }
  },
});

export const WORKFLOW_CASES: readonly Case[] = [
  {
    says: 'a tag push starts a build job, a verify job and a publish job after it',
    expect: 'allowed',
    because: 'the trigger is rendered into the caller workflow',
    run: async (scene) => {
      const ids = (await scene.starts(ORDERS, TAG)).map(({ id }) => id.split('/').pop());
      if (ids.join() !== 'build,verify,publish') throw new Error(`started ${ids.join()}`);
    },
  },
  asleep('a branch push starts nothing', push('refs/heads/main'), 'only tags publish'),
  asleep(
    'a tag push that is no version starts nothing',
    push('refs/tags/nightly'),
    'v*.*.* does not hold it',
  ),
  asleep(
    'a pull request starts nothing',
    { name: 'pull_request', ref: 'refs/pull/7/merge' },
    'only tags publish',
  ),
  tricked(
    'somebody edits the caller workflow on a branch so that it runs there',
    'push: { branches: [feature] }',
    push('refs/heads/feature'),
    'whoever can push a branch can edit its workflows, and the trust does not depend on them',
  ),
  tricked(
    'somebody edits the caller workflow in a pull request so that it runs there',
    'pull_request:',
    { name: 'pull_request', ref: 'refs/pull/7/merge' },
    'the trust does not depend on workflow files of a publisher',
  ),
  {
    says: 'the build job, which runs code of the package, asks for a token of GitHub',
    expect: ['job', /no token endpoint/],
    because: 'it has no id-token permission',
    run: async (scene) => {
      const { permissions, identity } = await jobOf(scene, 'build');
      if (permissions['id-token'] !== 'write') throw new Refused('job', 'no token endpoint');
      await assume(scene.stage, identity);
    },
  },
  {
    says: 'the verify job, which unpacks what a build made, has a permission or sources',
    expect: ['job', /no permission at all, and no sources/],
    because: 'it needs the files and nothing else',
    run: async (scene) => {
      const { permissions, job, identity } = await jobOf(scene, 'verify');
      const checksOut = job.steps?.some(({ uses }) => uses?.startsWith('actions/checkout@'));
      if (!Object.keys(permissions).length && !checksOut && identity.environment === undefined)
        throw new Refused('job', 'no permission at all, and no sources');
    },
  },
  {
    says: 'the publish job reads the repository',
    expect: ['job', /no permission for contents/],
    because: 'it has id-token and nothing else',
    run: async (scene) => {
      const { permissions, job } = await jobOf(scene, 'publish');
      const checksOut = job.steps?.some(({ uses }) => uses?.startsWith('actions/checkout@'));
      const { 'id-token': _, ...others } = permissions;
      if (!checksOut && !Object.keys(others).length) throw new Refused('job', 'no permission for contents');
    },
  },
  {
    says: 'the tag of an action is moved to other code',
    expect: 'allowed',
    because: 'every action is pinned to the commit that was reviewed',
    run: async (scene) => {
      const steps = (await scene.starts(ORDERS, TAG)).flatMap(({ job }) => job.steps ?? []);
      const moved = steps.filter(({ uses }) => uses && !findAction(uses).reviewed);
      if (moved.length)
        throw new Error(`runs what a stranger wrote: ${moved.map(({ uses }) => uses).join()}`);
    },
  },
  {
    says: "the package's code looks for the token of the checkout",
    expect: ['job', /no credentials in .git/],
    because: 'the checkout keeps none',
    run: async (scene) => {
      const result = await scene.run(scene.stage, ORDERS, TAG, { until: 'publish/build', actionsOnly: true });
      const { workspace = '' } = result.jobs['publish/build'] ?? {};
      if (!readFileSync(join(workspace, '.git', 'config'), 'utf8').includes('extraheader')) {
        throw new Refused('job', 'no credentials in .git');
      }
    },
  },
  {
    says: 'a caller that grants no id-token calls the reusable workflow',
    expect: ['GitHub', /requesting 'id-token: write', but is only allowed 'id-token: none'/],
    because: 'GitHub does not start a run whose jobs want more than their caller has',
    run: (scene) =>
      scene.starts(ORDERS, TAG, scene.assembly.caller.text.replace(/\n *id-token: write.*/, '')),
  },
];
