import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const TESTED = { testCommand: 'pip install .[test] && pytest' };

test('without a command there are no tests', () => {
  const { jobs } = reusableOf(newWorkflow());
  expect(Object.keys(jobs)).toEqual(['build', 'verify', 'publish']);
  expect(jobs.build.needs).toBeUndefined();
});

test('the tests run before the build, in a job of their own that can only read', () => {
  const { test, build } = reusableOf(newWorkflow(TESTED)).jobs;
  expect(build.needs).toEqual(['test']);
  expect(test).toMatchObject({
    permissions: { contents: 'read' },
    'runs-on': 'ubuntu-24.04',
    'timeout-minutes': 30,
  });
  expect(stepNames(test)).toEqual(['Check out', 'Set up Python for the package', 'Test']);
});

test('the command is a value of the environment, and runs in the folder of the package', () => {
  const { test } = reusableOf(newWorkflow(TESTED)).jobs;
  expect(stepOf(test, 'Test')).toEqual({
    name: 'Test',
    'working-directory': '${{ inputs.working_directory }}',
    env: { PYTHON: '${{ steps.python.outputs.python-path }}', COMMAND: TESTED.testCommand },
    run: [
      '"$PYTHON" -m venv "$RUNNER_TEMP/package"',
      'programs=$(cd "$RUNNER_TEMP/package/bin" 2>/dev/null || cd "$RUNNER_TEMP/package/Scripts" && pwd)',
      'export PATH="$programs:$PATH"',
      'bash --noprofile --norc -eo pipefail -c "$COMMAND"',
      '',
    ].join('\n'),
  });
});

test('one version of Python is the one that builds', () => {
  const { test } = reusableOf(newWorkflow(TESTED)).jobs;
  expect(test.strategy).toBeUndefined();
  expect(stepOf(test, 'Set up Python for the package').with).toEqual({
    'python-version': '${{ inputs.python_version }}',
  });
});

test('several make a matrix, whose jobs do not end each other', () => {
  const { test, build } = reusableOf(
    newWorkflow({ ...TESTED, testPythonVersions: ['3.11', '3.13', '3.11'] }),
  ).jobs;
  expect(test.strategy).toEqual({ 'fail-fast': false, matrix: { python_version: ['3.11', '3.13'] } });
  expect(stepOf(test, 'Set up Python for the package').with).toEqual({
    'python-version': '${{ matrix.python_version }}',
  });
  expect(build.strategy).toBeUndefined();
});

test('versions out of support are legal, and said to be so', () => {
  const workflow = newWorkflow({
    ...TESTED,
    pythonVersion: '3.9',
    testPythonVersions: ['3.9', '3.10', '3.12'],
  });
  Annotations.fromStack(Stack.of(workflow)).hasWarning(
    '/Acme/Workflow',
    Match.stringLikeRegexp('Python 3\\.9, 3\\.10 gets no security fixes any more'),
  );
});

test('versions in support are not spoken of', () => {
  const workflow = newWorkflow({ ...TESTED, pythonVersion: '3.11', testPythonVersions: ['3.14'] });
  Annotations.fromStack(Stack.of(workflow)).hasNoWarning('*', Match.anyValue());
});
