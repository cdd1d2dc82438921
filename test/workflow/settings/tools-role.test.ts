import { Aws } from 'aws-cdk-lib';
import { callerOf, KNOWN, newWorkflow, reusableOf, stepOf } from '../support/publish-workflow';

const ROLE = 'arn:aws:iam::111111111111:role/fetch-tools';
const ALLOWED = 'Allowed: the ARN of a role that can read and not publish. (construct Acme/Workflow)';

test('tools from the repository need a role', () => {
  expect(() => newWorkflow({ toolsFromRepository: true })).toThrow(
    new Error(`toolsRoleArn (not given) is needed for toolsFromRepository. ${ALLOWED}`),
  );
});

test('which is not the one that publishes', () => {
  expect(() => newWorkflow({ toolsFromRepository: true, toolsRoleArn: KNOWN.roleArn })).toThrow(
    new Error(`toolsRoleArn "${KNOWN.roleArn}" is the role that publishes. ${ALLOWED}`),
  );
});

test('which has the form of one', () => {
  expect(() => newWorkflow({ toolsFromRepository: true, toolsRoleArn: 'fetch-tools' })).toThrow(
    'toolsRoleArn "fetch-tools" has another form. Allowed: the ARN of a role',
  );
});

test('they do not come from another index as well', () => {
  const toolIndexUrl = 'https://pypi.acme.example/simple/';
  expect(() => newWorkflow({ toolsFromRepository: true, toolsRoleArn: ROLE, toolIndexUrl })).toThrow(
    new Error(
      `toolIndexUrl "${toolIndexUrl}" is another place than the repository, and toolsFromRepository says that the ` +
        'tools come from there. Write instead: one of the two. (construct Acme/Workflow)',
    ),
  );
});

test('a role without them changes nothing', () => {
  expect(newWorkflow({ toolsRoleArn: ROLE }).files).toEqual(newWorkflow().files);
});

test('a role that only CloudFormation knows is an input', () => {
  const workflow = newWorkflow({
    toolsFromRepository: true,
    toolsRoleArn: `arn:aws:iam::${Aws.ACCOUNT_ID}:role/fetch-tools`,
  });
  const { on, jobs } = reusableOf(workflow);
  expect(on.workflow_call?.inputs.role_for_tools).toEqual({
    description: 'The ARN of the role that fetches the tools',
    type: 'string',
    required: true,
  });
  expect(stepOf(jobs.tools, 'Assume the tools role').with?.['role-to-assume']).toBe(
    '${{ inputs.role_for_tools }}',
  );
  expect(callerOf(workflow).jobs.publish.with?.role_for_tools).toBe(
    '${{ vars.CODEARTIFACT_ROLE_FOR_TOOLS }}',
  );
});

test('pull requests of forks, which get no identity, are left out', () => {
  const dryRun = { pullRequests: true };
  expect(callerOf(newWorkflow({ dryRun })).jobs.publish.if).toBeUndefined();
  const { jobs } = callerOf(newWorkflow({ toolsFromRepository: true, toolsRoleArn: ROLE, dryRun }));
  expect(jobs.publish.if).toBe(
    "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository",
  );
});
