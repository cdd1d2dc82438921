import type { Stack } from 'aws-cdk-lib';
import {
  Domain,
  ExternalConnection,
  GitHubPublisher,
  PackageGroup,
  PythonArtifactPipeline,
  Repository,
} from '../../../src';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

function acme(stack: Stack): Domain {
  return new Domain(stack, 'Domain', { domainName: 'acme' });
}

describe('a repository', () => {
  test('has a name that no other of its domain has', () => {
    const stack = newStack(ACME);
    const domain = acme(stack);
    new Repository(stack, 'First', { domain, repositoryName: 'python' });
    expectRefusal(
      () => new Repository(stack, 'Second', { domain, repositoryName: 'python' }),
      'repositoryName "python" is the name of Stack/First in the same domain.',
      'Write instead: another name.',
      '(construct Stack/Second)',
    );
    new Repository(stack, 'Third', { domain, repositoryName: 'python-3' });
  });

  test('may have a name that a repository of another domain has, or one that only deployment knows', () => {
    const stack = newStack(ACME);
    const domain = acme(stack);
    const other = new Domain(stack, 'Other', { domainName: 'acme-test' });
    new Repository(stack, 'First', { domain, repositoryName: 'python' });
    new Repository(stack, 'Second', { domain: other, repositoryName: 'python' });
    const repositoryName = tokenText(stack);
    new Repository(stack, 'Third', { domain, repositoryName });
    new Repository(stack, 'Fourth', { domain, repositoryName });
  });

  test('that is refused for something else leaves its name free', () => {
    const stack = newStack(ACME);
    const domain = acme(stack);
    const description = 'x'.repeat(1001);
    expect(() => new Repository(stack, 'First', { domain, repositoryName: 'python', description })).toThrow();
    new Repository(stack, 'Second', { domain, repositoryName: 'python' });
  });
});

test('a second pypi-store is refused with what makes the first one do', () => {
  const stack = newStack(ACME);
  const publishers = [GitHubPublisher.repository('acme/orders-sdk')];
  const workflow = { writeFiles: false };
  const first = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers,
    workflow,
  });
  const { domain, oidcProvider } = first;
  expectRefusal(
    () =>
      new PythonArtifactPipeline(stack, 'Lab', {
        domain,
        oidcProvider,
        repositoryName: 'lab',
        publishers,
        workflow,
      }),
    'repositoryName "pypi-store" is the name of Stack/Python/PyPiStore in the same domain.',
    'Write instead: upstreams: [first.pypiStore], where first is the pipeline that has it.',
    '(construct Stack/Lab/PyPiStore)',
  );
});

test('a repository for another registry is refused the name of one', () => {
  const stack = newStack(ACME);
  const domain = acme(stack);
  const props = { domain, repositoryName: 'store', externalConnection: ExternalConnection.PYPI };
  new Repository(stack, 'First', props);
  expect(() => new Repository(stack, 'Second', props)).toThrow('is the name of Stack/First');
});

describe('a package group', () => {
  test('has packages that no other of its domain has, in any spelling', () => {
    const stack = newStack(ACME);
    const domain = acme(stack);
    new PackageGroup(stack, 'First', { domain, packages: 'acme-*' });
    expectRefusal(
      () => new PackageGroup(stack, 'Second', { domain, packages: 'ACME_*' }),
      'packages "acme-*" is the pattern of Stack/First in the same domain.',
      'Write instead: one package group for it, or packages in one pipeline only.',
      '(construct Stack/Second)',
    );
    new PackageGroup(stack, 'Exact', { domain, packages: 'acme' });
  });

  test('may have packages that only deployment knows', () => {
    const stack = newStack(ACME);
    const domain = acme(stack);
    const packages = tokenText(stack);
    new PackageGroup(stack, 'First', { domain, packages });
    new PackageGroup(stack, 'Second', { domain, packages });
  });
});
