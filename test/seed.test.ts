import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubPublishRole,
  PublishTrigger,
  Repository,
} from '../src';
import domainPolicy from './seed/domain-policy.json';
import permissionsPolicy from './seed/permissions-policy.json';
import repositoryPolicy from './seed/repository-policy.json';
import trustPolicy from './seed/trust-policy.json';
import { type DeployedResource, deploy } from './support/deployed';
import { ACME, newStack } from './support/stacks';
import { only, type Statement, statementsOf } from './support/statements';

/*
 * The four policies that were once written by hand, against those that are synthesized from the same names:
 * domain acme, repository python, publishers acme/orders-sdk and acme/billing-sdk, account 111111111111.
 * Whatever differs stands on the list of differences, with its reason, and only narrows.
 */

/** The ids in the seed are placeholders, shorter than any that AWS gives. */
const ORGANIZATIONS: Record<string, string> = { 'o-xxx1': 'o-xxx1000000', 'o-xxx2': 'o-xxx2000000' };

interface Difference {
  readonly policy: string;
  /** The first action of the statement. */
  readonly statement: string;
  readonly what: string;
  readonly seed: unknown;
  readonly ours: unknown;
}

const DIFFERENCES: (Difference & { readonly reason: string })[] = [
  {
    policy: 'trust',
    statement: 'sts:AssumeRoleWithWebIdentity',
    what: 'condition StringEquals token.actions.githubusercontent.com:aud',
    seed: undefined,
    ours: ['sts.amazonaws.com'],
    reason: 'a token that was made for another service is no token for AWS',
  },
  {
    policy: 'permissions',
    statement: 'codeartifact:DescribePackageVersion',
    what: 'resources',
    seed: ['arn:aws:codeartifact:us-east-1:111111111111:package/acme/python/*'],
    ours: ['arn:aws:codeartifact:us-east-1:111111111111:package/acme/python/pypi/*'],
    reason: 'the role publishes Python packages, and none of another format',
  },
  {
    policy: 'permissions',
    statement: 'sts:GetServiceBearerToken',
    what: 'condition StringEquals sts:AWSServiceName',
    seed: undefined,
    ours: ['codeartifact.amazonaws.com'],
    reason: 'the bearer token is for CodeArtifact, and for no other service',
  },
  ...['NumericGreaterThanEqualsIfExists', 'NumericLessThanEqualsIfExists'].map((operator) => ({
    policy: 'permissions',
    statement: 'sts:GetServiceBearerToken',
    what: `condition ${operator} sts:DurationSeconds`,
    seed: undefined,
    ours: ['900'],
    reason: 'a token outlives its session, and the workflow needs one for 15 minutes',
  })),
];

function synthesize(): DeployedResource[] {
  const stack = newStack();
  const organizationIds = Object.values(ORGANIZATIONS);
  const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds });
  const repository = new Repository(stack, 'Repository', {
    domain,
    repositoryName: 'python',
    organizationIds,
  });
  new GitHubPublishRole(stack, 'Role', {
    repository,
    oidcProvider: new GitHubOidcProvider(stack, 'Provider'),
    publishers: ['acme/orders-sdk', 'acme/billing-sdk'].map((name) => GitHubPublisher.repository(name)),
    publishOn: PublishTrigger.anyRef(),
  });
  return deploy(stack, ACME);
}

const resources = synthesize();
const documentOf = (type: string, property: string) => only(resources, type).properties[property];
const POLICIES = [
  ['trust', trustPolicy, documentOf('AWS::IAM::Role', 'AssumeRolePolicyDocument')],
  ['permissions', permissionsPolicy, documentOf('AWS::IAM::Policy', 'PolicyDocument')],
  ['domain', domainPolicy, documentOf('AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument')],
  ['repository', repositoryPolicy, documentOf('AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument')],
] as const;

