import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  GitHubPublisher,
  type PackagePublisherOptions,
  PublishTrigger,
  PythonArtifactPipeline,
  WorkflowHost,
} from '../../src';
import { deploy } from '../support/deployed';
import { type Statement, statementsOf } from '../support/statements';
import { trusts } from '../support/trust';

const ORDERS = GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' });
const REPOSITORY = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python';

function pipeline(options: Partial<PackagePublisherOptions> = {}): PythonArtifactPipeline {
  const stack = new Stack(new App(), 'Artifacts', { env: { account: '111111111111', region: 'us-east-1' } });
  return new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [ORDERS],
    packages: ['acme-*'],
    ...options,
    workflow: { toolsFromRepository: true, ...options.workflow },
  });
}

/** The trust of the only role that is described so. */
function trustOf(of: PythonArtifactPipeline, description: RegExp): Statement[] {
  const roles = deploy(Stack.of(of)).filter(
    ({ type, properties }) => type === 'AWS::IAM::Role' && description.test(properties.Description),
  );
  expect(roles).toHaveLength(1);
  return statementsOf(roles[0].properties.AssumeRolePolicyDocument);
}

const TOOLS = /^Fetches the tools of publishing from acme\/python in GitHub Actions$/;
const PUBLISH = /^Publishes /;

const claims = (context: string, ref: string, more: Record<string, string> = {}) => ({
  sub: `repo:acme/orders-sdk:${context}`,
  ref,
  repository: 'acme/orders-sdk',
  repository_id: '5678',
  repository_owner_id: '1234',
  job_workflow_ref: 'acme/orders-sdk/.github/workflows/codeartifact_python.yml@refs/tags/v1.2.3',
  ...more,
});
const onRef = (ref: string, more?: Record<string, string>) => claims(`ref:${ref}`, ref, more);
const PULL_REQUEST = claims('pull_request', 'refs/pull/1/merge');

describe('by tags', () => {
  const trust = trustOf(pipeline(), TOOLS);

  test('the role trusts the tags that publish', () => {
    expect(trusts(trust, onRef('refs/tags/v1.2.3'))).toBe(true);
  });

  test.each([
    ['a branch', onRef('refs/heads/main')],
    ['a tag that is no version', onRef('refs/tags/nightly')],
    ['a pull request', PULL_REQUEST],
    ['an environment', claims('environment:release', 'refs/tags/v1.2.3')],
    ['a repository that took over the name', onRef('refs/tags/v1.2.3', { repository_id: '9' })],
    ['another repository', { ...onRef('refs/tags/v1.2.3'), sub: 'repo:acme/evil:ref:refs/tags/v1.2.3' }],
    ['another audience', onRef('refs/tags/v1.2.3', { aud: 'https://github.com/acme' })],
  ])('and not %s', (_who, other) => {
    expect(trusts(trust, other)).toBe(false);
  });
});

test('with an environment, the role trusts what starts the workflow there, and not the environment', () => {
  const of = pipeline({ publishOn: PublishTrigger.environment('release') });
  const inEnvironment = claims('environment:release', 'refs/tags/v1.2.3');
  expect(trusts(trustOf(of, TOOLS), onRef('refs/tags/v1.2.3'))).toBe(true);
  expect(trusts(trustOf(of, TOOLS), inEnvironment)).toBe(false);
  expect(trusts(trustOf(of, PUBLISH), inEnvironment)).toBe(true);
  // The identity of the job that fetches can not publish then.
  expect(trusts(trustOf(of, PUBLISH), onRef('refs/tags/v1.2.3'))).toBe(false);
});

test.each([
  ['dryRun', { dryRun: { pullRequests: true } }],
  ['workflowDispatch', { workflowDispatch: true }],
])('with %s, the role trusts branches and pull requests as well, and the role that publishes does not', (_option, workflow) => {
  const of = pipeline({ workflow });
  for (const run of [onRef('refs/heads/feature/x'), PULL_REQUEST]) {
    expect(trusts(trustOf(of, TOOLS), run)).toBe(true);
    expect(trusts(trustOf(of, PUBLISH), run)).toBe(false);
  }
  expect(trusts(trustOf(of, TOOLS), claims('environment:release', 'refs/heads/main'))).toBe(false);
});

test('with a host, no other workflow fetches', () => {
  const trust = trustOf(
    pipeline({ workflow: { host: WorkflowHost.branch('acme/platform', 'main') } }),
    TOOLS,
  );
  const hosted = 'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main';
  expect(trusts(trust, onRef('refs/tags/v1.2.3', { job_workflow_ref: hosted }))).toBe(true);
  expect(trusts(trust, onRef('refs/tags/v1.2.3'))).toBe(false);
});

test('an organization is trusted by the same refs', () => {
  const trust = trustOf(
    pipeline({
      publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })],
      workflow: { host: WorkflowHost.branch('acme/platform', 'main') },
    }),
    TOOLS,
  );
  const hosted = {
    job_workflow_ref: 'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
  };
  expect(trusts(trust, onRef('refs/tags/v1.2.3', hosted))).toBe(true);
  expect(trusts(trust, onRef('refs/heads/main', hosted))).toBe(false);
});

test('the role reads the repository, for 15 minutes, and can do nothing else', () => {
  const policies = deploy(Stack.of(pipeline())).filter(
    ({ type, properties }) => type === 'AWS::IAM::Policy' && /ToolsRole/.test(properties.PolicyName),
  );
  const statements = policies.flatMap(({ properties }) => statementsOf(properties.PolicyDocument));
  expect(statements.flatMap(({ actions }) => actions).sort()).toEqual([
    'codeartifact:GetAuthorizationToken',
    'codeartifact:GetRepositoryEndpoint',
    'codeartifact:ReadFromRepository',
    'sts:GetServiceBearerToken',
  ]);
  const reading = statements.find(({ actions }) => actions.includes('codeartifact:ReadFromRepository'));
  expect(reading?.resources).toEqual([REPOSITORY]);
  const bearing = statements.find(({ actions }) => actions.includes('sts:GetServiceBearerToken'));
  expect(JSON.stringify(bearing?.conditions)).toContain('"sts:DurationSeconds":["900"]');
});

test('its ARN is in the workflow, and an output of the stack', () => {
  const of = pipeline();
  expect(of.workflow.files[of.workflow.reusablePath]).toMatch(
    /role-to-assume: arn:aws:iam::111111111111:role\/\S+-tools-us-east-1$/m,
  );
  const outputs = Object.keys(Template.fromStack(Stack.of(of)).findOutputs('*'));
  expect(outputs.filter((name) => name.includes('ToolsRoleArn'))).toHaveLength(1);
});

test('without it, there is no such role', () => {
  const of = pipeline({ workflow: { toolsFromRepository: false } });
  const described = deploy(Stack.of(of)).map(({ properties }) => String(properties.Description));
  expect(described.filter((text) => TOOLS.test(text))).toEqual([]);
});
