import type { Stack } from 'aws-cdk-lib';
import {
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  PublishTrigger,
  SubjectFormat,
  WorkflowHost,
} from '../../../src';
import { publishRole } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import type { Statement } from '../../support/statements';
import { trustOf, trusts } from '../../support/trust';

const KEY = 'token.actions.githubusercontent.com';
const HOST = WorkflowHost.branch('acme/platform', 'main');
const HOST_REF = 'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main';
const BRANCH = PublishTrigger.branch('main');

function trustIn(
  publishers: GitHubPublisher[],
  publishOn = BRANCH,
  workflowHost?: WorkflowHost,
  issuer?: GitHubIssuer,
): Statement[] {
  const stack = newStack();
  const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'Provider', issuer);
  publishRole(stack, { publishers, publishOn, workflowHost, oidcProvider });
  return trustOf(stack);
}

function conditionsIn(...parameters: Parameters<typeof trustIn>) {
  return trustIn(...parameters).map(({ conditions }) => conditions);
}

describe('the operator', () => {
  test('is StringEquals where no value has a wildcard', () => {
    expect(conditionsIn([GitHubPublisher.repository('acme/orders-sdk')])).toEqual([
      {
        StringEquals: {
          [`${KEY}:aud`]: ['sts.amazonaws.com'],
          [`${KEY}:sub`]: ['repo:acme/orders-sdk:ref:refs/heads/main'],
        },
      },
    ]);
  });

  test('is StringLike for the subject alone where a value of it has one', () => {
    const publisher = GitHubPublisher.repository('acme/orders-sdk', { repositoryId: '5678' });
    expect(conditionsIn([publisher], PublishTrigger.tags('v*', 'sdk-1.0'))).toEqual([
      {
        StringEquals: { [`${KEY}:aud`]: ['sts.amazonaws.com'], [`${KEY}:repository_id`]: ['5678'] },
        StringLike: {
          [`${KEY}:sub`]: [
            'repo:acme/orders-sdk:ref:refs/tags/sdk-1.0',
            'repo:acme/orders-sdk:ref:refs/tags/v*',
          ],
        },
      },
    ]);
  });

  test('has a wildcard in nothing but the pattern of tags', () => {
    const ids = { ownerId: '1234', repositoryId: '5678' };
    const publishers = [
      GitHubPublisher.repository('acme/orders-sdk', ids),
      GitHubPublisher.repository('acme/billing-sdk'),
      GitHubPublisher.organization('acme', { ownerId: '1234' }),
    ];
    for (const { conditions } of trustIn(publishers, PublishTrigger.tags('v*'), HOST)) {
      const values = Object.values({ ...conditions.StringEquals, ...conditions.StringLike }).flat();
      for (const value of values.filter((text) => /[*?]/.test(text))) {
        expect(value).toMatch(/^[^*?]*refs\/tags\/v\*$/);
      }
    }
  });
});

