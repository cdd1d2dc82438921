import { Annotations, App, Stack } from 'aws-cdk-lib';
import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  type IDomain,
  OriginRestriction,
  PackageGroup,
  PythonArtifactPipeline,
  Repository,
} from '../../../src';
import { notesOf } from '../../support/notes';
import { ACME, newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';
import { warningsOf } from '../../support/warnings';

const ID = 'cdk-python-artifact-pipeline:packages-carved-out';

function pipelineIn(
  stack: Stack,
  id: string,
  domain: IDomain,
  ...packages: string[]
): PythonArtifactPipeline {
  const repositoryId = id === 'One' ? '5678' : '9012';
  return new PythonArtifactPipeline(stack, id, {
    domain,
    repositoryName: id.toLowerCase(),
    upstreams: [],
    packages,
    publishers: [GitHubPublisher.repository(`acme/${id}`, { ownerId: '1234', repositoryId })],
    oidcProvider: GitHubOidcProvider.fromAccount(stack, `${id}Provider`),
    workflow: { writeFiles: false },
  });
}

function domainIn(stack: Stack, id = 'Domain'): IDomain {
  return new Domain(stack, id, { domainName: id.toLowerCase() });
}

function note(path: string, wide: string): string {
  return (
    `/${path}: This package group takes acme-orders-sdk out of acme-*, which is the package group ${wide}: where ` +
    'these packages are published and come from is said here alone. Where that is not meant, name other packages ' +
    `here, or publish them where the wider group lets them be published. [ack: ${ID}]`
  );
}

describe('a package group that takes names out of a wider one of another pipeline', () => {
  test.each([
    ['made before', ['One', 'Two']],
    ['made after', ['Two', 'One']],
  ])('notes it once, at the narrower, where the wider is %s', (_kind, order) => {
    const stack = newStack(ACME);
    const domain = domainIn(stack);
    const packages: Record<string, string> = { One: 'acme-*', Two: 'acme-orders-sdk' };
    for (const id of order) pipelineIn(stack, id, domain, packages[id]);
    expect(notesOf(stack)).toEqual([
      note('Stack/Two/PackageGroups/acme-orders-sdk', 'Stack/One/PackageGroups/acme-*'),
    ]);
    expect(warningsOf(stack)).toEqual([]);
    Annotations.of(stack).acknowledgeInfo(ID, 'meant so');
    expect(notesOf(stack)).toEqual([]);
  });

  test('notes it also across stacks that import the domain each for itself', () => {
    const app = new App();
    const stacks = ['First', 'Second'].map((id) => new Stack(app, id, { env: ACME }));
    const [wide, narrow] = stacks.map((stack) =>
      Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' }),
    );
    pipelineIn(stacks[0], 'One', wide, 'acme-*');
    pipelineIn(stacks[1], 'Two', narrow, 'acme-orders-sdk');
    expect(notesOf(stacks[0])).toEqual([]);
    expect(notesOf(stacks[1])).toEqual([
      note('Second/Two/PackageGroups/acme-orders-sdk', 'First/One/PackageGroups/acme-*'),
    ]);
  });

  test('notes it of one that is made by hand with other rules', () => {
    const stack = newStack(ACME);
    const domain = domainIn(stack);
    pipelineIn(stack, 'One', domain, 'acme-*');
    const publish = OriginRestriction.block();
    new PackageGroup(stack, 'Group', { domain, packages: 'Acme_Orders_SDK', publish });
    expect(notesOf(stack)).toEqual([note('Stack/Group', 'Stack/One/PackageGroups/acme-*')]);
  });
});

describe('nothing is noted', () => {
  test('of two publishers of one pipeline, whose packages go to the same repository', () => {
    const stack = newStack(ACME);
    const pipeline = pipelineIn(stack, 'One', domainIn(stack), 'acme-*');
    pipeline.addPublisher('Orders', {
      publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '9012' })],
      packages: ['acme-orders-sdk'],
      workflow: { writeFiles: false },
    });
    expect(notesOf(stack)).toEqual([]);
  });

  test('of other packages, or of a prefix that is no part of the name', () => {
    const stack = newStack(ACME);
    const domain = domainIn(stack);
    pipelineIn(stack, 'One', domain, 'acme-*', 'acme');
    pipelineIn(stack, 'Two', domain, 'billing-*', 'acmes');
    expect(notesOf(stack)).toEqual([]);
  });

  test('of another domain, another Region, another account, and a name that only deployment knows', () => {
    const stack = newStack(ACME);
    pipelineIn(stack, 'One', domainIn(stack), 'acme-*');
    pipelineIn(stack, 'Two', domainIn(stack, 'Other'), 'acme-orders-sdk');
    for (const [id, attrs] of Object.entries({
      Foreign: { domainName: 'domain', domainOwner: '222222222222' },
      Open: { domainName: tokenText(stack) },
    })) {
      new PackageGroup(stack, `${id}Group`, {
        domain: Domain.fromDomainAttributes(stack, id, attrs),
        packages: 'acme-orders-sdk',
      });
    }
    expect(notesOf(stack)).toEqual([]);
  });

  test('of another app', () => {
    for (const packages of ['acme-*', 'acme-orders-sdk']) {
      const stack = newStack(ACME);
      pipelineIn(
        stack,
        'One',
        Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' }),
        packages,
      );
      expect(notesOf(stack)).toEqual([]);
    }
  });

  test('of the same restriction to the same repository by hand', () => {
    const stack = newStack(ACME);
    const domain = domainIn(stack);
    const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    for (const packages of ['acme-*', 'acme-orders-sdk']) {
      const publish = OriginRestriction.allowRepositories(repository);
      new PackageGroup(stack, packages, { domain, packages, publish });
    }
    expect(notesOf(stack)).toEqual([]);
  });
});
