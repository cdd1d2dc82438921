import { GitHubPublisher, PublishTrigger, SubjectFormat, WorkflowHost } from '../../../src';
import type { SignInCauseId } from '../../../src/github/trust/refusal-causes';
import { openAssembly } from '../../assembly';
import { assemblyOfPipeline, claimsOf, tokenOf } from '../../testing/pipeline';
import { readCaller } from '../caller/read-caller';
import { type Deployed, readDeployed } from '../deployed';
import { explain } from '../explain';

const HOST = { host: WorkflowHost.branch('acme/platform', 'main'), writeFiles: false };
const FILE = 'acme/platform/.github/workflows/codeartifact_python.yml';
const IDS = { ownerId: '1234', repositoryId: '5678' };

interface Trusted {
  readonly ids?: boolean;
  readonly forms: readonly ('classic' | 'immutable')[];
  readonly environment?: string;
  readonly host?: boolean;
  readonly actor?: boolean;
  readonly organization?: boolean;
}

const apps: (readonly [Deployed, Trusted])[] = [];
beforeAll(() => {
  const both = ['classic', 'immutable'] as const;
  const add = (props: Parameters<typeof assemblyOfPipeline>[0], trusted: Trusted) => {
    const workflow = trusted.host ? HOST : { writeFiles: false };
    const stacks = openAssembly(assemblyOfPipeline({ ...props, workflow }), '/');
    apps.push([readDeployed(stacks, { parameters: {} }), trusted]);
  };
  const named = (options?: Parameters<typeof GitHubPublisher.repository>[1]) => ({
    publishers: [
      GitHubPublisher.repository('acme/orders-sdk', options),
      GitHubPublisher.repository('acme/billing-sdk', options && { ...options, repositoryId: '9012' }),
    ],
  });
  const tags = PublishTrigger.tags('v*.*.*');
  add(named(IDS), { ids: true, forms: both, host: true });
  add(named(IDS), { ids: true, forms: both });
  add(named(), { forms: ['classic'] });
  add(named({ ...IDS, subjectFormat: SubjectFormat.IMMUTABLE }), {
    ids: true,
    forms: ['immutable'],
    host: true,
  });
  add(
    { ...named(IDS), publishOn: PublishTrigger.environment('release', { startedBy: tags }) },
    { ids: true, forms: both, environment: 'release', host: true },
  );
  add(
    { ...named(IDS), publishOn: PublishTrigger.anyOf(tags, PublishTrigger.branch('main')) },
    { ids: true, forms: both },
  );
  add({ ...named(IDS), requiredClaims: { actorIds: ['583231'] } }, { ids: true, forms: both, actor: true });
  add(
    { publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })] },
    { forms: both, host: true, organization: true },
  );
});

type Claims = Record<string, string | undefined>;
const repository = (name: string, more: Claims = {}) => ({ repository: name, ...more });

/** Where no environment is trusted, it takes the place of the ref, which an organization's role has as a claim. */
function otherEnvironment({ environment, organization }: Trusted): SignInCauseId | undefined {
  if (environment) return 'environment';
  return organization ? undefined : 'environment-unexpected';
}

/** One thing, and what is to be said of it where a role trusts this; nothing where that role does not look at it. */
const CHANGES: Readonly<
  Record<string, readonly [Claims, (trusted: Trusted) => SignInCauseId | '' | false | undefined]>
