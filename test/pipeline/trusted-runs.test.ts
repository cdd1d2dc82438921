import { App, type IPropertyInjector, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  GitHubPublishRole,
  PackagePublisher,
  PublishTrigger,
  PublishWorkflow,
  PythonArtifactPipeline,
  WorkflowHost,
} from '../../src';
import { deploy } from '../support/deployed';
import { expectRefusal } from '../support/refusals';
import { ACME } from '../support/stacks';
import { only } from '../support/statements';

const HOST = WorkflowHost.branch('acme/platform', 'main');
const SEE =
  'See https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html (construct Artifacts/Python/Publisher)';

/** A pipeline in the app of a company whose injector has a say in all constructs of a class. */
function pipelineWith(
  { PROPERTY_INJECTION_ID: constructUniqueId }: { PROPERTY_INJECTION_ID: string },
  inject: (props: object) => object,
  host?: WorkflowHost,
): PythonArtifactPipeline {
  const injector: IPropertyInjector = { constructUniqueId, inject };
  const stack = new Stack(new App({ propertyInjectors: [injector] }), 'Artifacts', { env: ACME });
  return new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1', repositoryId: '2' })],
    packages: ['acme-*'],
    workflow: { host },
  });
}

const REF = 'acme/platform/.github/workflows/';

test.each<[string, { PROPERTY_INJECTION_ID: string }, object, WorkflowHost | undefined, string, string]>([
  [
    'a host for all workflows',
    PublishWorkflow,
    { host: HOST },
    undefined,
    `host "${REF}codeartifact_python.yml@refs/heads/main" is what the workflow has, and any workflow what the role trusts`,
    'workflow: { host, fileName }',
  ],
  [
    'a file name for all workflows, of a host',
    PublishWorkflow,
    { fileName: 'python.yml' },
    HOST,
    `host "${REF}python.yml@refs/heads/main" is what the workflow has, and "${REF}codeartifact_python.yml@refs/heads/main" what the role trusts`,
    'workflow: { host, fileName }',
  ],
  [
    'a host for all roles',
    GitHubPublishRole,
    { workflowHost: HOST },
    undefined,
    `host (not given) is what the workflow has, and "${REF}codeartifact_python.yml@refs/heads/main" what the role trusts`,
    'workflow: { host, fileName }',
  ],
  [
    'a trigger for all roles',
    GitHubPublishRole,
    { publishOn: PublishTrigger.branch('main') },
    undefined,
    'publishOn {"refs":{"tags":[{"pattern":"v*.*.*","releases":"all"}],"branches":[]}} is what the workflow has, and ' +
      '{"refs":{"tags":[],"branches":["main"]}} what the role trusts',
    'publishOn',
  ],
])('%s, which leaves one of the two as it was, is refused', (_, type, more, host, problem, instead) => {
  expectRefusal(
    () => pipelineWith(type, (props) => ({ ...props, ...more }), host),
    `${problem}, since a property injector changes one of them.`,
    `Write instead: an injector of PackagePublisher, which gives both the same: ${instead}.`,
    SEE,
  );
});

test('an injector of PackagePublisher gives both the same', () => {
  const pipeline = pipelineWith(PackagePublisher, (props) => ({
    ...props,
    publishOn: PublishTrigger.tags('2024.*'),
    workflow: { host: HOST, fileName: 'python.yml' },
  }));
  expect(pipeline.workflow.caller.text).toContain('uses: acme/platform/.github/workflows/python.yml@main');
  const role = JSON.stringify(only(deploy(Stack.of(pipeline)), 'AWS::IAM::Role').properties);
  expect(role).toContain(
    `"token.actions.githubusercontent.com:job_workflow_ref":"${REF}python.yml@refs/heads/main"`,
  );
  expect(role).toContain('repo:acme/orders-sdk:ref:refs/tags/2024.*');
});

test('a file name without a host is nothing that a role trusts', () => {
  const pipeline = pipelineWith(PublishWorkflow, (props) => ({ ...props, fileName: 'python.yml' }));
  expect(pipeline.workflow.reusablePath).toBe('.github/workflows/python.yml');
});
