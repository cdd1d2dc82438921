import { Aspects, type CfnResource, RemovalPolicies, RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Domain, Repository } from '../../../src';
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
