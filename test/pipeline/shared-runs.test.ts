import { App, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  PackagePublisher,
  type PackagePublisherOptions,
  PublishTrigger,
  PythonArtifactPipeline,
  Repository,
  WorkflowHost,
} from '../../src';
import { ACME } from '../support/stacks';
import { warningsOf } from '../support/warnings';

const MONO = GitHubPublisher.repository('acme/mono', { ownerId: '1', repositoryId: '2' });
const OTHER = GitHubPublisher.repository('acme/other', { ownerId: '1', repositoryId: '3' });
const HOST = WorkflowHost.branch('acme/platform', 'main');

type Options = Omit<PackagePublisherOptions, 'publishers'> & Partial<PackagePublisherOptions>;

function warnings(first: Options, second: Options): string[] {
  const stack = new Stack(new App(), 'Artifacts', { env: ACME });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [MONO],
    packages: ['orders'],
    ...first,
  });
  pipeline.addPublisher('Billing', { publishers: [MONO], packages: ['billing'], ...second });
  return warningsOf(stack).filter((warning) => warning.includes('publishers-not-apart'));
}

const WARNING =
  '/Artifacts/Python/Billing: A run of acme/mono that may assume the role of this publisher may assume that of Artifacts/Python/Publisher, too, ' +
  'and publish the packages of both. Tell them apart by an environment each, by tags that have none in common, or by ' +
  'a workflow host with a file for each. [ack: cdk-python-artifact-pipeline:publishers-not-apart]';

describe('two publishers of one GitHub repository are warned of', () => {
  test.each<[string, Options, Options]>([
    ['with the same tags', {}, {}],
    [
      'with tags that both match',
      { publishOn: PublishTrigger.tags('v*') },
      { publishOn: PublishTrigger.tags('v1.*') },
    ],
    [
      'with any ref',
      { publishOn: PublishTrigger.environment('release') },
      { publishOn: PublishTrigger.anyRef() },
    ],
    [
      'with one environment',
      { publishOn: PublishTrigger.environment('release') },
      { publishOn: PublishTrigger.environment('release') },
    ],
    ['where one has a host', { workflow: { host: HOST } }, { workflow: { host: undefined } }],
    [
      'where both have one file of a host',
      { workflow: { host: HOST } },
      { workflow: { host: HOST, fileName: 'codeartifact_python.yml' } },
    ],
    [
      'by another name of it',
      {},
      { publishers: [GitHubPublisher.repository('acme/mono-old', { ownerId: '1', repositoryId: '2' })] },
    ],
    ['in other letters', {}, { publishers: [GitHubPublisher.repository('ACME/Mono')] }],
  ])('%s', (_, first, second) => {
    const [warning, ...rest] = warnings(first, second);
    expect(warning?.replace(/A run of \S+/, 'A run of acme/mono')).toBe(WARNING);
    expect(rest).toEqual([]);
  });
});

describe('they are not where they are told apart', () => {
  test.each<[string, Options, Options]>([
    ['by their repositories', {}, { publishers: [OTHER] }],
    [
      'by their tags',
      { publishOn: PublishTrigger.tags('orders-v*') },
      { publishOn: PublishTrigger.tags('billing-v*') },
    ],
    [
      'by their environments',
      { publishOn: PublishTrigger.environment('orders') },
      { publishOn: PublishTrigger.environment('billing') },
    ],
    [
      'by an environment',
      { publishOn: PublishTrigger.environment('orders') },
      { publishOn: PublishTrigger.tags() },
    ],
    ['by files of a host', { workflow: { host: HOST } }, {}],
    ['by nothing, with the same packages', {}, { packages: ['Orders'] }],
  ])('%s', (_, first, second) => {
    expect(warnings(first, second)).toEqual([]);
  });
});

test('publishers of other CodeArtifact repositories are told apart by these', () => {
  const stack = new Stack(new App(), 'Artifacts', { env: ACME });
  const props = { domainName: 'acme', repositoryName: 'python', publishers: [MONO], packages: ['orders'] };
  const pipeline = new PythonArtifactPipeline(stack, 'Python', props);
  const experiments = new PythonArtifactPipeline(stack, 'Experiments', {
    ...props,
    domainName: undefined,
    domain: pipeline.domain,
    repositoryName: 'experiments',
    upstreams: [pipeline.repository],
    oidcProvider: pipeline.oidcProvider,
    packages: ['experiments'],
    workflow: { fileName: 'a.yml', callerFileName: 'b.yml' },
  });
  expect(experiments.repository).not.toBe(pipeline.repository);
  expect(warningsOf(stack).join()).not.toContain('publishers-not-apart');
});

test('a repository that another stack imports is the same one', () => {
  const app = new App();
  const stack = new Stack(app, 'Artifacts', { env: ACME });
  const { oidcProvider } = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [MONO],
    packages: ['acme-*'],
  });
  const team = new Stack(app, 'Team', { env: ACME });
  const arn = (name: string) => `arn:aws:codeartifact:us-east-1:111111111111:repository/acme/${name}`;
  for (const [id, name] of [
    ['Same', 'python'],
    ['Other', 'others'],
  ]) {
    new PackagePublisher(team, id, {
      repository: Repository.fromRepositoryArn(team, `${id}Repository`, arn(name)),
      oidcProvider,
      publishers: [MONO],
      packages: ['acme-billing'],
      workflow: { writeFiles: false },
    });
  }
  const ids = warningsOf(team).flatMap(
    (warning) => /^(\/\S+): .*(publishers-[\w-]+)/.exec(warning)?.slice(1) ?? [],
  );
  expect(ids).toEqual(['/Team/Same', 'publishers-overlap', '/Team/Same', 'publishers-not-apart']);
});
