import { App, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  type PackagePublisherOptions,
  PublishTrigger,
  PythonArtifactPipeline,
  WorkflowHost,
} from '../../src';

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

const TAGS = PublishTrigger.tags();
const withoutBuild = { privateDependencies: false };

test('builds with private dependencies may not reach a role that trusts the same repository by its tags', () => {
  expect(() =>
    pipeline().addPublisher('Tools', {
      publishers: [ORDERS],
      packages: ['tools'],
      publishOn: TAGS,
      workflow: withoutBuild,
    }),
  ).toThrow(
    'privateDependencies true lets the builds of acme/orders-sdk assume the role of another publisher, ' +
      'Artifacts/Python/Tools, which trusts its tags or branches. Write instead: PublishTrigger.environment or a ' +
      'workflow host of its own for every publisher that names this repository. ' +
      'See https://docs.github.com/en/actions/reference/security/oidc (construct Artifacts/Python/Tools)',
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
  const tools = { publishers: [ORDERS], packages: ['tools'], publishOn: TAGS, workflow: withoutBuild };
  expect(() => refusing.addPublisher('Refused', tools)).toThrow('privateDependencies');
  expect(() => refusing.addPublisher('Tools', { ...tools, publishOn: RELEASE })).not.toThrow();
});

describe('the builds reach', () => {
  const HOST = WorkflowHost.branch('acme/platform', 'main');
  const ids = (repositoryId: string) => ({ ownerId: '1234', repositoryId });

  test.each<[string, PackagePublisherOptions]>([
    [
      'an organization that their repository is in',
      {
        publishers: [GitHubPublisher.organization('Acme', { ownerId: '1234' })],
        workflow: {
          host: WorkflowHost.branch('acme/orders-sdk', 'main'),
          fileName: 'codeartifact_python.yml',
        },
      },
    ],
    [
      'their repository under another name',
      { publishers: [GitHubPublisher.repository('acme/old', ids('5678'))] },
    ],
    ['their repository in other letters', { publishers: [GitHubPublisher.repository('ACME/orders-sdk')] }],
    ['a role that trusts any ref', { publishers: [ORDERS], publishOn: PublishTrigger.anyRef() }],
    [
      'a role that trusts the workflow they run in',
      {
        publishers: [ORDERS],
        workflow: { host: WorkflowHost.tag('acme/orders-sdk', 'v1'), fileName: 'codeartifact_python.yml' },
      },
    ],
  ])('%s', (_what, options) => {
    expect(() =>
      pipeline().addPublisher('Tools', {
        packages: ['tools'],
        publishOn: TAGS,
        ...options,
        workflow: { ...withoutBuild, ...options.workflow },
      }),
    ).toThrow(
      'privateDependencies true lets the builds of acme/orders-sdk assume the role of another publisher',
    );
  });

  test('another pipeline of the app, in whatever order and account they are made', () => {
    const { node } = pipeline();
    const other = new Stack(node.root as App, 'Other', {
      env: { account: '222222222222', region: 'us-east-1' },
    });
    expect(
      () =>
        new PythonArtifactPipeline(other, 'Python', {
          domainName: 'acme',
          repositoryName: 'python',
          publishers: [ORDERS],
          workflow: { fileName: 'a.yml', callerFileName: 'b.yml' },
        }),
    ).toThrow(
      'assume the role of another publisher, Other/Python/Publisher, which trusts its tags or branches',
    );
  });

  test('the one host file that both publish with', () => {
    const stack = new Stack(new App(), 'Artifacts', {
      env: { account: '111111111111', region: 'us-east-1' },
    });
    const first = new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [ORDERS],
      publishOn: TAGS,
      workflow: { host: HOST },
    });
    const builder = { publishers: [ORDERS], packages: ['tools'], publishOn: RELEASE };
    const workflow = { privateDependencies: true, callerFileName: 'b.yml' };
    expect(() => first.addPublisher('Own', { ...builder, workflow })).not.toThrow();
    expect(() =>
      first.addPublisher('Shared', {
        ...builder,
        workflow: { ...workflow, fileName: 'codeartifact_python.yml' },
      }),
    ).toThrow('assume the role of another publisher, Artifacts/Python/Publisher, which trusts');
  });
});
