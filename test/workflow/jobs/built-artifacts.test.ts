import { BuildCommand } from '../../../src';
import { newWorkflow, reusableOf, stepOf } from '../support/publish-workflow';

const RUNNERS = ['ubuntu-24.04', 'macos-15', 'windows-2025'];

test('one build hands its artifact on by its id', () => {
  const { build, verify } = reusableOf(newWorkflow()).jobs;
  expect(build.outputs).toEqual({ artifact_id: '${{ steps.upload.outputs.artifact-id }}' });
  expect(stepOf(verify, 'Take over the files').with).toEqual({
    'artifact-ids': '${{ needs.build.outputs.artifact_id }}',
    path: 'built/1',
  });
});

describe('several runners', () => {
  const { build, verify, publish } = reusableOf(newWorkflow({ buildRunners: RUNNERS })).jobs;

  test('build in a job each, which do not end each other', () => {
    expect(build['runs-on']).toBe('${{ matrix.runner }}');
    expect(build.strategy).toEqual({
      'fail-fast': false,
      matrix: {
        include: [
          { runner: 'ubuntu-24.04', row: 1, sdist: true },
          { runner: 'macos-15', row: 2, sdist: false },
          { runner: 'windows-2025', row: 3, sdist: false },
        ],
      },
    });
  });

  test('set an output of their own each, and leave those of the others empty', () => {
    expect(build.outputs).toEqual({
      artifact_id_1: "${{ matrix.row == 1 && steps.upload.outputs.artifact-id || '' }}",
      artifact_id_2: "${{ matrix.row == 2 && steps.upload.outputs.artifact-id || '' }}",
      artifact_id_3: "${{ matrix.row == 3 && steps.upload.outputs.artifact-id || '' }}",
    });
  });

  test('are gathered in folders of their own, and by no pattern', () => {
    const steps = RUNNERS.map((runner) => stepOf(verify, `Take over the files of ${runner}`));
    expect(steps.map((step) => step.with)).toEqual(
      [1, 2, 3].map((row) => ({
        'artifact-ids': `\${{ needs.build.outputs.artifact_id_${row} }}`,
        path: `built/${row}`,
      })),
    );
  });

  test('are for the build alone', () => {
    expect([verify['runs-on'], publish['runs-on']]).toEqual(['ubuntu-24.04', 'ubuntu-24.04']);
  });

  test('build wheels, and the first of them the sdist', () => {
    expect(stepOf(build, 'Build').env?.BUILD_SDIST).toBe('${{ matrix.sdist }}');
    expect(stepOf(build, 'Build').run).toContain(
      'if [[ "$BUILD_SDIST" == true ]]; then\n  python -m build\nelse\n  python -m build --wheel\nfi\n',
    );
  });

  test('tell a command of the user which of them it is on', () => {
    const { jobs } = reusableOf(
      newWorkflow({ buildRunners: RUNNERS, buildCommand: BuildCommand.custom('make') }),
    );
    expect(stepOf(jobs.build, 'Build').env).toMatchObject({
      BUILD_SDIST: '${{ matrix.sdist }}',
      COMMAND: 'make',
    });
  });
});

describe('cibuildwheel', () => {
  const props = { buildCommand: BuildCommand.cibuildwheel() };
  const { build } = reusableOf(newWorkflow(props)).jobs;

  test('is installed at one version, on the Python of the tools, since it chooses those of the package', () => {
    expect(stepOf(build, 'Set up Python for the package').with).toEqual({ 'python-version': '3.13' });
    expect(stepOf(build, 'Build').run).toMatch(/\ncibuildwheel==4\.3\.5 --hash=sha256:[0-9a-f]{64}\n/);
  });

  test('builds wheels beside an sdist on one runner', () => {
    expect(stepOf(build, 'Build').run).toMatch(
      /\nrm -rf dist\npython -m build --sdist\npython -m cibuildwheel --output-dir dist\n$/,
    );
  });

  test('and wheels alone on the others', () => {
    const { jobs } = reusableOf(newWorkflow({ ...props, buildRunners: RUNNERS }));
    expect(stepOf(jobs.build, 'Build').run).toContain(
      'else\n  python -m cibuildwheel --output-dir dist\nfi\n',
    );
  });
});
