import { requestScripts } from '../../commands/access/access';
import { tokenScripts } from '../../commands/access/github-tokens';
import { someOf } from '../../commands/access/language/decide';
import { all, keysIn } from '../../commands/access/language/formula';
import { BEARER_TOKEN, PUBLISH, SINGLE } from '../../commands/access/operations';
import { permitted } from '../../commands/access/permissions';
import { bearerScripts, resourceScripts } from '../../commands/access/requests';
import { byResourcePolicy } from '../../commands/access/resource-policy';
import { tokenTrust } from '../../commands/access/trust';
import {
  Domain,
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubReader,
  GitHubReadRole,
  PublishTrigger,
  Repository,
} from '../../src';
import { acmePython, publishRole } from '../support/publish-role';
import { ACME, newStack } from '../support/stacks';
import {
  accessOf,
  notSame,
  PLACE,
  rolesOf,
  wrongPermissions,
  wrongResourcePolicies,
  wrongTrust,
} from './proof';
import type { Setup } from './setups';
import { bearerTokens, readerMay, readingTokens, trustedTokens } from './specification';

const ORDERS = { owner: 'acme', repository: 'orders-sdk', ownerId: '1234', repositoryId: '5678' };
const BILLING = { owner: 'acme', repository: 'billing-sdk' };

/** What the original page and README.md decide, each by itself. */
const DECISIONS: [string, Setup][] = [
  [
    'the original page: any ref of two repositories',
    { who: [BILLING, { ...BILLING, repository: 'orders' }], when: { isAny: true } },
  ],
  ['tags alone', { who: [BILLING], when: { tags: ['v*.*.*'] } }],
  ['both forms of a subject, bound to the id', { who: [ORDERS], when: { tags: ['v*.*.*'] } }],
  [
    'the id of the owner alone',
    { who: [{ ...ORDERS, repositoryId: undefined }], when: { branches: ['main'] } },
  ],
  [
    'repositories with other kinds of ids do not lend them to each other',
    { who: [ORDERS, BILLING, { ...BILLING, repository: 'x', ownerId: '9' }], when: { tags: ['v*'] } },
  ],
  [
    'an environment, on the refs that start it',
    { who: [ORDERS], when: { tags: ['v*'], environment: 'release' } },
  ],
  [
    'an environment with a colon, and not the one that is spelt like its subject',
    { who: [ORDERS], when: { tags: ['v*'], environment: 'a:b' } },
  ],
];
const setups = DECISIONS.map(([, setup]) => setup);
const access = rolesOf(setups);

test.each(
  DECISIONS.map(([says, setup], index) => [says, setup, index] as const),
)('%s', (_says, setup, index) => {
  expect(wrongTrust(access, index, setup)).toEqual([]);
  expect(wrongPermissions(access, index, setup)).toEqual([]);
});

test('a specification that says less, or more, is told from it by a token', () => {
  const [wider] = wrongTrust(access, 1, { ...(setups[1] as Setup), when: { tags: ['v*'] } });
  expect(wider).toMatch(/refuses what is meant: .*"sub":"repo:acme\/billing-sdk:ref:refs\/tags\/v/);
  const [narrower] = wrongTrust(access, 1, { ...(setups[1] as Setup), when: { tags: ['v1.*.*'] } });
  expect(narrower).toMatch(/admits what is not meant: .*"sub":"repo:acme\/billing-sdk:ref:refs\/tags\/v/);
});

describe('policies of domain and repository', () => {
  const stack = newStack(ACME);
  const organizationIds = ['o-a1b2c3d4e5', 'o-f6g7h8i9j0'];
  const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds });
  new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds });
  const resources = accessOf(stack);

  test('admit the organizations, for reading, and nobody else', () => {
    expect(wrongResourcePolicies(resources, organizationIds)).toEqual([]);
  });

  test('and nobody for publishing, be it in another account or in this one', () => {
    for (const isForeign of [true, false]) {
      for (const operation of [
        PUBLISH,
        ...SINGLE.filter(({ name }) => /Publish|Put|Delete|Update|Dispose|Copy/.test(name)),
      ]) {
        const formula = byResourcePolicy(resources, operation, isForeign);
        const asker = { by: isForeign ? 'resource policy' : 'resource policy alone' } as const;
        expect(someOf(requestScripts(asker, operation, 'aws', formula), formula)).toEqual({ is: 'none' });
      }
    }
  });
});

test('a reader installs, on branches, tags and pull requests and in its environments, and nothing more', () => {
  const stack = newStack(ACME);
  new GitHubReadRole(stack, 'Role', {
    repository: acmePython(stack),
    repositories: [GitHubReader.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
    oidcProvider: GitHubOidcProvider.fromAccount(stack, 'GitHub'),
    environments: ['production'],
  });
  const reading = accessOf(stack);
  const [role] = reading.identities;
  const issuer = { name: 'token.actions.githubusercontent.com' };
  const trust = tokenTrust(reading, role, issuer);
  const meant = readingTokens([ORDERS], ['production']);
  expect(notSame('trust', tokenScripts(issuer, keysIn(all(trust, meant))), trust, meant)).toEqual([]);
  for (const operation of SINGLE) {
    const may = readerMay(operation.name.replace('codeartifact:', '').replace(/ .*/, ''), PLACE);
    const scripts = resourceScripts(operation.about, 'aws');
    expect(notSame(operation.name, scripts, permitted(reading, role, operation), may)).toEqual([]);
  }
  expect(notSame('bearer', bearerScripts(), permitted(reading, role, BEARER_TOKEN), bearerTokens())).toEqual(
    [],
  );
});

test('of a GitHub Enterprise Server, subject and audience are all that there is', () => {
  const stack = newStack(ACME);
  const oidcProvider = GitHubOidcProvider.fromAccount(
    stack,
    'GitHub',
    GitHubIssuer.enterpriseServer('github.acme.example'),
  );
  publishRole(stack, {
    oidcProvider,
    publishers: [GitHubPublisher.repository('acme/billing-sdk')],
    publishOn: PublishTrigger.environment('release'),
  });
  const server = accessOf(stack);
  const issuer = { name: 'github.acme.example/_services/token' };
  const trust = tokenTrust(server, server.identities[0], issuer);
  const meant = trustedTokens(
    { who: [BILLING], when: { tags: ['v*.*.*'], environment: 'release' } },
    issuer.name,
  );
  expect(notSame('trust', tokenScripts(issuer, keysIn(all(trust, meant))), trust, meant)).toEqual([]);
});
