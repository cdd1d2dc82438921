import { App, Aws, CfnOutput, CfnParameter, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import {
  AccountPrincipal,
  AccountRootPrincipal,
  type CfnRole,
  type IGrantable,
  OrganizationPrincipal,
  Role,
  ServicePrincipal,
  User,
} from 'aws-cdk-lib/aws-iam';
import { Domain, EndpointType, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { identityStatements, statementsIn, statementsOf } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

const ARN = 'arn:aws:codeartifact:us-east-1:111111111111';
const DOMAIN = `${ARN}:domain/acme`;
const REPOSITORY = `${ARN}:repository/acme/python`;
const PACKAGES = `${ARN}:package/acme/python/pypi`;
const BEARER_TOKEN = {
  effect: 'Allow',
  actions: ['sts:GetServiceBearerToken'],
  resources: ['*'],
  conditions: { StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] } },
};

function allow(resources: string[], ...actions: string[]) {
  const prefixed = actions.map((action) => `codeartifact:${action}`).sort();
  return { effect: 'Allow', actions: prefixed, resources, conditions: {} };
}

const ON_DOMAIN = allow(
  [DOMAIN],
  'DescribeDomain',
  'GetAuthorizationToken',
  'GetDomainPermissionsPolicy',
  'ListRepositoriesInDomain',
);
const ON_REPOSITORY = allow(
  [REPOSITORY],
  'DescribeRepository',
  'GetRepositoryEndpoint',
  'ListPackages',
  'ReadFromRepository',
);
const onPackages = (...resources: string[]) =>
  allow(
    resources,
    'DescribePackageVersion',
    'GetPackageVersionReadme',
    'ListPackageVersionAssets',
    'ListPackageVersionDependencies',
    'ListPackageVersions',
    'PublishPackageVersion',
    'PutPackageMetadata',
  );

function newRepository(stack: Stack): Repository {
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  return new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
}

function roleIn(stack: Stack): Role {
  return new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
}

/** What the policies of domain and repository say beyond what they say without a grant. */
function resourceStatements(stack: Stack) {
  const resources = deploy(stack);
  return {
    domain: statementsIn(resources, 'AWS::CodeArtifact::Domain'),
    repository: statementsIn(resources, 'AWS::CodeArtifact::Repository').slice(1),
  };
}

describe('the URLs of a repository', () => {
  test('are those of its domain, Region and format', () => {
    const stack = newStack(ACME);
    const repository = newRepository(stack);
    const resource = stack.getLogicalId(repository.node.defaultChild as CfnRepository);
    const domain = stack.getLogicalId(repository.domain.node.defaultChild as CfnDomain);
    // References, so that what uses the URL is made after the repository.
    expect(stack.resolve(repository.publishUrl)).toEqual({
      'Fn::Join': [
        '',
        [
          'https://',
          { 'Fn::GetAtt': [domain, 'Name'] },
          '-111111111111.d.codeartifact.us-east-1.amazonaws.com/pypi/',
          { 'Fn::GetAtt': [resource, 'Name'] },
          '/',
        ],
      ],
    });
    expect(repository.indexUrl).toBe(`${repository.publishUrl}simple/`);
  });

  test('end in what the partition of the stack ends in, where the Region is not known', () => {
    const stack = newStack();
    expect(JSON.stringify(stack.resolve(newRepository(stack).indexUrl))).toContain(
      '{"Ref":"AWS::URLSuffix"},"/pypi/"',
    );
  });

  test('of an imported one are those of the account and Region in its ARN', () => {
    const arn = 'arn:aws:codeartifact:eu-west-1:222222222222:repository/acme/python';
    const stack = newStack(ACME);
    const { publishUrl, indexUrl } = Repository.fromRepositoryArn(stack, 'Repository', arn);
    const host = 'https://acme-222222222222.d.codeartifact.eu-west-1.amazonaws.com';
    expect(publishUrl).toBe(`${host}/pypi/python/`);
    expect(indexUrl).toBe(`${host}/pypi/python/simple/`);
  });
});