> = {
  'a branch': [{ ref: 'refs/heads/feature' }, () => 'ref'],
  'another tag': [{ ref: 'refs/tags/nightly' }, () => 'ref'],
  'a branch named as a tag': [{ ref: 'refs/heads/v1.2.3' }, () => 'ref'],
  'a merge queue': [
    { ref: 'refs/heads/gh-readonly-queue/main/pr-7-0a1b', event_name: 'merge_group' },
    () => 'ref',
  ],
  'a branch by hand': [{ ref: 'refs/heads/feature', event_name: 'workflow_dispatch' }, () => 'ref'],
  'a pull request': [{ ref: 'refs/pull/7/merge', event_name: 'pull_request' }, () => 'event'],
  'no environment': [{ environment: undefined }, ({ environment }) => environment && 'environment-missing'],
  'another environment': [{ environment: 'staging' }, otherEnvironment],
  'an environment in another case': [{ environment: 'Release' }, otherEnvironment],
  'another name': [
    repository('acme/orders'),
    ({ ids, organization }) => (organization ? undefined : ids ? 'renamed' : 'repository'),
  ],
  'another owner': [
    repository('other/orders-sdk', { repository_owner: 'other', repository_owner_id: '99' }),
    ({ ids }) => (ids ? 'renamed' : 'repository'),
  ],
  'another repository': [
    repository('acme/website', { repository_id: '7777' }),
    ({ organization }) => (organization ? undefined : 'repository'),
  ],
  'another case of the name': [
    repository('acme/Orders-SDK'),
    ({ organization }) => (organization ? undefined : 'letter-case'),
  ],
  'another repository of the name': [{ repository_id: '6670' }, ({ ids }) => ids && 'recreated'],
  'another workflow': [{ job_workflow_ref: `${FILE}.old@refs/heads/main` }, ({ host }) => host && 'workflow'],
  'another ref of the workflow': [
    { job_workflow_ref: `${FILE}@refs/tags/v1` },
    ({ host }) => host && 'workflow-ref',
  ],
  'a commit of the workflow': [
    { job_workflow_ref: `${FILE}@${'0'.repeat(40)}` },
    ({ host }) => host && 'workflow-ref',
  ],
  'another case of the workflow': [
    { job_workflow_ref: `${FILE.replace('acme', 'ACME')}@refs/heads/main` },
    ({ host }) => host && 'letter-case',
  ],
  'another audience': [{ aud: 'https://github.com/acme' }, () => 'audience'],
  'another issuer': [{ iss: 'https://token.actions.githubusercontent.com/acme' }, () => 'issuer'],
  'another actor': [{ actor_id: '1' }, ({ actor }) => actor && 'claim'],
};

function tokenFor({ environment, forms }: Trusted, change: Claims, immutable: boolean): string {
  const { sub, ...claims } = claimsOf({ ...(environment && { environment }), ...change }) as Claims;
  const [owner, name] = (claims.repository ?? '').split('/');
  const ids = `repo:${owner}@${claims.repository_owner_id}/${name}@${claims.repository_id}`;
  const isImmutable = forms.length === 1 ? forms[0] === 'immutable' : immutable;
  return tokenOf({ ...claims, sub: isImmutable ? sub?.replace(/^repo:[^:]*/, ids) : sub });
}

function answerTo(deployed: Deployed, token: string) {
  const { verdict, roles } = explain(deployed, readCaller(token, 'the token'), { wish: 'publish' });
  return [verdict, ...(roles[0]?.causes ?? []).map(({ id }) => id)];
}

test.each(Object.entries(CHANGES))('of %s, that one cause is said, whatever is trusted', (_what, [
  change,
  causeIn,
]) => {
  for (const [deployed, trusted] of apps) {
    const cause = causeIn(trusted);
    for (const immutable of [false, true]) {
      expect(answerTo(deployed, tokenFor(trusted, {}, immutable))).toEqual(['granted']);
      expect(answerTo(deployed, tokenFor(trusted, change, immutable))).toEqual(
        cause ? ['refused', cause] : ['granted'],
      );
    }
  }
});

test.each([
  'repo:acme/orders-sdk:workflow:publish',
  'repository_owner:acme',
  'repo:acme/orders-sdk',
])('of a subject that somebody customized, %s, nothing else is said', (sub) => {
  const [deployed] = apps[0] as (typeof apps)[number];
  expect(answerTo(deployed, tokenOf(claimsOf({ sub })))).toEqual(['refused', 'subject-template']);
});

test('of the other form of the subject, the form is said', () => {
  const forms = apps.filter(([, trusted]) => trusted.forms.length === 1);
  const other = forms.map(([deployed, trusted]) => {
    const [form] = trusted.forms;
    return answerTo(
      deployed,
      tokenFor({ ...trusted, forms: [form === 'classic' ? 'immutable' : 'classic'] }, {}, false),
    );
  });
  expect(other).toEqual([
    ['refused', 'immutable-subject'],
    ['refused', 'classic-subject'],
  ]);
});
