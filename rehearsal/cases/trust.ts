import type { JobIdentity } from '../github/claims';
import type { GitHubRepository, RunEvent } from '../github/repository';
import type { Case } from './case';
import { assume, assumeWith } from './clients';
import { BILLING, EXAMPLE, ORDERS, TAG } from './example';
import type { Scene } from './scene';

const NOT_AUTHORIZED = ['STS', /Not authorized to perform sts:AssumeRoleWithWebIdentity/] as const;
const push = (ref: string): RunEvent => ({ name: 'push', ref });

/** The publish job as the generated files start it for a tag push, with something else in one place. */
async function job(
  scene: Scene,
  repository: GitHubRepository,
  change: Partial<JobIdentity> = {},
): Promise<JobIdentity> {
  const { identity } = await scene.publishJob(repository, TAG);
  return { ...identity, ...change };
}

const admitted = (
  says: string,
  repository: GitHubRepository,
  change: Partial<JobIdentity>,
  because: string,
): Case => ({
  says,
  expect: 'allowed',
  because,
  run: async (scene) => assume(scene.stage, await job(scene, repository, change)),
});

const shutOut = (
  says: string,
  repository: GitHubRepository,
  change: Partial<JobIdentity>,
  because: string,
): Case => ({
  says,
  expect: NOT_AUTHORIZED,
  because,
  run: async (scene) => assume(scene.stage, await job(scene, repository, change)),
});

const host = (file: string, ref = 'refs/heads/main', owner: string = EXAMPLE.host) =>
  ({ jobWorkflowRef: `${owner}/.github/workflows/${file}@${ref}` }) as const;

const publishers: Case[] = [ORDERS, BILLING].flatMap((repository) => [
  admitted(
    `${repository.name} pushes a tag, and its subject is a classic one`,
    repository,
    {},
    'it is a publisher',
  ),
  admitted(
    `${repository.name} pushes a tag, and its subject is an immutable one`,
    { ...repository, immutableSubject: true },
    {},
    'new, renamed and opted-in repositories carry their ids in the subject',
  ),
]);

