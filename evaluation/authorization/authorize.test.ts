import { authorize, type Catalog, type Principal, readPolicy } from '.';
import { loadCatalog } from './load-catalog';

const owner = '111111111111';
const arn = (resource: string) => `arn:aws:codeartifact:eu-west-1:${owner}:${resource}`;
const domain = arn('domain/acme');
const repository = arn('repository/acme/python');
const role = (account: string, organizationId?: string): Principal => ({
  arn: `arn:aws:iam::${account}:role/dev`,
  account,
  organizationId,
});
const policy = (...Statement: object[]) => readPolicy('P', { Version: '2012-10-17', Statement });
const allow = (Action: string, Resource: string, more = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const everyone = { Principal: { AWS: '*' } };
const member = { StringEquals: { 'aws:PrincipalOrgID': ['o-acme'] } };

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

interface Case {
  who?: Principal;
  action?: string;
  resource?: string;
  identity?: object[];
  onDomain?: object[];
  onRepository?: object[];
}

function decide(given: Case) {
  const resourcePolicies = [
    ...(given.onDomain ? [{ policy: policy(...given.onDomain), attachedTo: domain }] : []),
    ...(given.onRepository ? [{ policy: policy(...given.onRepository), attachedTo: repository }] : []),
  ];
  return authorize({
    catalog,
    principal: given.who ?? role(owner),
    action: given.action ?? 'codeartifact:ReadFromRepository',
    resource: given.resource ?? repository,
    identityPolicies: given.identity ? [policy(...given.identity)] : [],
    resourcePolicies,
  });
}

const read = (more = {}) => allow('codeartifact:ReadFromRepository', '*', more);
const deny = (more = {}) => ({ ...read(more), Effect: 'Deny' });

describe('within the owner account', () => {
  it.each<[string, Case, boolean]>([
    ['nothing', {}, false],
    ['an identity policy alone', { identity: [read()] }, true],
    ['a repository policy for everyone alone', { onRepository: [read(everyone)] }, true],
    ['a domain policy for everyone alone', { onDomain: [read(everyone)] }, true],
    [
      'a repository policy for that role alone',
      { onRepository: [read({ Principal: { AWS: `arn:aws:iam::${owner}:role/dev` } })] },
      true,
    ],
    [
      'a repository policy for the account, which delegates',
      { onRepository: [read({ Principal: { AWS: `arn:aws:iam::${owner}:root` } })] },
      false,
    ],
    ['a deny beside an allow', { identity: [read(), deny()] }, false],
    ['a deny on the repository', { identity: [read()], onRepository: [deny(everyone)] }, false],
    [
      'a deny for another role',
      { identity: [read()], onRepository: [deny({ Principal: { AWS: '222222222222' } })] },
      true,
    ],
  ])('%s', (_what, given, expected) => {
    expect(decide(given).allowed).toBe(expected);
  });
});

describe('across accounts', () => {
  const who = role('222222222222', 'o-acme');
  it.each<[string, Case, boolean]>([
    ['an identity policy alone', { identity: [read()] }, false],
    ['a repository policy alone', { onRepository: [read(everyone)] }, false],
    ['both', { identity: [read()], onRepository: [read(everyone)] }, true],
    ['identity and domain policy', { identity: [read()], onDomain: [read(everyone)] }, true],
    [
      'both, by organization',
      { identity: [read()], onRepository: [read({ ...everyone, Condition: member })] },
      true,
    ],
    [
      'both, from another organization',
      {
        who: role('333333333333', 'o-other'),
        identity: [read()],
        onRepository: [read({ ...everyone, Condition: member })],
      },
      false,
    ],
    [
      'both, from no organization',
      {
        who: role('444444444444'),
        identity: [read()],
        onRepository: [read({ ...everyone, Condition: member })],
      },
      false,
    ],
    [
      'both, by account',
      { identity: [read()], onRepository: [read({ Principal: { AWS: 'arn:aws:iam::222222222222:root' } })] },
      true,
    ],
    [
      'both, and a deny on the domain',
      { identity: [read()], onRepository: [read(everyone)], onDomain: [deny(everyone)] },
      false,
    ],
  ])('%s', (_what, given, expected) => {
    expect(decide({ who, ...given }).allowed).toBe(expected);
  });
});

describe('what a policy speaks about', () => {
  const token = { action: 'codeartifact:GetAuthorizationToken', resource: domain };
  const publish = {
    action: 'codeartifact:PublishPackageVersion',
    resource: arn('package/acme/python/pypi//x'),
  };

  it.each<[string, Case, boolean]>([
    [
      'a repository policy says nothing about its domain',
      { ...token, onRepository: [allow('*', '*', everyone)] },
      false,
    ],
    ['a domain policy about its domain', { ...token, onDomain: [allow('*', '*', everyone)] }, true],
    [
      'a domain policy about its packages',
      { ...publish, onDomain: [allow('codeartifact:*', '*', everyone)] },
      true,
    ],
    [
      'a repository policy about its packages',
      { ...publish, onRepository: [allow('*', '*', everyone)] },
      true,
    ],
    [
      'a repository policy about packages of another repository',
      { ...publish, resource: arn('package/acme/other/pypi//x'), onRepository: [allow('*', '*', everyone)] },
      false,
    ],
    [
      'publishing granted on the repository instead of the package',
      { ...publish, identity: [allow('codeartifact:PublishPackageVersion', repository)] },
      false,
    ],
    [
      'actions regardless of case',
      { ...publish, identity: [allow('codeartifact:publishpackageversion', '*')] },
      true,
    ],
  ])('%s', (_what, given, expected) => {
    expect(decide(given).allowed).toBe(expected);
  });
});

describe('messages and refusals', () => {
  it('names the statement that decided', () => {
    expect(decide({ identity: [{ ...read(), Sid: 'Read' }] })).toMatchObject({
      allowed: true,
      statement: 'P, statement 1 (Read)',
    });
  });

  it('says why each candidate did not apply', () => {
    const { considered } = decide({
      identity: [allow('codeartifact:ReadFromRepository', arn('repository/acme/other'))],
      onRepository: [read({ ...everyone, Condition: member })],
    });
    expect(considered).toEqual([
      `P, statement 1: its resources do not include ${repository}`,
      'P, statement 1: StringEquals aws:PrincipalOrgID wants o-acme, but it is absent',
    ]);
  });

  it('refuses actions that do not exist, and resources that an action does not act on', () => {
    expect(() => decide({ action: 'codeartifact:PublishPackage' })).toThrow('no action that AWS knows');
    expect(() => decide({ action: 'codeartifact:PublishPackageVersion' })).toThrow(
      `codeartifact:PublishPackageVersion does not act on ${repository}`,
    );
    expect(() => decide({ action: 'sts:GetServiceBearerToken' })).toThrow('does not act on');
  });

  it('finds actions that stand on resources they do not act on', () => {
    const idle = catalog.idleActions(policy(allow('codeartifact:PublishPackageVersion', repository)));
    expect(idle).toEqual([
      `P, statement 1: codeartifact:PublishPackageVersion does not act on ${repository}`,
    ]);
    expect(catalog.idleActions(policy(allow('codeartifact:ReadFromRepository', repository)))).toEqual([]);
    expect(() => catalog.idleActions(policy(allow('codeartifact:Nothing', '*')))).toThrow('no action');
  });
});
