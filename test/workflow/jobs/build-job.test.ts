import fc from 'fast-check';
import { BuildCommand } from '../../../src';
import { requirementOf } from '../../../src/workflow/actions/locked-package';
import { TOOL_LOCK } from '../../../src/workflow/actions/tool-lock';
import { newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const { build } = reusableOf(newWorkflow()).jobs;

test('the job that runs the code of the package can read the sources, and nothing else', () => {
  expect(build.permissions).toEqual({ contents: 'read' });
  expect(build.environment).toBeUndefined();
});

test('it runs on a pinned image and ends within half an hour', () => {
  expect(build).toMatchObject({ 'runs-on': 'ubuntu-24.04', 'timeout-minutes': 30 });
});

test('it checks out without leaving the token of the job in the folder', () => {
  expect(stepOf(build, 'Check out').with).toMatchObject({ 'persist-credentials': false });
});

test('the steps', () => {
  expect(stepNames(build)).toEqual([
    'Check out',
    'Set up Python for the package',
    'Name the artifact',
    'Build',
    'Require files in dist/',
    'Hand on the files',
  ]);
});

test('the package is built with the Python that was asked for', () => {
  expect(stepOf(build, 'Set up Python for the package').with).toEqual({
    'python-version': '${{ inputs.python_version }}',
  });
});

test('by default a wheel and an sdist are built, in an environment of the package', () => {
  expect(stepOf(build, 'Build')).toEqual({
    name: 'Build',
    'working-directory': '${{ inputs.working_directory }}',
    env: { PYTHON: '${{ steps.python.outputs.python-path }}' },
    run: [
      '"$PYTHON" -m venv "$RUNNER_TEMP/package"',
      'programs=$(cd "$RUNNER_TEMP/package/bin" 2>/dev/null || cd "$RUNNER_TEMP/package/Scripts" && pwd)',
      'export PATH="$programs:$PATH"',
      "echo '::group::Install build with all it needs, each wheel by its hash'",
      `cat > "$RUNNER_TEMP/requirements.txt" << 'LOCK'`,
      ...TOOL_LOCK.build.map(requirementOf),
      'LOCK',
      'python -m pip install --no-cache-dir --disable-pip-version-check ${TOOL_INDEX:+--index-url "$TOOL_INDEX"} \\',
      '  --require-hashes --no-deps --only-binary :all: --requirement "$RUNNER_TEMP/requirements.txt"',
      "echo '::endgroup::'",
      'rm -rf dist',
      'python -m build',
      '',
    ].join('\n'),
  });
});

test('on request the sdist of the seed', () => {
  const job = reusableOf(newWorkflow({ buildCommand: BuildCommand.setupPySdist() })).jobs.build;
  expect(stepOf(job, 'Build').run).toMatch(/\nsetuptools==84\.2\.1 .*\n(.*\n)*python setup.py sdist\n$/);
});

test('a custom command gets nothing installed', () => {
  const job = reusableOf(newWorkflow({ buildCommand: BuildCommand.custom('make dist') })).jobs.build;
  expect(stepOf(job, 'Build').env).toEqual({
    PYTHON: '${{ steps.python.outputs.python-path }}',
    COMMAND: 'make dist',
  });
  expect(stepOf(job, 'Build').run).not.toContain('pip install');
  expect(stepOf(job, 'Build').run).not.toContain('make dist');
});

test('the id of the artifact is all that it says of its files', () => {
  expect(build.outputs).toEqual({ artifact_id: '${{ steps.upload.outputs.artifact-id }}' });
});

test('the artifact has a name of its own, since a second one of a name would fail', () => {
  expect(stepOf(build, 'Name the artifact')).toMatchObject({ id: 'name' });
  expect(stepOf(build, 'Hand on the files')).toMatchObject({
    id: 'upload',
    with: { name: '${{ steps.name.outputs.artifact }}' },
  });
});

test('the artifact is kept for a day, and an empty one fails', () => {
  expect(stepOf(build, 'Hand on the files').with).toEqual({
    name: '${{ steps.name.outputs.artifact }}',
    path: '${{ inputs.working_directory }}/dist/',
    'if-no-files-found': 'error',
    'retention-days': 1,
  });
});

test('any command reaches bash as it was given, and never becomes a part of a script', () => {
  const command = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('$', '{', '}', '"', "'", '\n', '\\', '`', '#', ':', ' ', 'a') }),
  );
  fc.assert(
    fc.property(
      command.filter((text) => text.trim() !== '' && !text.includes('${{')),
      (text) => {
        const { jobs } = reusableOf(
          newWorkflow({ buildCommand: BuildCommand.custom(text), testCommand: text }),
        );
        const steps = [stepOf(jobs.build, 'Build'), stepOf(jobs.test, 'Test')];
        expect(steps.map(({ env }) => env?.COMMAND)).toEqual([text, text]);
        expect(steps.map(({ run }) => run?.match(/"\$COMMAND"/g)?.length)).toEqual([1, 1]);
      },
    ),
  );
});
