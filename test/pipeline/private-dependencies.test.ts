import { App, Stack } from 'aws-cdk-lib';
import { GitHubPublisher, PublishTrigger, PythonArtifactPipeline, WorkflowHost } from '../../src';

const ORDERS = GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' });
const RELEASE = PublishTrigger.environment('release');

function pipeline() {
  const stack = new Stack(new App(), 'Artifacts', { env: { account: '111111111111', region: 'us-east-1' } });
  return new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [ORDERS],
    packages: ['acme-orders-*'],
    publishOn: RELEASE,
    workflow: { privateDependencies: true },
  });
}

const withoutBuild = { privateDependencies: false };

test('builds with private dependencies may not reach a role that trusts the same repository by its tags', () => {
  expect(() =>
    pipeline().addPublisher('Tools', { publishers: [ORDERS], packages: ['tools'], workflow: withoutBuild }),
  ).toThrow(
    'privateDependencies true lets the builds of acme/orders-sdk assume the role of another publisher of this ' +
      'pipeline, which trusts its tags or branches. Write instead: PublishTrigger.environment or a workflow host ' +
      'for every publisher that names this repository. See https://docs.github.com/en/actions/reference/security/oidc ' +
      '(construct Artifacts/Python/Tools)',
  );
});

test('builds without an environment are told of their own role, and not of another', () => {
  const stack = new Stack(new App(), 'Artifacts', { env: { account: '111111111111', region: 'us-east-1' } });
  const props = { domainName: 'acme', repositoryName: 'python', publishers: [ORDERS] };
  expect(
    () => new PythonArtifactPipeline(stack, 'Python', { ...props, workflow: { privateDependencies: true } }),
  ).toThrow('privateDependencies true lets the code of a package ask for the identity of its workflow run');
});

test.each([
  ['an environment', { publishOn: RELEASE, workflow: withoutBuild }],
  ['a host', { workflow: { ...withoutBuild, host: WorkflowHost.branch('acme/platform', 'main') } }],
])('a role that trusts %s is out of their reach', (_what, options) => {
  expect(() =>
    pipeline().addPublisher('Tools', { publishers: [ORDERS], packages: ['tools'], ...options }),
  ).not.toThrow();
});

test('another repository is out of their reach', () => {
  const billing = GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' });
  expect(() =>
    pipeline().addPublisher('Billing', { publishers: [billing], packages: ['b'], workflow: withoutBuild }),
  ).not.toThrow();
});

test('a publisher that was refused does not count for the next one', () => {
  const refusing = pipeline();
  const tools = { publishers: [ORDERS], packages: ['tools'], workflow: withoutBuild };
  expect(() => refusing.addPublisher('Refused', tools)).toThrow('privateDependencies');
  expect(() => refusing.addPublisher('Tools', { ...tools, publishOn: RELEASE })).not.toThrow();
});
