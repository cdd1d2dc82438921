import { App, Stack } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  Domain,
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubReader,
  JsonPatch,
  PackageGroup,
  PublishTrigger,
  PublishWorkflow,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
  Repository,
  WorkflowHost,
} from '../src';
import { ACME } from './support/stacks';

const SHA = '0'.repeat(40);

const pipeline = (stack: Stack, props: Partial<PythonArtifactPipelineProps>) =>
  new PythonArtifactPipeline(stack, 'P', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1', repositoryId: '2' })],
    ...props,
  });

const publisherOf = (...args: Parameters<typeof GitHubPublisher.repository>) => ({
  publishers: [GitHubPublisher.repository(...args)],
});

/** Where a text can be looked up: in the first pass it is a placeholder, in the second what was found. */
const PLACES: Record<string, (stack: Stack, value: string) => unknown> = {
  domainName: (stack, domainName) => pipeline(stack, { domainName }),
  repositoryName: (stack, repositoryName) => pipeline(stack, { repositoryName }),
  organizationIds: (stack, id) => pipeline(stack, { organizationIds: [id] }),
  packages: (stack, name) => pipeline(stack, { packages: [name] }),
  'a prefix of packages': (stack, name) => pipeline(stack, { packages: [`${name}-*`] }),
  rolePath: (stack, rolePath) => pipeline(stack, { rolePath }),
  publishRoleName: (stack, publishRoleName) => pipeline(stack, { publishRoleName }),
  'a repository on GitHub': (stack, name) =>
    pipeline(stack, publisherOf(name, { ownerId: '1', repositoryId: '2' })),
  'the owner of a repository': (stack, owner) => pipeline(stack, publisherOf(`${owner}/orders`)),
  'the name of a repository': (stack, name) => pipeline(stack, publisherOf(`acme/${name}`)),
  ownerId: (stack, ownerId) =>
    pipeline(stack, publisherOf('acme/orders-sdk', { ownerId, repositoryId: '2' })),
  repositoryId: (stack, repositoryId) =>
    pipeline(stack, publisherOf('acme/orders-sdk', { ownerId: '1', repositoryId })),
  organization: (stack, name) =>
    pipeline(stack, {
      publishers: [GitHubPublisher.organization(name, { ownerId: name })],
      workflow: { host: WorkflowHost.branch(name, name) },
    }),
  'a tag': (stack, tag) => pipeline(stack, { publishOn: PublishTrigger.tags(tag) }),
  'a branch': (stack, branch) => pipeline(stack, { publishOn: PublishTrigger.branch(branch) }),
  'a release of a tag': (stack, tag) =>
    pipeline(stack, { publishOn: PublishTrigger.tags(tag, `${tag}-v*`).finalOnly() }),
  'one of several branches': (stack, branch) =>
    pipeline(stack, {
      publishOn: PublishTrigger.anyOf(PublishTrigger.tags(), PublishTrigger.branches('main', branch)),
      workflow: { workflowDispatch: true },
    }),
  'a branch of a dry run': (stack, branch) =>
    pipeline(stack, { workflow: { dryRun: { branches: [branch] } } }),
  requiredClaims: (stack, text) =>
    pipeline(stack, {
      requiredClaims: { actors: [text], actorIds: [text], enterpriseIds: [text], workflows: [text] },
    }),
  'an environment': (stack, name) => pipeline(stack, { publishOn: PublishTrigger.environment(name) }),
  'a host at a tag': (stack, tag) =>
    pipeline(stack, { workflow: { host: WorkflowHost.tag('acme/platform', tag) } }),
  'a host at a commit': (stack, sha) =>
    pipeline(stack, { workflow: { host: WorkflowHost.commit('acme/platform', sha) } }),
  pythonVersion: (stack, pythonVersion) => pipeline(stack, { workflow: { pythonVersion } }),
  testPythonVersions: (stack, version) =>
    pipeline(stack, { workflow: { testCommand: 'pytest', testPythonVersions: [version] } }),
  testCommand: (stack, testCommand) => pipeline(stack, { workflow: { testCommand } }),
  workingDirectory: (stack, workingDirectory) => pipeline(stack, { workflow: { workingDirectory } }),
  runnerLabel: (stack, runnerLabel) => pipeline(stack, { workflow: { runnerLabel } }),
  concurrencyGroup: (stack, concurrencyGroup) => pipeline(stack, { workflow: { concurrencyGroup } }),
  fileName: (stack, fileName) => pipeline(stack, { workflow: { fileName } }),
  callerFileName: (stack, callerFileName) => pipeline(stack, { workflow: { callerFileName } }),
  actionVersions: (stack, sha) =>
    pipeline(stack, { workflow: { actionVersions: { 'actions/checkout': { sha, version: sha } } } }),
  toolVersions: (stack, text) =>
    pipeline(stack, { workflow: { toolVersions: { twine: { version: text, sha256: [text] } } } }),
  toolIndexUrl: (stack, toolIndexUrl) => pipeline(stack, { workflow: { toolIndexUrl } }),
  extraSteps: (stack, text) =>
    pipeline(stack, {
      workflow: { extraSteps: { beforeBuild: [{ name: text, uses: `acme/lint@${SHA}`, version: text }] } },
    }),
  'a patch': (stack, text) => pipeline(stack, {}).workflow.reusable.patch(JsonPatch.add(text, text)),
  'a reader': (stack, text) =>
    pipeline(stack, {}).addReader('Ci', {
      repositories: [GitHubReader.repository(text)],
      environments: [text],
      readRoleName: text,
      workflowPath: text,
    }),
  domainArn: (stack, arn) => Domain.fromDomainArn(stack, 'D', arn),
  'an account in an ARN': (stack, id) =>
    Domain.fromDomainArn(stack, 'D', `arn:aws:codeartifact:us-east-1:${id}:domain/acme`),
  'a name in an ARN': (stack, name) =>
    new Repository(stack, 'R', {
      domain: Domain.fromDomainArn(stack, 'D', `arn:aws:codeartifact:us-east-1:111111111111:domain/${name}`),
      repositoryName: 'python',
    }),
  'the attributes of a domain': (stack, text) =>
    new Repository(stack, 'R', {
      domain: Domain.fromDomainAttributes(stack, 'D', { domainName: text, domainOwner: text }),
      repositoryName: text,
      description: text,
    }),
  repositoryArn: (stack, arn) =>
    pipeline(stack, { upstreams: [] }).repository.addUpstream(Repository.fromRepositoryArn(stack, 'R', arn)),
  packageGroupArn: (stack, arn) => PackageGroup.fromPackageGroupArn(stack, 'G', arn),
  'a region': (stack, region) => Domain.fromDomainAttributes(stack, 'D', { domainName: 'acme', region }),
  'a package group': (stack, packages) =>
    new PackageGroup(stack, 'G', {
      domain: new Domain(stack, 'D', { domainName: 'acme' }),
      packages,
      description: packages,
    }),
  'the slug of an enterprise': (stack, slug) =>
    new GitHubOidcProvider(stack, 'O', { issuer: GitHubIssuer.enterprise(slug) }),
  'a subdomain of ghe.com': (stack, name) =>
    new GitHubOidcProvider(stack, 'O', { issuer: GitHubIssuer.gheCom(name) }),
  'the host of a server': (stack, host) =>
    new GitHubOidcProvider(stack, 'O', { issuer: GitHubIssuer.enterpriseServer(host) }),
  'a workflow by itself': (stack, text) =>
    new PublishWorkflow(stack, 'W', {
      publishOn: PublishTrigger.tags(),
      region: text,
      domainName: text,
      domainOwner: text,
      repositoryName: text,
      roleArn: text,
    }).files,
};