describe.each(POLICIES)('the %s policy of the seed', (policy, seedDocument, ourDocument) => {
  const seed = statementsOf(withOrganizations(seedDocument));
  const ours = statementsOf(ourDocument);

  test('is of the same version', () => {
    expect(ourDocument.Version).toBe(seedDocument.Version);
  });

  test('has the same statements: effect, principal and actions', () => {
    const headOf = ({ effect, principal, actions }: Statement) =>
      JSON.stringify([effect, principal, actions]);
    expect(ours.map(headOf).sort()).toEqual(seed.map(headOf).sort());
  });

  test('differs in nothing but the list of differences', () => {
    const differences = seed.flatMap((statement) => differencesOf(policy, statement, counterpart(statement)));
    const listed = DIFFERENCES.filter((difference) => difference.policy === policy);
    expect(differences).toEqual(listed.map(({ reason, ...difference }) => difference));
  });

  test('is only narrowed by each difference', () => {
    for (const statement of seed) expect(isNarrower(counterpart(statement), statement)).toBe(true);
  });

  function counterpart({ actions, principal }: Statement): Statement {
    const found = ours.filter(
      (other) =>
        `${other.actions}` === `${actions}` && JSON.stringify(other.principal) === JSON.stringify(principal),
    );
    expect(found).toHaveLength(1);
    return found[0];
  }
});

describe('a statement counts as narrower', () => {
  const [statement] = statementsOf(repositoryPolicy);
  const withKey = (key: string, values: string[]) => ({
    ...statement,
    conditions: { ...statement.conditions, StringLike: { [key]: values } },
  });
  const own = { ...statement, conditions: { StringEquals: { 'aws:PrincipalOrgID': ['o-xxx1'] } } };

  test.each([
    ['as it is', statement, true],
    ['with a condition more', withKey('aws:PrincipalArn', ['x']), true],
    ['with one value less', own, true],
    ['with a condition less', { ...statement, conditions: {} }, false],
    [
      'with one value more',
      { ...own, conditions: { StringEquals: { 'aws:PrincipalOrgID': ['o-z'] } } },
      false,
    ],
    ['on another resource', { ...statement, resources: ['arn:aws:x'] }, true],
  ])('%s: %#', (_what, other, expected) => {
    expect(isNarrower(other, statement)).toBe(expected);
  });

  test('on a part of the resources, and not on others', () => {
    const packages = { ...statement, resources: ['package/acme/python/*'] };
    expect(isNarrower({ ...packages, resources: ['package/acme/python/pypi/*'] }, packages)).toBe(true);
    expect(isNarrower({ ...packages, resources: ['package/acme/*'] }, packages)).toBe(false);
    expect(isNarrower({ ...packages, resources: ['*'] }, packages)).toBe(false);
  });
});

function withOrganizations(document: unknown): typeof trustPolicy {
  const named = Object.entries(ORGANIZATIONS).reduce(
    (text, [placeholder, id]) => text.replaceAll(`"${placeholder}"`, `"${id}"`),
    JSON.stringify(document),
  );
  return JSON.parse(named);
}

/** Conditions as `operator key`, each with its values. */
function conditionsOf({ conditions }: Statement): Map<string, string[]> {
  return new Map(
    Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => [`${operator} ${key}`, values] as const),
    ),
  );
}

function differencesOf(policy: string, seed: Statement, ours: Statement): Difference[] {
  const [before, after] = [conditionsOf(seed), conditionsOf(ours)];
  const compared: [string, unknown, unknown][] = [
    ['resources', seed.resources, ours.resources],
    ...[...new Set([...before.keys(), ...after.keys()])].map(
      (key) => [`condition ${key}`, before.get(key), after.get(key)] as [string, unknown, unknown],
    ),
  ];
  return compared
    .filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other))
    .map(([what, one, other]) => ({ policy, statement: seed.actions[0], what, seed: one, ours: other }));
}

/** Whether all that a statement allows is allowed by another one with the same principal and actions. */
function isNarrower(narrow: Statement, wide: Statement): boolean {
  const conditions = conditionsOf(narrow);
  const keepsConditions = [...conditionsOf(wide)].every(([key, values]) =>
    conditions.get(key)?.every((value) => values.includes(value)),
  );
  const keepsResources = narrow.resources.every((resource) =>
    wide.resources.some((pattern) => contains(pattern, resource)),
  );
  return keepsConditions && keepsResources;
}

/** Whether a pattern with `*` contains a text, which may be a pattern itself. */
function contains(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
