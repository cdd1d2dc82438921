import {
  App,
  Aspects,
  CfnResource,
  NestedStack,
  RemovalPolicies,
  RemovalPolicy,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { Domain, ExternalConnection, Repository, type RepositoryProps } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { only, statementsIn } from '../../support/statements';

const TYPE = 'AWS::CodeArtifact::Repository';
const OTHER = { account: '222222222222', region: 'eu-west-1' };

function repositoryIn(stack: Stack, props: Partial<RepositoryProps> = {}, id = 'Repository'): Repository {
  const domain = props.domain ?? new Domain(stack, `${id}Domain`, { domainName: 'acme' });
  return new Repository(stack, id, { repositoryName: 'python', ...props, domain });
}

describe('a new repository', () => {
  test('is of its domain, by reference, so that it is created after it and deleted before', () => {
    const stack = newStack();
    const repository = repositoryIn(stack, { description: 'Packages of Acme' });
    const template = Template.fromStack(stack);
    const [domain] = Object.keys(template.findResources('AWS::CodeArtifact::Domain'));
    template.hasResourceProperties(TYPE, {
      DomainName: { 'Fn::GetAtt': [domain, 'Name'] },
      RepositoryName: 'python',
      Description: 'Packages of Acme',
    });
    const { DomainOwner, Upstreams, ExternalConnections } = only(deploy(stack), TYPE).properties;
    expect([DomainOwner, Upstreams, ExternalConnections]).toEqual([undefined, undefined, undefined]);
    expect(repository.domain).toBe(repository.node.scope?.node.findChild('RepositoryDomain'));
  });

  test('says its ARN and name by reference', () => {
    const stack = newStack();
    const repository = repositoryIn(stack);
    const { logicalId } = only(deploy(stack), TYPE);
    expect(stack.resolve(repository.repositoryArn)).toEqual({ 'Fn::GetAtt': [logicalId, 'Arn'] });
    expect(stack.resolve(repository.repositoryName)).toEqual({ 'Fn::GetAtt': [logicalId, 'Name'] });
  });

  test('may be in a domain of another account, which owns it', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    const domain = Domain.fromDomainAttributes(stack, 'Domain', {
      domainName: 'acme',
      domainOwner: '222222222222',
    });
    const repository = repositoryIn(stack, { domain });
    const other = new Stack(app, 'Other', { env: OTHER });
    const properties = { arn: repository.repositoryArn };
    new CfnResource(other, 'Seen', { type: 'Test::Seen', properties });
    expect(only(deploy(stack), TYPE).properties.DomainOwner).toBe('222222222222');
    expect(only(deploy(other), 'Test::Seen').properties).toEqual({
      arn: 'arn:aws:codeartifact:us-east-1:222222222222:repository/acme/python',
    });
  });

  test('has the connection to a public registry, and then lets nobody publish', () => {
    const stack = newStack();
    repositoryIn(stack, { externalConnection: ExternalConnection.PYPI });
    const { ExternalConnections, PermissionsPolicyDocument } = only(deploy(stack), TYPE).properties;
    expect(ExternalConnections).toEqual(['public:pypi']);
    expect(PermissionsPolicyDocument).toBeUndefined();
  });

  test('has its upstreams in order, by reference, so that they come first', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const upstreams = ['zebra', 'pypi-store', 'ant'].map((repositoryName) =>
      repositoryIn(stack, { domain, repositoryName }, repositoryName),
    );
    const repository = repositoryIn(stack, { domain, upstreams: [upstreams[0], upstreams[1]] });
    repository.addUpstream(upstreams[2]);
    const [python] = deploy(stack).filter(({ properties }) => properties.RepositoryName === 'python');
    expect(python.properties.Upstreams).toEqual(['zebra', 'pypi-store', 'ant']);
    const template = Template.fromStack(stack).toJSON();
    expect(template.Resources[python.logicalId].Properties.Upstreams).toEqual(
      upstreams.map((upstream) => stack.resolve(upstream.repositoryName)),
    );
    expect(stack.resolve(upstreams[0].repositoryName)).toHaveProperty('Fn::GetAtt');
  });

  test('may have upstreams that are imported', () => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const arn = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/pypi-store';
    repositoryIn(stack, { domain, upstreams: [Repository.fromRepositoryArn(stack, 'PyPi', arn)] });
    expect(only(deploy(stack), TYPE).properties.Upstreams).toEqual(['pypi-store']);
  });

  test.each([
    [undefined, undefined, 'RetainExceptOnCreate'],
    [RemovalPolicy.RETAIN, undefined, 'Retain'],
    [undefined, RemovalPolicy.DESTROY, 'Delete'],
    [RemovalPolicy.DESTROY, undefined, 'Delete'],
    [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY, 'Delete'],
    [RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, undefined, 'RetainExceptOnCreate'],
  ])('of a domain with %p has its own %p, and is kept as %p', (ofDomain, own, expected) => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', removalPolicy: ofDomain });
    repositoryIn(stack, { domain, removalPolicy: own });
    expect(only(deploy(stack), TYPE).deletionPolicy).toBe(expected);
  });

  test('is deleted with all others where the whole stack is to be', () => {
    const stack = newStack();
    repositoryIn(stack);
    RemovalPolicies.of(stack).destroy();
    expect(deploy(stack).map(({ deletionPolicy }) => deletionPolicy)).toEqual(['Delete', 'Delete']);
  });

  test('does not change the object that it is made of', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const upstream = repositoryIn(stack, { domain, repositoryName: 'pypi-store' }, 'PyPi');
    const upstreams = Object.freeze([upstream]) as Repository[];
    const organizationIds = Object.freeze(['o-a1b2c3d4e5']) as string[];
    const props = Object.freeze({ domain, repositoryName: 'python', upstreams, organizationIds });
    const first = new Repository(stack, 'First', props);
    first.addUpstream(repositoryIn(stack, { domain, repositoryName: 'other' }, 'Other'));
    new Repository(stack, 'Second', { ...props, repositoryName: 'python-2' });
    const named = deploy(stack).filter(({ properties }) => /^python/.test(properties.RepositoryName));
    expect(named.map(({ properties }) => properties.Upstreams)).toEqual([
      ['pypi-store', 'other'],
      ['pypi-store'],
    ]);
  });

  test('may be in another stack than its domain', () => {
    for (const env of [undefined, ACME]) {
      const app = new App();
      const domains = new Stack(app, 'Domains', { env });
      const stack = new Stack(app, 'Stack', { env });
      repositoryIn(stack, { domain: new Domain(domains, 'Domain', { domainName: 'acme' }) });
      const { Resources } = Template.fromStack(stack).toJSON();
      const [{ Properties: properties }] = Object.values<{ Properties: object }>(Resources);
      expect(properties).toMatchObject({ DomainName: { 'Fn::ImportValue': expect.any(String) } });
      expect(properties).not.toHaveProperty('DomainOwner');
      expect(stack.dependencies).toEqual([domains]);
    }
  });

  test('may be in a nested stack and a nested stage', () => {
    const stack = new Stack(new Stage(new Stage(new App(), 'Outer'), 'Inner'), 'Stack');
    const nested = new NestedStack(stack, 'Nested');
    repositoryIn(nested, { domain: new Domain(stack, 'Domain', { domainName: 'acme' }) });
    Template.fromStack(nested).resourceCountIs(TYPE, 1);
  });

  test('gives the same template twice', () => {
    const template = () => {
      const stack = newStack();
      repositoryIn(stack, { organizationIds: ['o-a1b2c3d4e5'] });
      return JSON.stringify(Template.fromStack(stack).toJSON());
    };
    expect(template()).toBe(template());
  });
});

