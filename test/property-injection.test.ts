import { App, Duration, type IPropertyInjector, PropertyInjectors, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import * as library from '../src';
import { deploy } from './support/deployed';
import { ACME } from './support/stacks';
import { only } from './support/statements';

const { Domain, GitHubOidcProvider, GitHubPublisher, GitHubReader, PackageGroup, PythonArtifactPipeline } =
  library;

const PUBLISHERS = [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })];
const WORKFLOW = { writeFiles: false };

/** A stack of an app in which the properties of one class are those of its users and `more`. */
function stackWith(constructUniqueId: string, more: object): Stack {
  const injector: IPropertyInjector = {
    constructUniqueId,
    inject: (originalProps) => ({ ...originalProps, ...more }),
  };
  return new Stack(new App({ propertyInjectors: [injector] }), 'Stack', { env: ACME });
}

function pipelineIn(stack: Stack): library.PythonArtifactPipeline {
  return new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: PUBLISHERS,
    packages: ['acme-*'],
    workflow: WORKFLOW,
  });
}

/** The classes whose users make constructs with them. */
function constructClasses(): [name: string, { PROPERTY_INJECTION_ID?: string }][] {
  return Object.entries<unknown>(library).flatMap(([name, exported]) =>
    typeof exported === 'function' && exported.prototype instanceof Construct && !name.endsWith('Base')
      ? [[name, exported as { PROPERTY_INJECTION_ID?: string }]]
      : [],
  );
}

test('every construct has an id of its own, by the name of its class', () => {
  const classes = constructClasses();
  expect(classes.map(([name]) => name)).toContain('PythonArtifactPipeline');
  for (const [name, { PROPERTY_INJECTION_ID: id }] of classes) {
    expect(id).toBe(`cdk-python-artifact-pipeline.${name}`);
  }
});

describe('an injector of the app', () => {
  const description = 'Injected';
  const maxSessionDuration = Duration.hours(2);
  const id = (name: string) => `cdk-python-artifact-pipeline.${name}`;

  test.each<[string, object, (stack: Stack) => unknown]>([
    [
      'Domain',
      { domainName: 'other' },
      (stack) => only(deploy(stack), 'AWS::CodeArtifact::Domain').properties,
    ],
    [
      'PackageGroup',
      { contactInfo: 'platform@acme.example' },
      (stack) => only(deploy(stack), 'AWS::CodeArtifact::PackageGroup').properties,
    ],
    [
      'Repository',
      { description },
      (stack) => deploy(stack).filter(({ type }) => type === 'AWS::CodeArtifact::Repository')[0].properties,
    ],
    [
      'GitHubPublishRole',
      { maxSessionDuration },
      (stack) => only(deploy(stack), 'AWS::IAM::Role').properties,
    ],
    [
      'GitHubOidcProvider',
      { removalPolicy: RemovalPolicy.DESTROY },
      (stack) => only(deploy(stack), 'AWS::IAM::OIDCProvider'),
    ],
    [
      'PackagePublisher',
      { publishRoleName: 'injected' },
      (stack) => only(deploy(stack), 'AWS::IAM::Role').properties,
    ],
    [
      'PythonArtifactPipeline',
      { domainName: 'other' },
      (stack) => only(deploy(stack), 'AWS::CodeArtifact::Domain').properties,
    ],
  ])('changes the properties of %s', (name, more, read) => {
    const changed = stackWith(id(name), more);
    pipelineIn(changed);
    const plain = stackWith('nobody', more);
    pipelineIn(plain);
    expect(read(changed)).not.toEqual(read(plain));
  });

  test('changes those of a reader, and of its role', () => {
    const repositories = [GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' })];
    const rolesOf = (name: string, more: object) => {
      const stack = stackWith(id(name), more);
      pipelineIn(stack).addReader('Ci', { repositories });
      return deploy(stack).filter(({ type }) => type === 'AWS::IAM::Role');
    };
    expect(rolesOf('PackageReader', { readRoleName: 'injected' })[1].properties.RoleName).toBe('injected');
    expect(rolesOf('GitHubReadRole', { maxSessionDuration })[1].properties.MaxSessionDuration).toBe(7200);
  });

  test('changes those of a workflow', () => {
    const stack = stackWith(id('PublishWorkflow'), { pythonVersion: '3.12' });
    const { files } = pipelineIn(stack).workflow;
    expect(Object.values(files).join()).toContain('default: "3.12"');
  });

  test('is given what the user wrote, and what it gives is checked as that is', () => {
    const stack = stackWith(id('Domain'), { domainName: 'Not_A_Name' });
    expect(() => new Domain(stack, 'Domain', { domainName: 'acme' })).toThrow(
      'domainName "Not_A_Name" is not a name that CodeArtifact accepts.',
    );
  });

  test('of a stack counts for that stack alone, and before one of the app', () => {
    const stack = stackWith(id('PackageGroup'), { contactInfo: 'app' });
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    PropertyInjectors.of(stack).add({
      constructUniqueId: id('PackageGroup'),
      inject: (props) => ({ ...props, contactInfo: 'stack' }),
    });
    new PackageGroup(stack, 'Group', { domain, packages: 'acme-*' });
    const { properties } = only(deploy(stack), 'AWS::CodeArtifact::PackageGroup');
    expect(properties.ContactInfo).toBe('stack');
  });

  test('of the class of CDK that a class extends is applied as well', () => {
    const stack = stackWith('aws-cdk-lib.aws-iam.Role', { path: '/ci/' });
    pipelineIn(stack);
    expect(only(deploy(stack), 'AWS::IAM::Role').properties.Path).toBe('/ci/');
    const provider = stackWith('aws-cdk-lib.aws-iam.OidcProviderNative', { thumbprints: ['a'.repeat(40)] });
    new GitHubOidcProvider(provider, 'GitHub');
    expect(only(deploy(provider), 'AWS::IAM::OIDCProvider').properties.ThumbprintList).toEqual([
      'a'.repeat(40),
    ]);
  });
});

test('what a static factory makes is an instance of its class, and so is what it is extended to', () => {
  const stack = new Stack(new App(), 'Stack', { env: ACME });
  class AcmeDomain extends Domain {}
  expect(new AcmeDomain(stack, 'Domain', { domainName: 'acme' })).toBeInstanceOf(Domain);
  expect(Domain.name).toBe('Domain');
});
