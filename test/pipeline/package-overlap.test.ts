import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { GitHubPublisher, PythonArtifactPipeline } from '../../src';

function overlap(first: string[] | undefined, second: string[] | undefined): unknown[] {
  const stack = new Stack(new App(), 'Artifacts', { env: { account: '111111111111', region: 'us-east-1' } });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
    packages: first,
  });
  pipeline.addPublisher('Billing', {
    publishers: [GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' })],
    packages: second,
  });
  const warnings = Annotations.fromStack(stack).findWarning(
    '*',
    Match.stringLikeRegexp('publishers-overlap'),
  );
  return warnings.map(({ id, entry }) => `${id}: ${entry.data}`);
}

const warning = (shared: string) => [
  '/Artifacts/Python/Billing: Both this publisher and Artifacts/Python/Publisher may publish ' +
    `${shared}. Give each its own packages. [ack: cdk-python-artifact-pipeline:publishers-overlap]`,
];

describe('two publishers of a pipeline', () => {
  test.each([
    ['a prefix within a prefix', ['acme-*'], ['acme-billing-*'], 'acme-billing-*'],
    ['a prefix around a name', ['acme-billing'], ['acme-*'], 'acme-billing'],
    ['the same name in another spelling', ['Acme_Billing'], ['acme.billing'], 'acme-billing'],
    ['all packages beside some', undefined, ['acme-billing-*'], 'acme-billing-*'],
    ['some beside all packages', ['acme-*'], undefined, 'acme-*'],
    ['all packages twice', undefined, undefined, 'all Python packages'],
  ])('are told of %s', (_what, first, second, shared) => {
    expect(overlap(first, second)).toEqual(warning(shared));
  });

  test.each([
    [['acme-orders-*'], ['acme-billing-*']],
    [['acme-*'], ['acme', 'acmebilling']],
    [['orders'], ['orders-sdk']],
  ])('with %j and %j share nothing', (first, second) => {
    expect(overlap(first, second)).toEqual([]);
  });
});
