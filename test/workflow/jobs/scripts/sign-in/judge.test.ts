import fc from 'fast-check';
import { claimsOf } from '../../../../../rehearsal/github/claims';
import {
  GitHubPublisher,
  PublishTrigger,
  type RequiredClaims,
  SubjectFormat,
  WorkflowHost,
} from '../../../../../src';
import { possibleCauses } from '../../../../../src/github/trust/possible-causes';
import { SIGN_IN_CAUSES, type SignInCauseId } from '../../../../../src/github/trust/refusal-causes';
import { repositoryEntry } from '../../../../../src/github/trust/repository-entry';
import { type SharedTrust, sharedTrust } from '../../../../../src/github/trust/shared-trust';
import { SETUP_CAUSES } from '../../../../../src/workflow/jobs/scripts/sign-in/causes';
import { publishRole } from '../../../../support/publish-role';
import { ACME, newStack } from '../../../../support/stacks';
import { trustOf, trusts } from '../../../../support/trust';
import { Judge } from '../../../support/judge';

const HOST_FILE = 'acme/platform/.github/workflows/codeartifact_python.yml';
const OWNER_IDS: Record<string, string> = { acme: '1234', Acme: '1234', 'acme-evil': '6666' };
const IDS: Record<string, string> = { 'orders-sdk': '5678', 'billing-sdk': '9012', website: '7777' };

const publisherOf = (name: string) =>
  fc.constantFrom(
    GitHubPublisher.repository(name),
    GitHubPublisher.repository(name, { ownerId: '1234' }),
    GitHubPublisher.repository(name, { repositoryId: IDS[name.split('/')[1]] }),
    ...Object.values(SubjectFormat).map((subjectFormat) =>
      GitHubPublisher.repository(name, {
        ownerId: '1234',
        repositoryId: IDS[name.split('/')[1]],
        subjectFormat,
      }),
    ),
  );

const organization = GitHubPublisher.organization('acme', { ownerId: '1234' });
const starts = fc.constantFrom(
  PublishTrigger.tags('v*.*.*'),
  PublishTrigger.tags('sdk-v*', 'v1.*'),
  PublishTrigger.branch('main'),
  PublishTrigger.anyOf(PublishTrigger.tags('v*.*.*'), PublishTrigger.branch('main')),
);
const triggers = fc.oneof(
  starts,
  starts.map((startedBy) => PublishTrigger.environment('release', { startedBy })),
  starts.map((startedBy) => PublishTrigger.environment('a:b (c)', { startedBy })),
  fc.constant(PublishTrigger.anyRef()),
);

/** What a role trusts: repositories, an organization, or both. */
const setups = fc
  .record({
    first: publisherOf('acme/orders-sdk'),
    second: fc.option(publisherOf('acme/billing-sdk'), { nil: undefined }),
    organization: fc.constantFrom(undefined, undefined, organization),
    publishOn: triggers,
    host: fc.constantFrom(undefined, WorkflowHost.branch('acme/platform', 'main')),
    requiredClaims: fc.constantFrom<RequiredClaims | undefined>(undefined, undefined, {
      actorIds: ['583231', '9'],
      workflows: ['publish'],
    }),
  })
  .map(({ first, second, organization: whole, host, ...setup }) => ({
    ...setup,
    publishers: [first, ...(second ? [second] : []), ...(whole ? [whole] : [])],
    workflowHost: whole ? WorkflowHost.branch('acme/platform', 'main') : host,
  }));

