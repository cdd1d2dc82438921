import { Aws } from 'aws-cdk-lib';
import { PublishTrigger } from '../../../src';
import { callerOf, newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const PRIVATE = {
  privateDependencies: true,
  readRoleArn: 'arn:aws:iam::111111111111:role/read-python',
  publishOn: PublishTrigger.environment('release'),
  testCommand: 'pytest',
};

const { test: tests, build, publish } = reusableOf(newWorkflow(PRIVATE)).jobs;

describe('private dependencies', () => {
  test('a role is given and not used, unless that is asked for', () => {
    const jobs = reusableOf(newWorkflow({ readRoleArn: PRIVATE.readRoleArn })).jobs;
    expect(jobs.build.permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(jobs)).not.toContain('read-python');
  });

  test.each([
    ['Test', tests],
    ['Build', build],
  ])('%s assumes the role that reads, for 15 minutes, and no other one', (name, job) => {
    expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(stepNames(job).slice(-20)).toContain('Assume the read role');
    expect(stepOf(job, 'Assume the read role').with).toMatchObject({
      'role-to-assume': PRIVATE.readRoleArn,
      'role-duration-seconds': 900,
      'allowed-account-ids': '111111111111',
    });
    expect(stepNames(job).indexOf('Assume the read role')).toBe(stepNames(job).indexOf(name) - 1);
    expect(JSON.stringify(job)).not.toContain('publish-python');
  });

  test('the code of the package is not in the environment that the publish role trusts', () => {
    expect([tests.environment, build.environment, publish.environment]).toEqual([
      undefined,
      undefined,
      'release',
    ]);
  });

  test('the role is never the one that publishes', () => {
    expect(stepOf(publish, 'Assume the publish role').with?.['role-to-assume']).not.toBe(PRIVATE.readRoleArn);
  });

  test('pip gets a masked token in the step that needs it', () => {
    const { run, env } = stepOf(build, 'Build');
    expect(run).toMatch(
      /--duration-seconds 900[\s\S]*::add-mask::\$token[\s\S]*export PIP_INDEX_URL=[\s\S]*python -m build/,
    );
    expect(env).toMatchObject({ DOMAIN: 'acme', DOMAIN_OWNER: '111111111111', REPOSITORY: 'python' });
  });

  test('the containers of cibuildwheel get the same index, beside what the user passes into them', () => {
    expect(stepOf(build, 'Build').run).toContain(
      'export CIBW_ENVIRONMENT_PASS_LINUX="PIP_INDEX_URL UV_DEFAULT_INDEX ${CIBW_ENVIRONMENT_PASS_LINUX:-}"\n',
    );
    expect(stepOf(reusableOf(newWorkflow()).jobs.build, 'Build').run).not.toContain('CIBW');
  });

  test('a role that only CloudFormation knows is an input', () => {
    const workflow = newWorkflow({ ...PRIVATE, readRoleArn: `arn:aws:iam::${Aws.ACCOUNT_ID}:role/read` });
    expect(reusableOf(workflow).on.workflow_call?.inputs.role_to_read).toEqual({
      description: 'The ARN of the role that reads private packages',
      type: 'string',
      required: true,
    });
    expect(callerOf(workflow).jobs.publish.with?.role_to_read).toBe('${{ vars.CODEARTIFACT_ROLE_TO_READ }}');
  });
});

describe('a folder of a monorepo', () => {
  const workflow = newWorkflow({ workingDirectory: 'packages/orders-sdk', testCommand: 'pytest' });

  test('is the default of the input, and passed by the caller', () => {
    expect(reusableOf(workflow).on.workflow_call?.inputs.working_directory.default).toBe(
      'packages/orders-sdk',
    );
    expect(callerOf(workflow).jobs.publish.with).toEqual({
      python_version: '3.13',
      working_directory: 'packages/orders-sdk',
    });
  });

  test('is where the code of the package runs, and nothing of the job that publishes', () => {
    const { test: testJob, build: buildJob, publish: publishJob } = reusableOf(workflow).jobs;
    expect(stepOf(testJob, 'Test')['working-directory']).toBe('${{ inputs.working_directory }}');
    expect(stepOf(buildJob, 'Build')['working-directory']).toBe('${{ inputs.working_directory }}');
    expect(publishJob.steps?.map((step) => step['working-directory']).filter(Boolean)).toEqual(['dist']);
  });

  test('has tags of its own', () => {
    const publishOn = PublishTrigger.tags('orders-sdk-v*', 'orders-sdk/*');
    const job = reusableOf(newWorkflow({ publishOn })).jobs.verify;
    expect(stepOf(job, 'Verify the files').env).toMatchObject({
      TAG: "${{ github.ref_type == 'tag' && github.ref_name || '' }}",
      TAG_PATTERNS: 'all orders-sdk-^v*\nall orders-sdk/^*',
    });
  });
});