describe('the URLs over a network of choice', () => {
  test('are the same as without one for IPv4, and for nothing said', () => {
    const repository = newRepository(newStack(ACME));
    for (const options of [undefined, {}, { endpointType: EndpointType.IPV4 }]) {
      expect(repository.indexUrlFor(options)).toBe(repository.indexUrl);
      expect(repository.publishUrlFor(options)).toBe(repository.publishUrl);
    }
  });

  test('are refused for a network that there is none of', () => {
    expectRefusal(
      () => newRepository(newStack()).indexUrlFor({ endpointType: 'ipv6' as EndpointType }),
      'endpointType "ipv6" is no type of endpoint.',
      'Allowed: EndpointType.IPV4 and EndpointType.DUALSTACK.',
      '(construct Stack/Repository)',
    );
  });

  test('have another host for both IPv6 and IPv4, of new repositories and of imported ones', () => {
    const stack = newStack();
    const arn = 'arn:aws:codeartifact:eu-west-1:222222222222:repository/acme/python';
    const imported = Repository.fromRepositoryArn(stack, 'Imported', arn);
    const host = 'https://acme-222222222222.codeartifact.eu-west-1.on.aws';
    const options = { endpointType: EndpointType.DUALSTACK };
    expect(imported.publishUrlFor(options)).toBe(`${host}/pypi/python/`);
    expect(imported.indexUrlFor(options)).toBe(`${host}/pypi/python/simple/`);
    new CfnOutput(stack, 'Url', { value: newRepository(stack).indexUrlFor(options) });
    expect(JSON.stringify(Template.fromStack(stack).findOutputs('Url'))).toContain(
      '".codeartifact.",{"Ref":"AWS::Region"},".on.aws/pypi/"',
    );
  });
});

describe('the ARN of packages', () => {
  test.each([
    [undefined, '/*'],
    ['orders-sdk', '//orders-sdk'],
    ['Orders_SDK', '//orders-sdk'],
    ['acme-*', '//acme-*'],
  ])('%p ends in %p', (packages, end) => {
    const stack = newStack(ACME);
    const arn = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python';
    const repository = Repository.fromRepositoryArn(stack, 'Repository', arn);
    expect(repository.arnForPackages(packages)).toBe(
      `arn:aws:codeartifact:us-east-1:111111111111:package/acme/python/pypi${end}`,
    );
  });

  test('of an imported one is of the account, the Region and the partition in its ARN', () => {
    const arn = 'arn:aws-cn:codeartifact:cn-north-1:222222222222:repository/acme/python';
    const repository = Repository.fromRepositoryArn(newStack(ACME), 'Repository', arn);
    expect(repository.arnForPackages('orders-sdk')).toBe(
      'arn:aws-cn:codeartifact:cn-north-1:222222222222:package/acme/python/pypi//orders-sdk',
    );
    expect(repository.indexUrl).toBe(
      'https://acme-222222222222.d.codeartifact.cn-north-1.amazonaws.com.cn/pypi/python/simple/',
    );
  });

  test('of a new repository is text, where its names and its environment are known', () => {
    const stack = newStack(ACME);
    const arn = newRepository(stack).arnForPackages('orders-sdk');
    expect(stack.resolve(arn)).toBe(`${PACKAGES}//orders-sdk`);
  });

  test('is never that of all packages for an empty name', () => {
    const repository = newRepository(newStack());
    expectRefusal(
      () => repository.arnForPackages(''),
      'packages "" is no package name.',
      "Allowed: an exact name such as 'orders-sdk', or a prefix that ends in '-*' such as 'acme-*'.",
      'See https://packaging.python.org/en/latest/specifications/name-normalization/',
      '(construct Stack/Repository)',
    );
    expect(() => repository.arnForPackages('*')).toThrow('packages "*" is no package name.');
  });
});