describe('a statement', () => {
  test('is shared by publishers that are known by the same claims', () => {
    const publishers = ['orders-sdk', 'billing-sdk'].map((name, index) =>
      GitHubPublisher.repository(`acme/${name}`, { ownerId: '1234', repositoryId: `567${index}` }),
    );
    const [conditions, ...others] = conditionsIn(publishers);
    expect(others).toEqual([]);
    expect(conditions.StringEquals[`${KEY}:repository_id`]).toEqual(['5670', '5671']);
    expect(conditions.StringEquals[`${KEY}:sub`]).toHaveLength(4);
  });

  test('is never shared by publishers with ids and without, whatever their order', () => {
    const withIds = GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' });
    const withOwner = GitHubPublisher.repository('acme/third-sdk', { ownerId: '1234' });
    const without = GitHubPublisher.repository('acme/billing-sdk');
    for (const publishers of [
      [withIds, withOwner, without],
      [without, withOwner, withIds],
    ]) {
      const statements = trustIn(publishers);
      expect(statements).toHaveLength(3);
      const sub = (name: string) => `repo:acme/${name}:ref:refs/heads/main`;
      // each as it is
      expect(trusts(statements, { sub: sub('orders-sdk'), repository_id: '5678' })).toBe(true);
      expect(trusts(statements, { sub: sub('third-sdk'), repository_owner_id: '1234' })).toBe(true);
      expect(trusts(statements, { sub: sub('billing-sdk') })).toBe(true);
      // none by what is enough for another
      expect(trusts(statements, { sub: sub('orders-sdk') })).toBe(false);
      expect(trusts(statements, { sub: sub('orders-sdk'), repository_owner_id: '1234' })).toBe(false);
      expect(trusts(statements, { sub: sub('third-sdk') })).toBe(false);
      expect(trusts(statements, { sub: sub('third-sdk'), repository_id: '5678' })).toBe(false);
    }
  });

  test('is never shared by two owners, so that neither can take over the name of the other', () => {
    const statements = trustIn([
      GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1' }),
      GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1' }),
      GitHubPublisher.repository('partner/tools', { ownerId: '2' }),
    ]);
    expect(statements).toHaveLength(2);
    const sub = 'repo:acme/orders-sdk:ref:refs/heads/main';
    expect(trusts(statements, { sub, repository_owner_id: '1' })).toBe(true);
    expect(trusts(statements, { sub, repository_owner_id: '2' })).toBe(false);
  });

  test('of an organization rests on its id, the workflow and the trigger, and not on a subject', () => {
    const organization = GitHubPublisher.organization('acme', { ownerId: '1234' });
    const repository = GitHubPublisher.repository('partner/tools');
    expect(conditionsIn([organization, repository], PublishTrigger.tags('v*'), HOST)).toEqual([
      {
        StringEquals: {
          [`${KEY}:aud`]: ['sts.amazonaws.com'],
          [`${KEY}:repository_owner_id`]: ['1234'],
          [`${KEY}:job_workflow_ref`]: [HOST_REF],
        },
        StringLike: { [`${KEY}:ref`]: ['refs/tags/v*'] },
      },
      {
        StringEquals: { [`${KEY}:aud`]: ['sts.amazonaws.com'], [`${KEY}:job_workflow_ref`]: [HOST_REF] },
        StringLike: { [`${KEY}:sub`]: ['repo:partner/tools:ref:refs/tags/v*'] },
      },
    ]);
  });

  test.each([
    [PublishTrigger.branch('main'), { ref: ['refs/heads/main'] }],
    [PublishTrigger.environment('release'), { environment: ['release'] }],
    [PublishTrigger.anyRef(), {}],
  ])('of an organization has the claims of its trigger: %#', (publishOn, claims) => {
    const organization = GitHubPublisher.organization('acme', { ownerId: '1234' });
    const [{ StringEquals }] = conditionsIn([organization], publishOn, HOST);
    const prefixed = Object.entries(claims).map(([claim, values]) => [`${KEY}:${claim}`, values]);
    expect(StringEquals).toEqual({
      [`${KEY}:aud`]: ['sts.amazonaws.com'],
      [`${KEY}:repository_owner_id`]: ['1234'],
      [`${KEY}:job_workflow_ref`]: [HOST_REF],
      ...Object.fromEntries(prefixed),
    });
  });

  test('of two organizations names both ids', () => {
    const organizations = ['1', '2'].map((ownerId) =>
      GitHubPublisher.organization(`acme-${ownerId}`, { ownerId }),
    );
    const [{ StringEquals }, ...others] = conditionsIn(organizations, BRANCH, HOST);
    expect(StringEquals[`${KEY}:repository_owner_id`]).toEqual(['1', '2']);
    expect(others).toEqual([]);
  });
});