describe.each(Object.entries(PLACES))('%s that the CDK looks up', (_, use) => {
  // aws-cdk#8604, #8699, #7477: the first pass must come to its end, or the CLI never looks anything up.
  test('passes in the first pass, which asks for it', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    use(stack, ssm.StringParameter.valueFromLookup(stack, '/acme/python/value_1.x'));
    const { missing = [] } = app.synth().manifest;
    expect(
      missing.map(({ provider, props }) => [provider, 'parameterName' in props && props.parameterName]),
    ).toEqual([['ssm', '/acme/python/value_1.x']]);
    expect(
      app.node.findAll().flatMap(({ node }) => node.metadata.filter(({ type }) => type === 'aws:cdk:error')),
    ).toEqual([]);
  });
});

test.each([
  ['a wildcard beside it', () => GitHubPublisher.repository('acme/dummy-value-for-x*')],
  ['a wildcard in an owner', () => GitHubPublisher.repository('*dummy-value-for-x/orders')],
  [
    'a policy variable',
    () => GitHubPublisher.organization('dummy-value-for-x${aws:username}', { ownerId: '1' }),
  ],
  ['a branch with a wildcard', () => PublishTrigger.branch('dummy-value-for-x*')],
])('%s is refused as beside a token', (_, attempt) => {
  expect(attempt).toThrow(/^\w+\.\w+ /);
});