export const TRUST_CASES: readonly Case[] = [
  ...publishers,
  admitted(
    'a publisher runs the publish job a second time',
    ORDERS,
    { runAttempt: 2 },
    'nothing of a run is in the trust',
  ),
  admitted(
    'a publisher pushes the tag of a release candidate',
    ORDERS,
    { event: push('refs/tags/v1.2.3-rc.1') },
    'v*.*.* holds it',
  ),
  shutOut('a publisher pushes a branch', ORDERS, { event: push('refs/heads/main') }, 'only tags publish'),
  shutOut(
    'a publisher pushes a branch that is called like a tag',
    ORDERS,
    { event: push('refs/heads/v1.2.3') },
    'a branch is no tag',
  ),
  shutOut(
    'a publisher pushes a tag that is no version',
    ORDERS,
    { event: push('refs/tags/nightly') },
    'v*.*.* does not hold it',
  ),
  shutOut(
    'a publisher pushes a tag without the v',
    ORDERS,
    { event: push('refs/tags/1.2.3') },
    'v*.*.* does not hold it',
  ),
  shutOut(
    'a pull request asks to publish',
    ORDERS,
    { event: { name: 'pull_request', ref: 'refs/pull/7/merge' } },
    'its subject ends in pull_request',
  ),
  shutOut(
    'a job names an environment that nobody agreed on',
    ORDERS,
    { environment: 'release' },
    'it takes the place of the ref',
  ),
  shutOut(
    'a job names an environment that looks like a tag',
    ORDERS,
    { environment: 'x:ref:refs/tags/v1.2.3' },
    'GitHub escapes the colons',
  ),
  shutOut(
    'another repository of the same owner pushes a tag',
    { name: 'acme/website', ownerId: '1234', repositoryId: '7777' },
    {},
    'it is no publisher',
  ),
  shutOut(
    'an owner with a similar name pushes a tag',
    { name: 'acme-evil/orders-sdk', ownerId: '6666', repositoryId: '6667' },
    {},
    'it is no publisher',
  ),
  shutOut(
    'an owner with a similar name and an immutable subject pushes a tag',
    { name: 'acme-evil/orders-sdk', ownerId: '6666', repositoryId: '6667', immutableSubject: true },
    {},
    'it is no publisher',
  ),
  shutOut(
    'a repository with a similar name pushes a tag',
    { name: 'acme/orders-sdk-evil', ownerId: '1234', repositoryId: '6668' },
    {},
    'it is no publisher',
  ),
  shutOut(
    'somebody takes over the abandoned name of a publisher',
    { ...ORDERS, ownerId: '6666', repositoryId: '6669' },
    {},
    'the ids are those of another repository',
  ),
  shutOut(
    'somebody takes over the abandoned name of a publisher, with an immutable subject',
    { ...ORDERS, ownerId: '6666', repositoryId: '6669', immutableSubject: true },
    {},
    'the ids are those of another repository',
  ),
  shutOut(
    'the owner recreates a publisher under its name',
    { ...ORDERS, repositoryId: '6670' },
    {},
    'the repository is another one, and nobody named it',
  ),
  shutOut(
    'a name differs in the case of a letter',
    { ...ORDERS, name: 'Acme/orders-sdk' },
    {},
    'subjects are compared exactly',
  ),
  shutOut(
    "a publisher publishes by a workflow of its own, not by the host's",
    ORDERS,
    { jobWorkflowRef: 'acme/orders-sdk/.github/workflows/publish.yml@refs/tags/v1.2.3' },
    'job_workflow_ref names another file',
  ),
  shutOut(
    'a publisher calls another file of the host',
    ORDERS,
    host('other.yml'),
    'job_workflow_ref names another file',
  ),
  shutOut(
    "a publisher calls the host's file on a branch of the host",
    ORDERS,
    host('codeartifact_python.yml', 'refs/heads/feature'),
    'what is on a branch was not reviewed',
  ),
  shutOut(
    'a publisher calls the file of a host with a similar name',
    ORDERS,
    host('codeartifact_python.yml', 'refs/heads/main', 'acme-evil/platform'),
    'job_workflow_ref names another host',
  ),
  {
    says: "a token is for GitHub's default audience",
    expect: ['STS', /Incorrect token audience/],
    because: 'a token that was meant for somebody else is worth nothing here',
    run: async (scene) =>
      assume(scene.stage, await job(scene, ORDERS), { audience: 'https://github.com/acme' }),
  },
  {
    says: 'a token was issued an hour ago',
    expect: ['STS', /ExpiredTokenException/],
    because: 'tokens of GitHub last five minutes',
    run: async (scene) => assume(scene.stage, await job(scene, ORDERS), { issuedAt: Date.now() - 3600_000 }),
  },
  {
    says: 'somebody changes the subject of a token',
    expect: ['STS', /could not be validated/],
    because: 'the signature no longer fits',
    run: async (scene) => {
      const stranger = await job(scene, { name: 'acme/website', ownerId: '1234', repositoryId: '7777' });
      const token = await scene.backdrop.issuer.sign(stranger, { audience: 'sts.amazonaws.com' });
      const [header, payload = '', signature] = token.split('.');
      const claims = Buffer.from(payload, 'base64url').toString().replaceAll('acme/website', ORDERS.name);
      const forged = claims.replaceAll('7777', ORDERS.repositoryId);
      return assumeWith(scene.stage, `${header}.${Buffer.from(forged).toString('base64url')}.${signature}`);
    },
  },
  {
    says: 'a token comes from another issuer',
    expect: ['STS', /No OpenIDConnect provider found in your account/],
    because: 'the account has a provider for github.com only',
    run: async (scene) => {
      const claims = { iss: 'https://token.actions.evil.example' };
      return assume(scene.stage, await job(scene, ORDERS), { claims });
    },
  },
  {
    says: 'a publisher asks for a role of another account',
    expect: ['STS', /No OpenIDConnect provider found in your account/],
    because: 'that account trusts nobody of GitHub',
    run: async (scene) => {
      const roleArn = 'arn:aws:iam::222222222222:role/publish';
      return assume(scene.stage, await job(scene, ORDERS), { roleArn });
    },
  },
  {
    says: 'a publisher asks for a session of half a day',
    expect: ['STS', /exceeds the MaxSessionDuration/],
    because: 'the role lends itself for an hour at the most',
    run: async (scene) => assume(scene.stage, await job(scene, ORDERS), { seconds: 43200 }),
  },
];