describe('a token', () => {
  const ids = { ownerId: '1234', repositoryId: '5678' };
  const claims = {
    sub: 'repo:acme/orders-sdk:ref:refs/tags/v1.0.0',
    repository_id: '5678',
    job_workflow_ref: HOST_REF,
  };
  const statements = trustIn(
    [GitHubPublisher.repository('acme/orders-sdk', ids)],
    PublishTrigger.tags(),
    HOST,
  );

  test('is trusted with either form of the subject', () => {
    expect(trusts(statements, claims)).toBe(true);
    const sub = 'repo:acme@1234/orders-sdk@5678:ref:refs/tags/v1.0.0';
    expect(trusts(statements, { ...claims, sub })).toBe(true);
  });

  test.each([
    ['another audience', { aud: 'https://github.com/acme' }],
    ['no repository id', { repository_id: '' }],
    ['the id of another repository', { repository_id: '9999' }],
    ['another workflow', { job_workflow_ref: 'acme/orders-sdk/.github/workflows/evil.yml@refs/heads/main' }],
    ['another branch of the workflow', { job_workflow_ref: HOST_REF.replace('main', 'evil') }],
    ['a look-alike owner', { sub: 'repo:acme-evil/orders-sdk:ref:refs/tags/v1.0.0' }],
    ['a look-alike repository', { sub: 'repo:acme/orders-sdk-evil:ref:refs/tags/v1.0.0' }],
    ['another case', { sub: 'repo:Acme/orders-sdk:ref:refs/tags/v1.0.0' }],
    ['another id in the subject', { sub: 'repo:acme@9/orders-sdk@5678:ref:refs/tags/v1.0.0' }],
    ['a branch', { sub: 'repo:acme/orders-sdk:ref:refs/heads/main' }],
    ['a branch like a tag', { sub: 'repo:acme/orders-sdk:ref:refs/heads/refs/tags/v1.0.0' }],
    ['a pull request', { sub: 'repo:acme/orders-sdk:pull_request' }],
    ['an environment', { sub: 'repo:acme/orders-sdk:environment:release' }],
    ['a tag of another pattern', { sub: 'repo:acme/orders-sdk:ref:refs/tags/1.0.0' }],
  ])('is refused with %s', (_what, difference) => {
    expect(trusts(statements, { ...claims, ...difference })).toBe(false);
  });

  test('of a repository without ids is trusted in the old form only', () => {
    const trust = trustIn([GitHubPublisher.repository('acme/orders-sdk')]);
    expect(trusts(trust, { sub: 'repo:acme/orders-sdk:ref:refs/heads/main' })).toBe(true);
    expect(trusts(trust, { sub: 'repo:acme@1234/orders-sdk@5678:ref:refs/heads/main' })).toBe(false);
  });

  test('of the new form only is refused in the old one', () => {
    const subjectFormat = SubjectFormat.IMMUTABLE;
    const trust = trustIn([GitHubPublisher.repository('acme/orders-sdk', { ...ids, subjectFormat })]);
    const sub = (owner: string, name: string) => `repo:${owner}/${name}:ref:refs/heads/main`;
    expect(trusts(trust, { repository_id: '5678', sub: sub('acme@1234', 'orders-sdk@5678') })).toBe(true);
    expect(trusts(trust, { repository_id: '5678', sub: sub('acme', 'orders-sdk') })).toBe(false);
  });

  test('of any ref is trusted for everything of its repository, and for nothing of another', () => {
    const trust = trustIn([GitHubPublisher.repository('acme/orders-sdk')], PublishTrigger.anyRef());
    expect(trusts(trust, { sub: 'repo:acme/orders-sdk:pull_request' })).toBe(true);
    expect(trusts(trust, { sub: 'repo:acme/orders-sdk-evil:pull_request' })).toBe(false);
    expect(trusts(trust, { sub: 'repo:acme/orders-sdk' })).toBe(false);
  });
});

describe('the condition keys', () => {
  test.each([
    [GitHubIssuer.enterprise('acme-corp'), 'token.actions.githubusercontent.com/acme-corp'],
    [GitHubIssuer.gheCom('acme'), 'token.actions.acme.ghe.com'],
    [GitHubIssuer.enterpriseServer('github.acme.example'), 'github.acme.example/_services/token'],
  ])('and the principal are those of the issuer: %#', (issuer, name) => {
    const [{ principal, conditions }] = trustIn(
      [GitHubPublisher.repository('acme/orders-sdk')],
      BRANCH,
      undefined,
      issuer,
    );
    expect(principal).toEqual({ Federated: [`arn:aws:iam::111111111111:oidc-provider/${name}`] });
    expect(conditions).toEqual({
      StringEquals: {
        [`${name}:aud`]: ['sts.amazonaws.com'],
        [`${name}:sub`]: ['repo:acme/orders-sdk:ref:refs/heads/main'],
      },
    });
  });
});

