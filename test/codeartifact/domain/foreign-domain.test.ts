import { App, Aspects, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { Domain, ExternalConnection, type IDomain, PackageGroup, Repository } from '../../../src';
import { ACME, newStack } from '../../support/stacks';
import { statementsOf } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

const OTHER = { ...ACME, account: '222222222222' };
const ARN = 'arn:aws:codeartifact:us-east-1:222222222222:domain/acme';

/** A warning without its statements. */
function warning(path: string, domain: string, create: string): string {
  return (
    `${path}: The domain ${domain} is owned by account 222222222222, and its policy has to let account ` +
    `111111111111 use codeartifact:${create}, and what else CloudFormation needs for what is made there. Where it ` +
    'does not, add to it: … [ack: cdk-python-artifact-pipeline:domain-of-another-account]'
  );
}

function shortWarnings(stack: Stack): string[] {
  return warningsOf(stack).map((text) => text.replace(/\[\{"Action".*\}\](?= \[ack)/, '…'));
}

/** The statements that a construct says are missing, actions by resource. */
function neededFor(stack: Stack, path: string): Record<string, string[]> {
  const [message, ...more] = warningsOf(stack).filter((text) => text.startsWith(`${path}:`));
  expect(more).toEqual([]);
  const [statements] = /\[\{"Action".*\}\](?= \[ack)/.exec(message) ?? [];
  const read = statementsOf({ Version: '2012-10-17', Statement: JSON.parse(statements ?? '') });
  for (const { effect, principal, conditions } of read) {
    expect({ effect, principal, conditions }).toEqual({
      effect: 'Allow',
      principal: { AWS: ['arn:aws:iam::111111111111:root'] },
      conditions: {},
    });
  }
  return Object.fromEntries(
    read.flatMap(({ actions, resources }) => resources.map((resource) => [resource, actions])),
  );
}

function fill(stack: Stack, domain: IDomain): void {
  new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
  new PackageGroup(stack, 'Group', { domain, packages: 'acme-*' });
}

describe('a domain that another account owns', () => {
  test('is told what its policy has to allow', () => {
    const stack = newStack(ACME);
    fill(stack, Domain.fromDomainArn(stack, 'Domain', ARN));
    expect(shortWarnings(stack)).toEqual([
      warning('/Stack/Repository', 'Stack/Domain', 'CreateRepository'),
      warning('/Stack/Group', 'Stack/Domain', 'CreatePackageGroup'),
    ]);
    expect(stack.dependencies).toEqual([]);
  });

  test('is made first where it is of the same app', () => {
    const app = new App();
    const domains = new Stack(app, 'Domains', { env: OTHER });
    const stack = new Stack(app, 'Stack', { env: ACME });
    fill(stack, new Domain(domains, 'Domain', { domainName: 'acme' }));
    expect(shortWarnings(stack)).toEqual([
      warning('/Stack/Repository', 'Domains/Domain', 'CreateRepository'),
      warning('/Stack/Group', 'Domains/Domain', 'CreatePackageGroup'),
    ]);
    expect(stack.dependencies).toEqual([domains]);
  });

  test('may be of another stage, which CDK knows no order for', () => {
    const app = new App();
    const stage = new Stage(app, 'Stage');
    const domains = new Stack(stage, 'Domains', { env: OTHER });
    const stack = new Stack(app, 'Stack', { env: ACME });
    fill(stack, new Domain(domains, 'Domain', { domainName: 'acme' }));
    expect(stack.dependencies).toEqual([]);
  });
});

describe('what the policy of such a domain has to allow', () => {
  const OWNED = 'arn:aws:codeartifact:us-east-1:222222222222';
  const REPOSITORY = [
    'codeartifact:DeleteRepository',
    'codeartifact:DeleteRepositoryPermissionsPolicy',
    'codeartifact:DescribeRepository',
    'codeartifact:GetRepositoryPermissionsPolicy',
    'codeartifact:ListTagsForResource',
    'codeartifact:PutRepositoryPermissionsPolicy',
    'codeartifact:UpdateRepository',
  ];
  const GROUP = [
    'codeartifact:DeletePackageGroup',
    'codeartifact:DescribePackageGroup',
    'codeartifact:ListAllowedRepositoriesForGroup',
    'codeartifact:ListTagsForResource',
    'codeartifact:UpdatePackageGroup',
    'codeartifact:UpdatePackageGroupOriginConfiguration',
  ];
  const TAGS = ['codeartifact:TagResource', 'codeartifact:UntagResource'];
  const filled = (stack: Stack) => fill(stack, Domain.fromDomainArn(stack, 'Domain', ARN));

  test('is creating on the domain, and the rest on what is made alone', () => {
    const stack = newStack(ACME);
    filled(stack);
    expect(neededFor(stack, '/Stack/Repository')).toEqual({
      '*': ['codeartifact:CreateRepository'],
      [`${OWNED}:repository/acme/python`]: REPOSITORY,
    });
    expect(neededFor(stack, '/Stack/Group')).toEqual({
      '*': ['codeartifact:CreatePackageGroup'],
      [`${OWNED}:package-group/acme/pypi//acme-%2a`]: GROUP,
    });
  });

  test('names an exact package as the ARN of its group does', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainArn(stack, 'Domain', ARN);
    new PackageGroup(stack, 'Group', { domain, packages: 'Orders_SDK' });
    expect(Object.keys(neededFor(stack, '/Stack/Group'))).toContain(
      `${OWNED}:package-group/acme/pypi//orders-sdk%24`,
    );
  });

  test('is linking on each upstream, also one that is added later', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainArn(stack, 'Domain', ARN);
    const shared = (name: string) =>
      Repository.fromRepositoryAttributes(stack, name, { domain, repositoryName: name });
    const upstreams = [shared('shared')];
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', upstreams }).addUpstream(
      shared('later'),
    );
    expect(neededFor(stack, '/Stack/Repository')).toEqual({
      '*': ['codeartifact:CreateRepository'],
      [`${OWNED}:repository/acme/python`]: REPOSITORY,
      [`${OWNED}:repository/acme/shared`]: ['codeartifact:AssociateWithDownstreamRepository'],
      [`${OWNED}:repository/acme/later`]: ['codeartifact:AssociateWithDownstreamRepository'],
    });
  });

  test('is connecting where there is an external connection', () => {
    const stack = newStack(ACME);
    new Repository(stack, 'Repository', {
      domain: Domain.fromDomainArn(stack, 'Domain', ARN),
      repositoryName: 'pypi-store',
      externalConnection: ExternalConnection.PYPI,
    });
    expect(neededFor(stack, '/Stack/Repository')[`${OWNED}:repository/acme/pypi-store`]).toEqual(
      [
        ...REPOSITORY,
        'codeartifact:AssociateExternalConnection',
        'codeartifact:DisassociateExternalConnection',
      ].sort(),
    );
  });

  test.each<[string, (stack: Stack) => void]>([
    ['the app', (stack) => Tags.of(stack.node.root).add('team', 'platform')],
    ['the resource', (stack) => Tags.of(stack.node.findChild('Repository')).add('team', 'platform')],
    ['an aspect', (stack) => tagByAspect(stack)],
    ['an override', (stack) => tagByOverride(stack)],
    ['the stack alone', (stack) => stack.addStackTag('team', 'platform')],
  ])('is tagging where %s has tags', (_who, tag) => {
    const stack = newStack(ACME);
    filled(stack);
    tag(stack);
    expect(neededFor(stack, '/Stack/Repository')[`${OWNED}:repository/acme/python`]).toEqual(
      [...REPOSITORY, ...TAGS].sort(),
    );
  });

  test('is tagging also in a nested stack of a stack with tags', () => {
    const stack = newStack(ACME);
    stack.addStackTag('team', 'platform');
    const nested = new NestedStack(stack, 'Nested');
    filled(nested);
    expect(neededFor(stack, '/Stack/Nested/Group')[`${OWNED}:package-group/acme/pypi//acme-%2a`]).toEqual(
      [...GROUP, ...TAGS].sort(),
    );
  });
});

function tagByAspect(stack: Stack): void {
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof CfnRepository) node.tags.setTag('team', 'platform');
    },
  });
}

function tagByOverride(stack: Stack): void {
  const resource = stack.node.findChild('Repository').node.defaultChild as CfnRepository;
  resource.addPropertyOverride('Tags', [{ Key: 'team', Value: 'platform' }]);
}

test.each([
  ['of the account of the stack', newStack(ACME), ARN.replace('222222222222', '111111111111')],
  ['of an account that may be the one of the stack', newStack(), ARN],
])('a domain %s is not warned of', (_kind, stack, arn) => {
  fill(stack, Domain.fromDomainArn(stack, 'Domain', arn));
  expect(warningsOf(stack)).toEqual([]);
});

test('a repository of an imported domain is warned of a Region without CodeArtifact', () => {
  const stack = newStack({ ...ACME, region: 'ca-central-1' });
  fill(stack, Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' }));
  expect(warningsOf(stack)).toEqual([
    expect.stringMatching(/^\/Stack\/Repository: CodeArtifact is not known to be in ca-central-1\./),
  ]);
});