describe('a grant to read', () => {
  test('gives a role what pip needs, each action on its own type of resource, and no more', () => {
    const stack = newStack();
    newRepository(stack).grantRead(roleIn(stack)).assertSuccess();
    expect(identityStatements(stack)).toEqual([
      allow([REPOSITORY], 'GetRepositoryEndpoint', 'ReadFromRepository'),
      allow([DOMAIN], 'GetAuthorizationToken'),
      BEARER_TOKEN,
    ]);
    expect(resourceStatements(stack)).toEqual({ domain: [], repository: [] });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('gives a user the same', () => {
    const stack = newStack();
    newRepository(stack).grantRead(new User(stack, 'User'));
    expect(identityStatements(stack)).toHaveLength(3);
  });

  test('is right in every partition', () => {
    const stack = newStack();
    newRepository(stack).grantRead(roleIn(stack));
    const partition = 'aws-us-gov';
    for (const { resources } of identityStatements(stack, { partition })) {
      expect(resources[0]).toMatch(/^(arn:aws-us-gov:.*|\*)$/);
    }
  });

  test.each<[string, IGrantable, string[]]>([
    ['an account', new AccountPrincipal('222222222222'), ['arn:aws:iam::222222222222:root']],
    ['an organization', new OrganizationPrincipal('o-a1b2c3d4e5'), ['*']],
  ])('to %s stands in both resource policies, which refer to nothing of their own', (_kind, grantee, aws) => {
    const stack = newStack(ACME);
    newRepository(stack).grantRead(grantee);
    const { domain, repository } = resourceStatements(stack);
    const conditions = grantee instanceof OrganizationPrincipal ? grantee.policyFragment.conditions : {};
    expect(domain).toMatchObject([
      { ...allow([DOMAIN], 'GetAuthorizationToken'), principal: { AWS: aws }, conditions: expect.anything() },
    ]);
    expect(repository).toMatchObject([
      {
        ...allow(['*'], 'GetRepositoryEndpoint', 'ReadFromRepository'),
        principal: { AWS: aws },
        conditions: expect.anything(),
      },
    ]);
    for (const statement of [...domain, ...repository]) {
      expect(Object.keys(statement.conditions)).toEqual(Object.keys(conditions));
    }
    Template.fromStack(stack); // refuses a resource that depends on itself
  });

  test('to a role of another stack and account stands on both sides', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    const other = new Stack(app, 'Other', { env: { account: '222222222222', region: 'us-east-1' } });
    const role = new Role(other, 'Role', { assumedBy: new AccountRootPrincipal(), roleName: 'reader' });
    newRepository(stack).grantRead(role).assertSuccess();
    expect(identityStatements(other, { account: '222222222222' })).toEqual([
      allow([REPOSITORY], 'GetRepositoryEndpoint', 'ReadFromRepository'),
      allow([DOMAIN], 'GetAuthorizationToken'),
      BEARER_TOKEN,
    ]);
    const { domain, repository } = resourceStatements(stack);
    const principal = { AWS: ['arn:aws:iam::222222222222:role/reader'] };
    expect([domain, repository].map(([statement]) => statement.principal)).toEqual([principal, principal]);
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('a grant to publish', () => {
  test('gives a role the permissions of the seed, each action on its own type of resource', () => {
    const stack = newStack();
    newRepository(stack).grantPublish(roleIn(stack)).assertSuccess();
    expect(identityStatements(stack)).toEqual([
      ON_DOMAIN,
      onPackages(`${PACKAGES}/*`),
      ON_REPOSITORY,
      BEARER_TOKEN,
    ]);
    expect(resourceStatements(stack)).toEqual({ domain: [], repository: [] });
  });

  test('in a domain of another account stands in the policy of the repository, too, whose ARN is of that account', () => {
    const stack = newStack(ACME);
    const domainArn = 'arn:aws:codeartifact:us-east-1:222222222222:domain/acme';
    const domain = Domain.fromDomainArn(stack, 'Domain', domainArn);
    const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    const role = roleIn(stack);
    repository.grantPublish(role, ['orders-sdk']).assertSuccess();
    const owned = (text: string) => text.replace('111111111111', '222222222222');
    const [, onNames, ...others] = identityStatements(stack);
    expect(onNames).toEqual(onPackages(owned(`${PACKAGES}//orders-sdk`)));
    expect(others).toEqual([{ ...ON_REPOSITORY, resources: [owned(REPOSITORY)] }, BEARER_TOKEN]);
    const roleName = stack.getLogicalId(role.node.defaultChild as CfnRole);
    const principal = { AWS: [`arn:aws:iam::111111111111:role/${roleName}`] };
    expect(statementsIn(deploy(stack), 'AWS::CodeArtifact::Repository').slice(1)).toEqual([
      { ...onNames, principal },
      { ...ON_REPOSITORY, resources: ['*'], principal },
    ]);
  });

  test('to a role of another stack ties the two stacks by no export', () => {
    const app = new App();
    const shared = new Stack(app, 'Shared', { env: ACME });
    const stack = new Stack(app, 'Stack', { env: ACME });
    newRepository(shared).grantPublish(roleIn(stack)).assertSuccess();
    expect(identityStatements(stack)).toEqual([
      ON_DOMAIN,
      onPackages(`${PACKAGES}/*`),
      ON_REPOSITORY,
      BEARER_TOKEN,
    ]);
    expect(Template.fromStack(shared).findOutputs('*')).toEqual({});
    expect(stack.dependencies).toEqual([]);
  });

  test.each([
    [
      'another stack',
      (stack: Stack) => {
        const other = new Stack(stack.node.root, 'Other', { env: ACME });
        return [other, 'Fn::ImportValue'] as const;
      },
    ],
    ['a nested stack', (stack: Stack) => [new NestedStack(stack, 'Nested'), 'Ref'] as const],
  ])('to a role of %s takes a name that is a token from the stack of the repository', (_kind, makeStack) => {
    const shared = new Stack(new App(), 'Shared', { env: ACME });
    const domain = new Domain(shared, 'Domain', { domainName: `acme-${Aws.STACK_NAME}` });
    const repository = new Repository(shared, 'Repository', { domain, repositoryName: Aws.STACK_NAME });
    const [stack, reference] = makeStack(shared);
    repository.grantPublish(roleIn(stack));
    const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    const [onDomain, onNames, onRepository] = policy.Properties.PolicyDocument.Statement;
    for (const { Resource: resource } of [onDomain, onNames, onRepository]) {
      expect(JSON.stringify(resource)).toContain(reference);
      expect(JSON.stringify(resource)).not.toContain('AWS::StackName');
    }
  });

  test('may be of some packages only, which changes nothing but their ARNs', () => {
    const stack = newStack();
    newRepository(stack).grantPublish(roleIn(stack), ['Orders_SDK', 'acme-*']);
    expect(identityStatements(stack)).toEqual([
      ON_DOMAIN,
      onPackages(`${PACKAGES}//acme-*`, `${PACKAGES}//orders-sdk`),
      ON_REPOSITORY,
      BEARER_TOKEN,
    ]);
  });

  test('may name a package twice', () => {
    const stack = newStack();
    newRepository(stack).grantPublish(roleIn(stack), ['acme-core', 'acme_core']);
    expect(identityStatements(stack)[1]).toEqual(onPackages(`${PACKAGES}//acme-core`));
  });

  test('may be of packages that only deployment knows', () => {
    const stack = newStack();
    newRepository(stack).grantPublish(roleIn(stack), [new CfnParameter(stack, 'Name').valueAsString]);
    const statements = identityStatements(stack, { parameters: { Name: 'acme-core' } });
    expect(statements[1]).toEqual(onPackages(`${PACKAGES}//acme-core`));
  });

  test('to another account stands in both resource policies, which refer to nothing of their own', () => {
    const stack = newStack(ACME);
    newRepository(stack).grantPublish(new AccountPrincipal('222222222222'), ['acme-*']);
    const principal = { AWS: ['arn:aws:iam::222222222222:root'] };
    expect(resourceStatements(stack)).toEqual({
      domain: [{ ...ON_DOMAIN, principal }],
      repository: [
        { ...onPackages(`${PACKAGES}//acme-*`), principal },
        { ...ON_REPOSITORY, resources: ['*'], principal },
      ],
    });
    Template.fromStack(stack); // refuses a resource that depends on itself
  });

  test('of no packages is refused', () => {
    const stack = newStack();
    expectRefusal(
      () => newRepository(stack).grantPublish(roleIn(stack), []),
      'packages [] is empty, so that nothing could be published.',
      "Allowed: at least one name such as 'orders-sdk' or prefix such as 'acme-*'.",
      'Write instead: no packages at all, for all Python packages.',
      '(construct Stack/Repository)',
    );
  });

  test('of a list that only deployment knows is refused', () => {
    const stack = newStack();
    const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList;
    expect(() => newRepository(stack).grantPublish(roleIn(stack), list)).toThrow(
      /^packages \[.*\] is a list that only deployment knows, and each entry becomes an ARN at synthesis\./,
    );
  });

  test('of an empty name is refused, and not one of all packages', () => {
    const stack = newStack();
    expect(() => newRepository(stack).grantPublish(roleIn(stack), [''])).toThrow(
      'packages "" is no package name.',
    );
  });
});

describe('a grant of actions', () => {
  test('puts each on the type of resource that it acts on, and adds no other', () => {
    const stack = newStack();
    newRepository(stack)
      .grant(roleIn(stack), 'codeartifact:DeletePackageVersions', 'codeartifact:DescribeRepository')
      .assertSuccess();
    expect(identityStatements(stack)).toEqual([
      allow([REPOSITORY], 'DescribeRepository'),
      allow([`${PACKAGES}/*`], 'DeletePackageVersions'),
    ]);
    expect(resourceStatements(stack)).toEqual({ domain: [], repository: [] });
  });

  test('on packages alone makes one statement', () => {
    const stack = newStack();
    newRepository(stack).grant(roleIn(stack), 'codeartifact:ListPackageVersions');
    expect(identityStatements(stack)).toEqual([allow([`${PACKAGES}/*`], 'ListPackageVersions')]);
  });

  test('to another account stands in the policy of the repository', () => {
    const stack = newStack(ACME);
    newRepository(stack).grant(
      new AccountPrincipal('222222222222'),
      'codeartifact:GetPackageVersionAsset',
      'codeartifact:ReadFromRepository',
    );
    const principal = { AWS: ['arn:aws:iam::222222222222:root'] };
    expect(resourceStatements(stack)).toEqual({
      domain: [],
      repository: [
        { ...allow(['*'], 'ReadFromRepository'), principal },
        { ...allow([`${PACKAGES}/*`], 'GetPackageVersionAsset'), principal },
      ],
    });
  });

  test('is refused for an action on nothing of a repository, and leaves nothing behind', () => {
    const stack = newStack();
    const repository = newRepository(stack);
    const role = roleIn(stack);
    expect(() =>
      repository.grant(role, 'codeartifact:DescribeRepository', 'codeartifact:DeleteDomain'),
    ).toThrow('actions[1] "codeartifact:DeleteDomain" acts on a domain.');
    expect(identityStatements(stack)).toEqual([]);
  });
});

describe('a grant to promote', () => {
  function stagingBeside(repository: Repository): Repository {
    const { domain, stack } = repository;
    return new Repository(stack, 'Staging', { domain, repositoryName: 'staging' });
  }

  test('lets versions be copied from one repository to the other, and not back', () => {
    const stack = newStack(ACME);
    const repository = newRepository(stack);
    repository.grantCopyFrom(roleIn(stack), stagingBeside(repository), ['acme-*']).assertSuccess();
    expect(identityStatements(stack)).toEqual([
      allow([REPOSITORY], 'CopyPackageVersions'),
      allow([`${PACKAGES}//acme-*`], 'CopyPackageVersions'),
      allow([`${ARN}:repository/acme/staging`], 'ReadFromRepository'),
    ]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('to another account stands in the policies of both repositories', () => {
    const stack = newStack(ACME);
    const repository = newRepository(stack);
    repository.grantCopyFrom(new AccountPrincipal('222222222222'), stagingBeside(repository));
    const granted = deploy(stack)
      .filter(({ type }) => type === 'AWS::CodeArtifact::Repository')
      .map(({ properties }) => statementsOf(properties.PermissionsPolicyDocument).slice(1));
    expect(granted).toMatchObject([
      [allow(['*'], 'CopyPackageVersions'), allow([`${PACKAGES}/*`], 'CopyPackageVersions')],
      [allow(['*'], 'ReadFromRepository')],
    ]);
    expect(warningsOf(stack)).toHaveLength(1);
  });

  test('is refused from itself, by whatever name, and from another domain', () => {
    const stack = newStack(ACME);
    const repository = newRepository(stack);
    const other = new Domain(stack, 'Other', { domainName: 'other' });
    const elsewhere = new Repository(stack, 'Elsewhere', { domain: other, repositoryName: 'python' });
    const sentences = [
      'Allowed: another repository of the same domain.',
      'See https://docs.aws.amazon.com/codeartifact/latest/ug/copy-package.html',
      '(construct Stack/Repository)',
    ];
    expectRefusal(
      () => repository.grantCopyFrom(roleIn(stack), repository),
      'source "Stack/Repository" is the repository that is copied to.',
      ...sentences,
    );
    expectRefusal(
      () => repository.grantCopyFrom(roleIn(newStack()), elsewhere),
      'source "Stack/Elsewhere" is of another domain.',
      ...sentences,
    );
    const arn = `${ARN}:repository/acme/python`;
    const [one, again] = ['One', 'Again'].map((id) => Repository.fromRepositoryArn(stack, id, arn));
    expect(() => one.grantCopyFrom(roleIn(newStack()), again)).toThrow(
      'is the repository that is copied to.',
    );
  });

  test('is refused from what is no repository', () => {
    const stack = newStack();
    const repository = newRepository(stack);
    for (const source of [undefined, null, 'staging', {}]) {
      expect(() => repository.grantCopyFrom(roleIn(newStack()), source as Repository)).toThrow(
        'is no repository. Write instead: a repository, such as',
      );
    }
  });

  test.each<[string, (repository: Repository, role: Role, packages?: string[]) => unknown]>([
    [
      'UpdatePackageVersionsStatus',
      (repository, role, packages) => repository.grantUpdateStatus(role, packages),
    ],
    ['DisposePackageVersions', (repository, role, packages) => repository.grantDispose(role, packages)],
  ])('gives %s on the packages that are named, or on all', (action, grant) => {
    const stack = newStack();
    grant(newRepository(stack), roleIn(stack), ['acme-*', 'Orders_SDK']);
    expect(identityStatements(stack)).toEqual([
      allow([`${PACKAGES}//acme-*`, `${PACKAGES}//orders-sdk`], action),
    ]);
    const all = newStack();
    grant(newRepository(all), roleIn(all));
    expect(identityStatements(all)).toEqual([allow([`${PACKAGES}/*`], action)]);
    expect(() => grant(newRepository(newStack()), roleIn(newStack()), [])).toThrow('packages [] is empty');
  });
});

describe('a grant on an imported repository', () => {
  test.each([ACME, undefined])('is the same in the same account, without a warning: %p', (env) => {
    const stack = newStack(env);
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    const repository = Repository.fromRepositoryAttributes(stack, 'Repository', {
      domain,
      repositoryName: 'python',
    });
    repository.grantRead(roleIn(stack)).assertSuccess();
    expect(identityStatements(stack)).toEqual([
      allow([REPOSITORY], 'GetRepositoryEndpoint', 'ReadFromRepository'),
      allow([DOMAIN], 'GetAuthorizationToken'),
      BEARER_TOKEN,
    ]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('of another account is in the identity policy, and warns of the other half', () => {
    const stack = newStack(ACME);
    const arn = 'arn:aws:codeartifact:us-east-1:222222222222:repository/acme/python';
    Repository.fromRepositoryArn(stack, 'Repository', arn).grantRead(roleIn(stack));
    expect(identityStatements(stack).map(({ resources }) => resources)).toEqual([
      [arn],
      ['arn:aws:codeartifact:us-east-1:222222222222:domain/acme'],
      ['*'],
    ]);
    expect(warningsOf(stack).map((warning) => warning.replace(/: .*\[/, ' ['))).toEqual([
      '/Stack/Repository [ack: cdk-python-artifact-pipeline:imported-repository-policy]',
      '/Stack/Repository/Domain [ack: cdk-python-artifact-pipeline:imported-domain-policy]',
    ]);
  });
});
