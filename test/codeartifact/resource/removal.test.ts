import { Aspects, type CfnResource, RemovalPolicies, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  PackageGroup,
  PythonArtifactPipeline,
  Repository,
} from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';

const MESSAGE = [
  'Validation failed with the following errors:\n  [Stack/Repository]',
  'The repository Stack/Repository is retained, but its domain Stack/Domain is to be deleted,',
  'and CodeArtifact refuses to delete a domain that has a repository. Give both the same removalPolicy.',
];

describe('a domain that is to be deleted', () => {
  test('is refused while a repository is retained', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', removalPolicy: RemovalPolicy.DESTROY });
    const removalPolicy = RemovalPolicy.RETAIN;
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', removalPolicy });
    expectRefusal(() => deploy(stack), ...MESSAGE);
  });

  test('is refused also where that was said later', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    domain.applyRemovalPolicy(RemovalPolicy.DESTROY);
    expectRefusal(() => deploy(stack), ...MESSAGE);
  });

  test('is refused also where an aspect says it', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    RemovalPolicies.of(domain).destroy();
    expectRefusal(() => deploy(stack), ...MESSAGE);
  });

  test('is accepted where an aspect says it of both', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    Aspects.of(stack).add({
      visit(node: IConstruct) {
        const resource = node as CfnResource;
        if (resource.cfnResourceType) resource.applyRemovalPolicy(RemovalPolicy.DESTROY);
      },
    });
    expect(() => deploy(stack)).not.toThrow();
  });
});

test('a domain that is retained may have a repository that is deleted', () => {
  const stack = newStack();
  const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
  const removalPolicy = RemovalPolicy.DESTROY;
  new Repository(stack, 'Repository', { domain, repositoryName: 'python', removalPolicy });
  expect(() => deploy(stack)).not.toThrow();
});

test('a repository of an imported domain is retained, unless its creation fails', () => {
  const stack = newStack();
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
  expect(deploy(stack).map(({ deletionPolicy }) => deletionPolicy)).toEqual(['RetainExceptOnCreate']);
});

describe('a snapshot', () => {
  const SENTENCES = (path: string) => [
    'removalPolicy "snapshot" can not be: CloudFormation takes no snapshots of this kind of resource.',
    'Allowed: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, RETAIN and DESTROY.',
    'See https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    `(construct ${path})`,
  ];
  const removalPolicy = RemovalPolicy.SNAPSHOT;
  const domainIn = (stack: Stack) => new Domain(stack, 'Domain', { domainName: 'acme' });

  test.each<[string, (stack: Stack) => unknown]>([
    ['Other', (stack) => new Domain(stack, 'Other', { domainName: 'acme', removalPolicy })],
    [
      'Repository',
      (stack) =>
        new Repository(stack, 'Repository', {
          domain: domainIn(stack),
          repositoryName: 'python',
          removalPolicy,
        }),
    ],
    [
      'Group',
      (stack) =>
        new PackageGroup(stack, 'Group', { domain: domainIn(stack), packages: 'acme-*', removalPolicy }),
    ],
    ['GitHub', (stack) => new GitHubOidcProvider(stack, 'GitHub', { removalPolicy })],
    [
      'Python/Domain',
      (stack) =>
        new PythonArtifactPipeline(stack, 'Python', {
          domainName: 'acme',
          repositoryName: 'python',
          publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1', repositoryId: '2' })],
          removalPolicy,
        }),
    ],
  ])('is refused for %s', (id, make) => {
    expectRefusal(() => make(newStack()), ...SENTENCES(`Stack/${id}`));
  });

  test.each<[string, (stack: Stack) => void]>([
    ['afterwards', (stack) => (stack.node.findChild('Domain') as Domain).applyRemovalPolicy(removalPolicy)],
    ['by an aspect', (stack) => RemovalPolicies.of(stack).snapshot()],
  ])('fails synthesis where it is asked for %s', (_when, ask) => {
    const stack = newStack();
    domainIn(stack);
    ask(stack);
    expect(() => deploy(stack)).toThrow(SENTENCES('Stack/Domain').join(' '));
  });
});