describe('the policy of a repository', () => {
  test('lets the organizations read, and the account that owns it publish, and nobody else anything', () => {
    const stack = newStack();
    repositoryIn(stack, { organizationIds: ['o-a1b2c3d4e5', 'o-f6g7h8i9j0'] });
    expect(statementsIn(deploy(stack), TYPE)).toEqual([
      {
        effect: 'Allow',
        principal: { AWS: ['*'] },
        actions: [
          'codeartifact:DescribePackageVersion',
          'codeartifact:DescribeRepository',
          'codeartifact:GetPackageVersionReadme',
          'codeartifact:GetRepositoryEndpoint',
          'codeartifact:ListPackageVersionAssets',
          'codeartifact:ListPackageVersionDependencies',
          'codeartifact:ListPackageVersions',
          'codeartifact:ListPackages',
          'codeartifact:ReadFromRepository',
        ],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5', 'o-f6g7h8i9j0'] } },
      },
      {
        effect: 'Allow',
        principal: { AWS: ['arn:aws:iam::111111111111:root'] },
        actions: ['codeartifact:PublishPackageVersion', 'codeartifact:PutPackageMetadata'],
        resources: ['*'],
        conditions: {},
      },
    ]);
  });

  test('lets the account of the domain publish, not the one of the stack', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainAttributes(stack, 'Domain', {
      domainName: 'acme',
      domainOwner: '222222222222',
    });
    repositoryIn(stack, { domain });
    const statements = statementsIn(deploy(stack, { partition: 'aws-us-gov' }), TYPE);
    expect(statements.map(({ principal }) => principal)).toEqual([
      { AWS: ['arn:aws-us-gov:iam::222222222222:root'] },
    ]);
  });

  test('of a repository with a connection lets the organizations read and nobody publish', () => {
    const stack = newStack();
    const organizationIds = ['o-a1b2c3d4e5'];
    repositoryIn(stack, { organizationIds, externalConnection: ExternalConnection.PYPI });
    const actions = statementsIn(deploy(stack), TYPE).flatMap((statement) => statement.actions);
    expect(actions).toHaveLength(9);
    expect(actions.filter((action) => /Publish|Put/.test(action))).toEqual([]);
  });

  test('takes further statements, those of an aspect included', () => {
    const stack = newStack();
    const repository = repositoryIn(stack, { externalConnection: ExternalConnection.PYPI });
    const statement = (account: string) =>
      new PolicyStatement({
        principals: [new AccountPrincipal(account)],
        actions: ['codeartifact:DescribeRepository'],
        resources: ['*'],
      });
    const result = repository.addToResourcePolicy(statement('222222222222'));
    expect(result).toEqual({ statementAdded: true, policyDependable: repository });
    Aspects.of(stack).add({
      visit(node: IConstruct) {
        if (node instanceof Repository) node.addToResourcePolicy(statement('333333333333'));
      },
    });
    expect(statementsIn(deploy(stack), TYPE).map(({ principal }) => principal)).toEqual([
      { AWS: ['arn:aws:iam::222222222222:root'] },
      { AWS: ['arn:aws:iam::333333333333:root'] },
    ]);
  });
});

describe('the Region of a repository', () => {
  test('is refused where it is not the Region of its domain', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme', region: 'eu-west-1' });
    expectRefusal(
      () => repositoryIn(stack, { domain }),
      'domain "Stack/Domain" is in eu-west-1, and the stack in us-east-1.',
      'Allowed: a domain of the Region of the stack.',
      'See https://docs.aws.amazon.com/codeartifact/latest/ug/domains.html',
      '(construct Stack/Repository)',
    );
  });

  test('may be left to deployment', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme', region: 'eu-west-1' });
    expect(() => repositoryIn(stack, { domain })).not.toThrow();
  });
});