describe('publishers are refused', () => {
  const refuse = (publishers: GitHubPublisher[], ...sentences: string[]) =>
    expectRefusal(() => publishRole(newStack(), { publishers }), ...sentences, '(construct Stack/Role)');

  test('where there is none', () => {
    refuse([], 'publishers [] is empty, so that nobody could assume the role.', 'Allowed: at least one.');
  });

  test.each([
    ['GitHubPublisher.repository', 'acme/x', 'Acme/X'],
    ['another', 'Acme/orders-SDK', 'acme/orders-sdk'],
  ])("where two names differ in letters' case alone: %s", (_, first, second) => {
    const [one, two] = [first, second].map((name) => GitHubPublisher.repository(name, { ownerId: '1' }));
    refuse(
      [GitHubPublisher.repository('acme/y'), one, two],
      `publishers "${second}" is ${first} in other letters' case, and on GitHub the same.`,
      "Allowed: each once, in the letters' case that GitHub shows.",
    );
  });

  test('where one is there twice, with whatever ids', () => {
    refuse(
      [GitHubPublisher.repository('acme/a'), GitHubPublisher.repository('acme/a', { ownerId: '1' })],
      'publishers "acme/a" is listed twice.',
      'Allowed: each once.',
    );
  });

  test('where one is a whole organization without a workflow host', () => {
    refuse(
      [GitHubPublisher.organization('acme', { ownerId: '1234' })],
      'publishers "acme" is a whole organization, and without a workflow host any workflow of any of its ' +
        'repositories would be trusted.',
      "Write instead: a host such as WorkflowHost.branch('acme/platform', 'main') beside it, or its " +
        'repositories one by one.',
      'See https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows',
    );
  });

  test.each([
    ['ids', GitHubPublisher.repository('acme/a', { ownerId: '1' }), undefined, 'acme/a'],
    ['a workflow host', GitHubPublisher.repository('acme/a'), HOST, HOST_REF],
  ])('with %s for a GitHub Enterprise Server', (_what, publisher, workflowHost, culprit) => {
    const stack = newStack();
    const issuer = GitHubIssuer.enterpriseServer('github.acme.example');
    const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'Provider', issuer);
    expectRefusal(
      () => publishRole(stack, { publishers: [publisher], workflowHost, oidcProvider }),
      'issuer "https://github.acme.example/_services/token" has condition keys for sub and aud only, so that ' +
        `${culprit} can't be trusted by ids or by a workflow host.`,
      'Write instead: repositories without ids, and no workflow host.',
      'See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
      '(construct Stack/Role)',
    );
  });
});

describe('an environment', () => {
  const publishOn = PublishTrigger.environment('release');
  const keysOf = (stack: Stack) => trustOf(stack).map(({ conditions }) => conditions);

  test('is trusted only on the refs that start the workflow, since its subject has none', () => {
    const stack = newStack();
    publishRole(stack, { publishers: [GitHubPublisher.repository('acme/a')], publishOn });
    expect(keysOf(stack)).toEqual([
      {
        StringEquals: expect.objectContaining({
          'token.actions.githubusercontent.com:sub': ['repo:acme/a:environment:release'],
        }),
        StringLike: { 'token.actions.githubusercontent.com:ref': ['refs/tags/v*.*.*'] },
      },
    ]);
  });

  test('of a GitHub Enterprise Server is trusted on any ref, which AWS has no condition key for', () => {
    const stack = newStack();
    const issuer = GitHubIssuer.enterpriseServer('github.acme.example');
    const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'Provider', issuer);
    publishRole(stack, { publishers: [GitHubPublisher.repository('acme/a')], publishOn, oidcProvider });
    expect(JSON.stringify(keysOf(stack))).not.toContain(':ref"');
  });
});

test("an environment with a colon is trusted by its own claim as well, since the subject of 'a%3Ab' is the same", () => {
  const statements = trustIn([GitHubPublisher.repository('acme/a')], PublishTrigger.environment('a:b'));
  const claims = { sub: 'repo:acme/a:environment:a%3Ab', ref: 'refs/tags/v1.0.0' };
  expect(trusts(statements, { ...claims, environment: 'a:b' })).toBe(true);
  expect(trusts(statements, { ...claims, environment: 'a%3Ab' })).toBe(false);
});