/** A run as GitHub has it, right in most places. */
const often = <T>(right: T, ...others: T[]) => fc.constantFrom(...Array<T>(8).fill(right), ...others);
const runs = fc
  .record({
    owner: often('acme', 'Acme', 'acme-evil'),
    name: often('orders-sdk', 'billing-sdk', 'website', 'Orders-SDK', 'renamed'),
    ownerId: often(undefined, '6666'),
    repositoryId: often(undefined, '5678', '6670'),
    immutableSubject: fc.boolean(),
    ref: often(
      'refs/tags/v1.2.3',
      'refs/tags/sdk-v1',
      'refs/tags/nightly',
      'refs/heads/main',
      'refs/heads/v1.2.3',
      'refs/heads/x:ref:refs/tags/v1.2.3',
    ),
    event: often('push' as const, 'pull_request' as const, 'workflow_dispatch' as const),
    environment: fc.constantFrom(
      undefined,
      undefined,
      'release',
      'release',
      'a:b (c)',
      'Release',
      'x:ref:refs/tags/v1.2.3',
    ),
    jobWorkflowRef: often(
      `${HOST_FILE}@refs/heads/main`,
      `${HOST_FILE}@refs/heads/next`,
      `${HOST_FILE}@${'0'.repeat(40)}`,
      'ACME/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
      'acme/orders-sdk/.github/workflows/publish.yml@refs/tags/v1.2.3',
    ),
    aud: often('sts.amazonaws.com', 'https://github.com/acme'),
    actorId: often('583231', '1'),
    template: often('', 'suffix', 'replaced'),
  })
  .map(({ owner, name, ownerId, repositoryId, event, aud, actorId, template, ref, ...rest }) => {
    const claims = claimsOf({
      repository: {
        name: `${owner}/${name}`,
        ownerId: ownerId ?? OWNER_IDS[owner],
        repositoryId: repositoryId ?? IDS[name.toLowerCase()] ?? '5678',
        immutableSubject: rest.immutableSubject,
      },
      event: { name: event, ref },
      environment: rest.environment,
      workflowRef: `${owner}/${name}/.github/workflows/publish.yml@${ref}`,
      jobWorkflowRef: rest.jobWorkflowRef,
    });
    const subs: Record<string, string> = {
      suffix: `${claims.sub}:job_workflow_ref:${rest.jobWorkflowRef}`,
      replaced: `repository_owner:${owner}`,
    };
    return { ...claims, aud, actor_id: actorId, sub: subs[template] ?? claims.sub };
  });

/** No other repository has the name of one publisher and the id of another. */
const isPossible = ({ repository, repository_id: id }: Record<string, string>) =>
  Object.entries(IDS).every(
    ([name, own]) => repository !== `acme/${name}` || id === own || !Object.values(IDS).includes(id),
  );

type RoleProps = Parameters<typeof publishRole>[1];

function synthesized(props: RoleProps) {
  const stack = newStack(ACME);
  const role = publishRole(stack, { ...props, trustPolicyQuota: 8192 });
  const identities = (props?.publishers ?? []).map((publisher) => publisher._publisherIdentity());
  const trust = sharedTrust(role._trust);
  return { trust, statements: trustOf(stack), entries: identities.map(repositoryEntry) };
}

describe('the judgement of a run', () => {
  let judge: Judge;
  beforeAll(() => {
    judge = new Judge();
  });
  afterAll(() => judge.close());

  /** The causes that are found, of those that were expected to be possible. */
  async function causesOf(trust: SharedTrust, entry: string | undefined, claims: Record<string, string>) {
    const causes = Object.keys(await judge.ask(trust, entry, claims)) as SignInCauseId[];
    const possible = possibleCauses(trust, entry !== undefined);
    expect(causes.filter((cause) => !possible.has(cause))).toEqual([]);
    return causes;
  }

  it('is the one of IAM, for whichever repository the entry is', async () => {
    const seen = { allowed: 0, refused: 0, causes: new Set<string>() };
    for (const props of fc.sample(setups, 24)) {
      const { trust, statements, entries } = synthesized(props);
      const sameAsIam = fc.asyncProperty(runs.filter(isPossible), async (claims) => {
        const found = await Promise.all(entries.map((entry) => causesOf(trust, entry, claims)));
        const allowed = trusts(statements, claims);
        seen[allowed ? 'allowed' : 'refused']++;
        for (const cause of found.flat()) seen.causes.add(cause);
        expect(found.some((causes) => causes.length === 0)).toBe(allowed);
      });
      await fc.assert(sameAsIam, { numRuns: 40 });
    }
    expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(30);
    const told = Object.keys(SIGN_IN_CAUSES).filter((id) => seen.causes.has(id));
    const never = ['token-missing', 'issuer', ...SETUP_CAUSES];
    expect(told).toEqual(Object.keys(SIGN_IN_CAUSES).filter((id) => !never.includes(id)));
  });

  it('without the entry, refuses nobody whom IAM lets in', async () => {
    let refused = 0;
    for (const props of fc.sample(setups, 12)) {
      const { trust, statements } = synthesized(props);
      const letsIn = fc.asyncProperty(runs, async (claims) => {
        const causes = await causesOf(trust, undefined, claims);
        refused += causes.length > 0 ? 1 : 0;
        if (trusts(statements, claims)) expect(causes).toEqual([]);
      });
      await fc.assert(letsIn, { numRuns: 40 });
    }
    expect(refused).toBeGreaterThan(60);
  });
});
