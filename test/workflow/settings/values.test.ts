import { App, Aws, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { PublishWorkflow } from '../../../src';
import { callerOf, KNOWN, newStack, newWorkflow, reusableOf, stepOf } from '../support/publish-workflow';

const UNKNOWN = {
  region: Aws.REGION,
  domainName: Lazy.string({ produce: () => ({ Ref: 'Domain' }) as unknown as string }),
  domainOwner: Aws.ACCOUNT_ID,
  repositoryName: Lazy.string({ produce: () => ({ Ref: 'Repository' }) as unknown as string }),
  roleArn: `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/publish`,
};

describe('what only CloudFormation knows', () => {
  const workflow = newWorkflow(UNKNOWN);
  const reusable = reusableOf(workflow);

  test('is a required input of the reusable workflow', () => {
    const { python_version, working_directory, trusted_repository, ...others } =
      reusable.on.workflow_call?.inputs ?? {};
    expect(others).toEqual({
      aws_region: {
        description: 'The AWS region of the CodeArtifact domain',
        type: 'string',
        required: true,
      },
      domain: { description: 'The name of the CodeArtifact domain', type: 'string', required: true },
      domain_owner: {
        description: 'The AWS account that owns the CodeArtifact domain',
        type: 'string',
        required: true,
      },
      repository: { description: 'The name of the CodeArtifact repository', type: 'string', required: true },
      role_to_assume: { description: 'The ARN of the role that publishes', type: 'string', required: true },
    });
  });

  test('is used from there, and the account is not held against a list', () => {
    const { publish } = reusable.jobs;
    expect(stepOf(publish, 'Assume the publish role').with).toMatchObject({
      'aws-region': '${{ inputs.aws_region }}',
      'role-to-assume': '${{ inputs.role_to_assume }}',
    });
    expect(stepOf(publish, 'Assume the publish role').with).not.toHaveProperty('allowed-account-ids');
    expect(stepOf(publish, 'Upload').env).toEqual({
      DOMAIN: '${{ inputs.domain }}',
      DOMAIN_OWNER: '${{ inputs.domain_owner }}',
      REPOSITORY: '${{ inputs.repository }}',
      FILES: '${{ needs.verify.outputs.files }}',
    });
  });

  test('is passed by the caller from configuration variables', () => {
    expect(callerOf(workflow).jobs.publish.with).toEqual({
      python_version: '3.13',
      aws_region: '${{ vars.CODEARTIFACT_REGION }}',
      domain: '${{ vars.CODEARTIFACT_DOMAIN }}',
      domain_owner: '${{ vars.CODEARTIFACT_DOMAIN_OWNER }}',
      repository: '${{ vars.CODEARTIFACT_REPOSITORY }}',
      role_to_assume: '${{ vars.CODEARTIFACT_ROLE_TO_ASSUME }}',
    });
  });

  test('is never written as a token', () => {
    for (const text of Object.values(workflow.files)) expect(text).not.toMatch(/Token\[|AWS::/);
  });

  test('is told about, with the variables to set', () => {
    const stack = newStack();
    new PublishWorkflow(stack, 'Workflow', { ...KNOWN, region: Aws.REGION, roleArn: UNKNOWN.roleArn });
    Annotations.fromStack(stack).hasInfo(
      '/Acme/Workflow',
      Match.stringLikeRegexp(
        'set the configuration variables CODEARTIFACT_REGION, CODEARTIFACT_ROLE_TO_ASSUME\\.',
      ),
    );
  });
});

test('what synthesis knows is written in, and nothing is told', () => {
  const stack = newStack();
  const { files } = new PublishWorkflow(stack, 'Workflow', KNOWN);
  expect(Object.values(files).join()).not.toMatch(
    /inputs\.(?!python_version|working_directory|trusted_repository)|vars\./,
  );
  Annotations.fromStack(stack).hasNoInfo('*', Match.anyValue());
});

test('a token that stands for a text is that text', () => {
  const workflow = newWorkflow({ domainName: Lazy.string({ produce: () => 'lazy' }) });
  expect(stepOf(reusableOf(workflow).jobs.publish, 'Upload').env?.DOMAIN).toBe('lazy');
});

test('a parameter of the stack is an input, too', () => {
  const stack = new Stack(new App(), 'Acme');
  const repositoryName = new CfnParameter(stack, 'Repository').valueAsString;
  const workflow = new PublishWorkflow(stack, 'Workflow', { ...KNOWN, repositoryName });
  expect(Object.keys(reusableOf(workflow).on.workflow_call?.inputs ?? {})).toEqual([
    'python_version',
    'working_directory',
    'trusted_repository',
    'repository',
  ]);
});
