import { Lazy } from 'aws-cdk-lib';
import { PublishTrigger, type PublishWorkflowProps, WorkflowHost } from '../../src';
import { newWorkflow } from './support/publish-workflow';

const TOKEN = Lazy.string({ produce: () => 'x' });

test.each<[string, Partial<PublishWorkflowProps>, string]>([
  [
    'a region of another form',
    { region: 'Ireland' },
    'region "Ireland" has another form. Allowed: an AWS region, as in \'eu-west-1\'. (construct Acme/Workflow)',
  ],
  [
    'an account of another form',
    { domainOwner: '1234' },
    'domainOwner "1234" has another form. Allowed: the 12 digits of an AWS account. (construct Acme/Workflow)',
  ],
  [
    'a role of another form',
    { roleArn: 'publish' },
    'roleArn "publish" has another form. Allowed: the ARN of a role, as in \'arn:aws:iam::111111111111:role/publish\'. (construct Acme/Workflow)',
  ],
  [
    'a domain that CodeArtifact would not take',
    { domainName: 'Acme' },
    'domainName "Acme" is not a name that CodeArtifact accepts.',
  ],
  [
    'a repository that CodeArtifact would not take',
    { repositoryName: 'p' },
    'repositoryName "p" is not a name that CodeArtifact accepts.',
  ],
  [
    'an expression in the place of a value',
    { roleArn: 'arn:aws:iam::111111111111:role/${{ github.actor }}' },
    'has another form',
  ],
  [
    'a number that lost its zero',
    { pythonVersion: '3.1' },
    "pythonVersion \"3.1\" is older than what the tools run on. Allowed: a version of CPython from 3.9 on, as in '3.13' or '3.13.7'. Write instead: '3.10', if that is what was meant. See https://devguide.python.org/versions/ (construct Acme/Workflow)",
  ],
  [
    'a Python of another kind',
    { pythonVersion: 'python3' },
    'pythonVersion "python3" is not a version of Python.',
  ],
  ['a Python too old', { pythonVersion: '3.8' }, 'pythonVersion "3.8" is older than what the tools run on.'],
  [
    'a Python that is a token',
    { pythonVersion: TOKEN },
    'is known to CloudFormation only, and the workflow file is written before.',
  ],
  [
    'a file in a folder',
    { fileName: 'sub/publish.yml' },
    'fileName "sub/publish.yml" is not the name of a workflow file. Allowed: letters, digits, dots, hyphens and underscores before .yml or .yaml, as in \'publish.yml\'; no folder. See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax (construct Acme/Workflow)',
  ],
  [
    'a file that is no YAML',
    { callerFileName: 'publish.txt' },
    'callerFileName "publish.txt" is not the name of a',
  ],
  ['a file that is a token', { fileName: `${TOKEN}.yml` }, 'is not the name of a workflow file'],
  [
    'one name for both files',
    { fileName: 'a.yml', callerFileName: 'a.yml' },
    'callerFileName "a.yml" is the name of the reusable workflow as well. Allowed: another name, or a host, whose callers are elsewhere. (construct Acme/Workflow)',
  ],
  [
    'a pattern that is a token',
    { publishOn: PublishTrigger.tags(TOKEN) },
    'is known to CloudFormation only, and GitHub takes no input in that place of a workflow. Allowed: a text that synthesis knows. (construct Acme/Workflow)',
  ],
  [
    'a branch that is a token',
    { publishOn: PublishTrigger.branch(TOKEN) },
    /^publishOn .* is known to CloudFormation/ as never,
  ],
  [
    'an environment that is a token',
    { publishOn: PublishTrigger.environment(TOKEN) },
    'is known to CloudFormation',
  ],
  [
    'a host that is a token',
    { host: WorkflowHost.branch(TOKEN, 'main') },
    /^host .* is known to CloudFormation/ as never,
  ],
])('%s is refused', (_, props, message) => {
  expect(() => newWorkflow(props)).toThrow(message);
});

test.each(['3.9', '3.13', '3.14.1'])('Python %s is taken', (pythonVersion) => {
  expect(() => newWorkflow({ pythonVersion })).not.toThrow();
});

test('a host and a reusable workflow may have files of the same name', () => {
  const host = WorkflowHost.branch('acme/platform', 'main');
  expect(Object.keys(newWorkflow({ host, fileName: 'a.yml', callerFileName: 'a.yml' }).files)).toEqual([
    '.github/workflows/a.yml',
    'workflow-templates/a.yml',
    'workflow-templates/a.properties.json',
  ]);
});
