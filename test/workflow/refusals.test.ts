import { Duration, Lazy } from 'aws-cdk-lib';
import { BuildCommand, PublishTrigger, type PublishWorkflowProps, WorkflowHost } from '../../src';
import { KNOWN, newWorkflow } from './support/publish-workflow';

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
    'no packages',
    { packages: [] },
    "packages [] is empty, so that nothing could be published. Allowed: at least one name such as 'orders-sdk' or " +
      "prefix such as 'acme-*'. Write instead: no packages at all, for all Python packages. (construct Acme/Workflow)",
  ],
  [
    'a package that is none',
    { packages: ['acme*'] },
    'packages "acme*" has a \'*\' that would match other words as well.',
  ],
  [
    'no runner that builds',
    { buildRunners: [] },
    'buildRunners [] is empty, so that nothing would be built. Allowed: labels of runners that differ, as in ' +
      "'ubuntu-24.04' and 'windows-2025'. (construct Acme/Workflow)",
  ],
  [
    'a runner that builds twice',
    { buildRunners: ['macos-15', 'macos-15'] },
    'buildRunners ["macos-15","macos-15"] has a label twice.',
  ],
  [
    'several runners that make the same sdist',
    { buildRunners: ['macos-15'], buildCommand: BuildCommand.setupPySdist() },
    'buildRunners ["macos-15"] is for wheels, and this build command makes an sdist only.',
  ],
  [
    'a list of labels in place of one',
    { buildRunners: ['macos-15', '[self-hosted, linux]'] },
    'buildRunners "[self-hosted, linux]" is a list as text, which GitHub takes for the name of one label. ' +
      "Allowed: one label of a runner, as in 'ubuntu-24.04'. See ",
  ],
  [
    'a runner that is an expression',
    { buildRunners: ['${{ vars.RUNNER }}'] },
    'buildRunners "${{ vars.RUNNER }}" is not a text for a workflow file.',
  ],
  [
    'a number that lost its zero',
    { pythonVersion: '3.1' },
    "pythonVersion \"3.1\" is older than what the tools run on. Allowed: a version of CPython from 3.9 on, as in '3.13' or '3.13.7'. Write instead: '3.10', which YAML reads as a number without quotes. See https://devguide.python.org/versions/ (construct Acme/Workflow)",
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
  [
    'versions for tests that are not there',
    { testPythonVersions: ['3.12'] },
    'testPythonVersions ["3.12"] has no tests to run. Write instead: testCommand beside it, as in \'pip install .[test] && pytest\'. (construct Acme/Workflow)',
  ],
  [
    'a version for tests that is none',
    { testCommand: 'pytest', testPythonVersions: ['3'] },
    'testPythonVersions "3" is not a version of Python.',
  ],
  [
    'tests with an expression',
    { testCommand: 'pytest ${{ inputs.x }}' },
    'testCommand "pytest ${{ inputs.x }}" has \'${{\', whose value GitHub would put into the script, whatever it holds.',
  ],
  [
    'private dependencies without a role',
    { privateDependencies: true, publishOn: PublishTrigger.environment('release') },
    'readRoleArn (not given) is needed for privateDependencies. Allowed: the ARN of a role that can read and not publish. (construct Acme/Workflow)',
  ],
  [
    'private dependencies by the role that publishes',
    {
      privateDependencies: true,
      publishOn: PublishTrigger.environment('release'),
      readRoleArn: KNOWN.roleArn,
    },
    'readRoleArn "arn:aws:iam::111111111111:role/publish-python" is the role that publishes. Allowed:',
  ],
  [
    'private dependencies where the identity of a build is that of a publisher',
    { privateDependencies: true, readRoleArn: 'arn:aws:iam::111111111111:role/read' },
    "privateDependencies true lets the code of a package ask for the identity of its workflow run, and the publish role would trust that identity. Write instead: publishOn: PublishTrigger.environment('release'), which only the publish job is let into. See https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments (construct Acme/Workflow)",
  ],
  ['a role to read of another form', { readRoleArn: 'read' }, 'readRoleArn "read" has another form.'],
  [
    'a folder outside of the repository',
    { workingDirectory: '../other' },
    'workingDirectory "../other" is not a folder in a repository. Allowed: names of letters, digits, dots, hyphens and underscores, as in \'packages/orders-sdk\'. (construct Acme/Workflow)',
  ],
  ['a folder from the root', { workingDirectory: '/tmp' }, 'workingDirectory "/tmp" is not a folder'],
  [
    'a folder that is an expression',
    { workingDirectory: '${{ github.actor }}' },
    'is not a folder in a repository',
  ],
  ['a folder that is a token', { workingDirectory: TOKEN }, 'is not a folder in a repository'],
  [
    'a runner that is an expression',
    { runnerLabel: '${{ inputs.x }}' },
    'runnerLabel "${{ inputs.x }}" is not a text for a workflow file. Allowed: the label of a runner. (construct Acme/Workflow)',
  ],
  ['a runner that is a token', { runnerLabel: TOKEN }, 'is not a text for a workflow file'],
  [
    'a group that is empty',
    { concurrencyGroup: '' },
    'concurrencyGroup "" is not a text for a workflow file. Allowed: a name, as in \'codeartifact-publish\'. (construct Acme/Workflow)',
  ],
  [
    'a timeout of no time',
    { buildTimeout: Duration.seconds(30) },
    'buildTimeout "30 seconds" is not a time that a job can have. Allowed: full minutes, from 1 minute to 6 hours. See https://docs.github.com/en/actions/reference/limits (construct Acme/Workflow)',
  ],
  [
    'a timeout of a day',
    { publishTimeout: Duration.days(1) },
    'publishTimeout "1 day" is not a time that a job can have.',
  ],
  [
    'files for longer than GitHub keeps them',
    { artifactRetention: Duration.days(91) },
    'artifactRetention "91 days" is not a time that GitHub keeps files for. Allowed: 1 to 90 full days.',
  ],
  [
    'files for half a day',
    { artifactRetention: Duration.hours(12) },
    'artifactRetention "12 hours" is not a time',
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
