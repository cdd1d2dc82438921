import type { Setup } from '../../evaluation/template';
import { GitHubPublisher, PublishTrigger } from '../../src';
import type { SignInCauseId } from '../../src/github/trust/refusal-causes';
import type { GitHubRepository, RunEvent } from '../github/repository';
import { EXAMPLE, ORDERS } from './example';
import type { OtherApp } from './other-app';

/** A publish job that AWS refuses, and the one thing that is not as it should be. */
export interface Situation {
  readonly cause: SignInCauseId;
  readonly says: string;
  /** What the app says instead of the example. */
  readonly app?: OtherApp;
  /** The repository of the run; by default it is `acme/orders-sdk`, which pushes a tag. */
  readonly repository?: GitHubRepository;
  readonly event?: RunEvent;
  /** The environment of the publish job, or none, in the place of the generated one. */
  readonly environment?: string | 'none';
  /** The called workflow, as it stands in `job_workflow_ref`. */
  readonly called?: string;
  /** The audience that the job asks for. */
  readonly audience?: string;
  /** What is in the account in the place of what was synthesized. */
  readonly account?: (setup: Setup) => Setup;
}

const push = (ref: string): RunEvent => ({ name: 'push', ref });
const file = (path: string, ref: string) => `${EXAMPLE.host}/.github/workflows/${path}@${ref}`;
const release = { publishOn: PublishTrigger.environment('release') };
const provider = (change: Partial<Setup['providers'][number]>) => (setup: Setup) => ({
  ...setup,
  providers: setup.providers.map((one) => ({ ...one, ...change })),
});

/** The account as another app would have made it. */
export const EARLIER_APP: OtherApp = { publishOn: PublishTrigger.branch('main') };

export const SITUATIONS: readonly Situation[] = [
  { cause: 'ref', says: 'the run is on a branch', event: push('refs/heads/feature') },
  {
    cause: 'event',
    says: 'the run is of a pull request',
    event: { name: 'pull_request', ref: 'refs/pull/7/merge' },
  },
  { cause: 'environment-missing', says: 'the job has no environment', app: release, environment: 'none' },
  { cause: 'environment', says: 'the job has another environment', app: release, environment: 'Release' },
  {
    cause: 'environment-unexpected',
    says: 'the job has an environment that nobody agreed on',
    environment: 'release',
  },
  {
    cause: 'immutable-subject',
    says: 'the subject has ids, and the app has none',
    app: { publisher: GitHubPublisher.repository(ORDERS.name) },
    repository: { ...ORDERS, immutableSubject: true },
  },
  {
    cause: 'renamed',
    says: 'the repository was renamed',
    repository: { ...ORDERS, name: 'acme/orders', immutableSubject: true },
  },
  {
    cause: 'recreated',
    says: 'the repository was made anew under its name',
    repository: { ...ORDERS, repositoryId: '6670' },
  },
  {
    cause: 'letter-case',
    says: "the owner is written in another letters' case",
    repository: { ...ORDERS, name: 'Acme/orders-sdk' },
  },
  {
    cause: 'repository',
    says: 'the caller was copied into another repository',
    repository: { name: 'acme/website', ownerId: '1234', repositoryId: '7777' },
  },
  {
    cause: 'workflow',
    says: 'another workflow of the host was called',
    called: file('other.yml', 'refs/heads/main'),
  },
  {
    cause: 'workflow-ref',
    says: "the host's workflow was called at another ref",
    called: file('codeartifact_python.yml', 'refs/heads/next'),
  },
  { cause: 'audience', says: 'the token is for another audience', audience: 'https://github.com/acme' },
  {
    cause: 'subject-template',
    says: 'the subject is customized by include_claim_keys',
    app: release,
    repository: { ...ORDERS, includeClaimKeys: ['job_workflow_ref'] },
  },
  {
    cause: 'claim',
    says: 'somebody else started the run',
    app: { requiredClaims: { actorIds: ['1'] } },
  },
  {
    cause: 'provider-missing',
    says: 'the account has no provider',
    account: (setup) => ({ ...setup, providers: [] }),
  },
  {
    cause: 'provider-audience',
    says: 'the provider of the account lacks the audience',
    account: provider({ audiences: ['https://github.com/acme'] }),
  },
  {
    cause: 'role-missing',
    says: 'the account has no such role',
    account: (setup) => ({ ...setup, roles: [] }),
  },
  {
    cause: 'trust-not-deployed',
    says: 'the role trusts what the app said before',
  },
];
