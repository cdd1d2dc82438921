import fc from 'fast-check';
import { claimsOf } from '../../../../../rehearsal/github/claims';
import {
  GitHubOidcProvider,
  GitHubReader,
  GitHubReadRole,
  type GitHubReadRoleProps,
  type RequiredClaims,
  WorkflowHost,
} from '../../../../../src';
import { possibleCauses } from '../../../../../src/github/trust/possible-causes';
import type { SignInCauseId } from '../../../../../src/github/trust/refusal-causes';
import { sharedTrust } from '../../../../../src/github/trust/shared-trust';
import { acmePython } from '../../../../support/publish-role';
import { ACME, newStack } from '../../../../support/stacks';
import { trustOf, trusts } from '../../../../support/trust';
import { Judge } from '../../../support/judge';

const HOST = WorkflowHost.branch('acme/platform', 'main');
const HOST_FILE = 'acme/platform/.github/workflows/codeartifact_python.yml';
const ORGANIZATION = GitHubReader.organization('acme', { ownerId: '1234' });
const SHOP = GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' });
const OTHER = GitHubReader.repository('acme/other', { ownerId: '1234', repositoryId: '7777' });

const whoReads = fc
  .record({
    repositories: fc.constantFrom<GitHubReader[]>(
      [ORGANIZATION],
      [SHOP],
      [ORGANIZATION, SHOP],
      [SHOP, OTHER],
    ),
    environments: fc.constantFrom<string[] | undefined>(
      undefined,
      ['production'],
      ['a:b (c)', 'pull_request'],
      ['pull_request'],
    ),
    branches: fc.constantFrom<string[] | undefined>(undefined, undefined, ['main'], ['main', 'pull_request']),
    workflowHost: fc.constantFrom(undefined, undefined, HOST),
    requiredClaims: fc.constantFrom<RequiredClaims | undefined>(undefined, undefined, {
      actorIds: ['583231'],
    }),
  })
  // Dependabot's role has branches, and no host or environment.
  .map(({ branches, ...props }) =>
    branches ? { ...props, branches, environments: undefined, workflowHost: undefined } : props,
  );

/** Runs of a repository that each of these readers is of. */
const runs = fc
  .record({
    immutableSubject: fc.boolean(),
    ref: fc.constantFrom('refs/heads/main', 'refs/heads/pull_request', 'refs/tags/v1', 'refs/heads/x:y'),
    event: fc.constantFrom('push' as const, 'pull_request' as const, 'workflow_dispatch' as const),
    environment: fc.constantFrom(
      undefined,
      undefined,
      undefined,
      'production',
      'Production',
      'a:b (c)',
      'pull_request',
      'x:pull_request',
      'ref:refs/heads/main',
    ),
    jobWorkflowRef: fc.constantFrom(`${HOST_FILE}@refs/heads/main`, `${HOST_FILE}@refs/heads/next`),
    actorId: fc.constantFrom('583231', '583231', '1'),
    aud: fc.constantFrom(...Array<string>(8).fill('sts.amazonaws.com'), 'https://github.com/acme'),
    template: fc.constantFrom('', '', '', 'suffix', 'before', 'replaced'),
  })
  .map(({ actorId, aud, template, ...run }) => {
    const claims = claimsOf({
      repository: {
        name: 'acme/shop',
        ownerId: '1234',
        repositoryId: '3456',
        immutableSubject: run.immutableSubject,
      },
      event: { name: run.event, ref: run.ref },
      environment: run.environment,
      workflowRef: `acme/shop/.github/workflows/ci.yml@${run.ref}`,
      jobWorkflowRef: run.jobWorkflowRef,
    });
    const { sub } = claims;
    const repository = sub.slice(0, sub.indexOf(':', 5));
    const subs: Record<string, string> = {
      suffix: `${sub}:actor:octocat`,
      before: `${repository}:workflow:ci:${sub.slice(repository.length + 1)}`,
      replaced: 'repository_owner:acme',
    };
    return { ...claims, aud, actor_id: actorId, sub: subs[template] ?? sub };
  });

function roleOf(props: Omit<GitHubReadRoleProps, 'repository' | 'oidcProvider'>) {
  const stack = newStack(ACME);
  const { _trust } = new GitHubReadRole(stack, 'Role', {
    ...props,
    repository: acmePython(stack),
    oidcProvider: GitHubOidcProvider.fromAccount(stack, 'Provider'),
    trustPolicyQuota: 4096,
  });
  return { trust: sharedTrust(_trust), statements: trustOf(stack) };
}

describe('the judgement of a run that installs', () => {
  let judge: Judge;
  beforeAll(() => {
    judge = new Judge();
  });
  afterAll(() => judge.close());

  async function causesOf(trust: ReturnType<typeof sharedTrust>, claims: Record<string, string>) {
    const causes = Object.keys(await judge.ask(trust, undefined, claims)) as SignInCauseId[];
    const possible = possibleCauses(trust, false);
    expect(causes.filter((cause) => !possible.has(cause))).toEqual([]);
    return causes;
  }

  it('is the one of IAM for repositories, organizations and both, with and without a host', async () => {
    const seen = { allowed: 0, refused: 0, causes: new Set<string>() };
    for (const props of fc.sample(whoReads, 40)) {
      const { trust, statements } = roleOf(props);
      const sameAsIam = fc.asyncProperty(runs, async (claims) => {
        const causes = await causesOf(trust, claims);
        const allowed = trusts(statements, claims);
        seen[allowed ? 'allowed' : 'refused']++;
        for (const cause of causes) seen.causes.add(cause);
        expect(causes.length === 0).toBe(allowed);
      });
      await fc.assert(sameAsIam, { numRuns: 40 });
    }
    expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(100);
    expect([...seen.causes].sort()).toEqual([
      'audience',
      'claim',
      'environment',
      'environment-unexpected',
      'event',
      'ref',
      'subject-template',
      'workflow-ref',
    ]);
  });

  it.each([
    ['is told that it has an environment', undefined, 'environment-unexpected', ['refs/*', 'pull_request']],
    ['is told which environments are trusted', ['production'], 'environment', ['production']],
  ])('of a job in an organization without a host %s', async (_what, environments, cause, trusted) => {
    const { trust } = roleOf({ repositories: [ORGANIZATION], environments });
    const claims = claimsOf({
      repository: { name: 'acme/shop', ownerId: '1234', repositoryId: '3456' },
      event: { name: 'pull_request', ref: 'refs/pull/7/merge' },
      environment: 'pull_request',
      workflowRef: 'acme/shop/.github/workflows/ci.yml@refs/heads/main',
      jobWorkflowRef: 'acme/shop/.github/workflows/ci.yml@refs/heads/main',
    });
    expect(await judge.ask(trust, undefined, { ...claims, aud: 'sts.amazonaws.com' })).toEqual({
      [cause]: [trusted, 'pull_request'],
    });
  });
});
