import { type PublishWorkflowProps, Runner } from '../../../src';
import { newWorkflow, reusableOf } from '../support/publish-workflow';
import { warningsOf } from '../support/warnings';

const ALL_JOBS = { testCommand: 'pytest', provenance: true };

function runnersOf(props: Partial<PublishWorkflowProps>): Record<string, unknown> {
  const { jobs } = reusableOf(newWorkflow({ ...ALL_JOBS, ...props }));
  return Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, job['runs-on']]));
}

test('each job runs on a pinned image of GitHub', () => {
  expect(new Set(Object.values(runnersOf({})))).toEqual(new Set(['ubuntu-24.04']));
});

test('one label is the one of each job, whichever way it is said', () => {
  expect(new Set(Object.values(runnersOf({ runnerLabel: 'acme-linux' })))).toEqual(new Set(['acme-linux']));
  expect(new Set(Object.values(runnersOf({ runner: Runner.labels('acme-linux') })))).toEqual(
    new Set(['acme-linux']),
  );
});

test('several labels are a list, and a group is a mapping', () => {
  expect(runnersOf({ runner: Runner.labels('acme', 'linux') }).build).toEqual(['acme', 'linux']);
  expect(runnersOf({ runner: Runner.group('builders') }).build).toEqual({ group: 'builders' });
  expect(runnersOf({ runner: Runner.group('builders', 'linux') }).build).toEqual({
    group: 'builders',
    labels: ['linux'],
  });
});

test('the jobs that run no code of the package can have runners of their own', () => {
  const runners = runnersOf({ runnerLabel: 'acme-linux', publishRunner: Runner.group('publishers') });
  const { test, build, ...others } = runners;
  expect([test, build]).toEqual(['acme-linux', 'acme-linux']);
  expect(Object.keys(others)).toContain('publish');
  for (const runner of Object.values(others)) expect(runner).toEqual({ group: 'publishers' });
});

test.each<[string, Partial<PublishWorkflowProps>, string]>([
  [
    'a list as text',
    { runnerLabel: '[self-hosted, linux]' },
    'runnerLabel "[self-hosted, linux]" is a list as text, which GitHub takes for the name of one label. ' +
      "Allowed: one label of a runner, as in 'ubuntu-24.04'. Write instead: runner: Runner.labels('self-hosted', 'linux'). " +
      'See https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job ' +
      '(construct Acme/Workflow)',
  ],
  [
    'a runner said twice',
    { runnerLabel: 'a', runner: Runner.labels('a') },
    'runnerLabel "a" stands beside runner, and a job has one of them. Allowed: one of the two. (construct Acme/Workflow)',
  ],
  [
    'Windows by its label',
    { runnerLabel: 'windows-2025' },
    'runnerLabel "windows-2025" is a label of Windows, which the scripts of these jobs do not run on. Allowed: labels of Linux ' +
      'runners, with bash, the AWS CLI and git. See https://docs.github.com/en/actions/reference/runners/github-hosted-runners ' +
      '(construct Acme/Workflow)',
  ],
  [
    'Windows among labels',
    { runner: Runner.labels('self-hosted', 'Windows', 'X64') },
    'runner "Windows" is a label of',
  ],
  [
    'Windows to publish',
    { publishRunner: Runner.labels('windows-latest') },
    'publishRunner "windows-latest" is a label of',
  ],
  [
    'a list as text to build on',
    { buildRunners: ['macos-15', 'self-hosted, linux'] },
    'buildRunners "self-hosted, linux" is a list as text, which GitHub takes for the name of one label. Allowed: one label of a ' +
      "runner, as in 'ubuntu-24.04'. See",
  ],
  ['Windows in a group', { runner: Runner.group('g', 'windows') }, 'runner "windows" is a label of'],
])('%s is refused', (_, props, message) => {
  expect(() => newWorkflow(props)).toThrow(message);
});

describe('a self-hosted runner', () => {
  const WARNING =
    'A self-hosted runner (self-hosted, linux) that outlives its job keeps what a build leaves in HOME and in its tools, ' +
    "for the next job of whatever repository. Use ephemeral ones, and say so with Runner.labels('self-hosted', …).ephemeral(), or of " +
    'buildRunners, which have labels alone, by acknowledging this. ' +
    'See https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners ' +
    '[ack: cdk-python-artifact-pipeline:self-hosted-runner]';
  const RUNNER = Runner.labels('self-hosted', 'linux');

  test.each<[string, Partial<PublishWorkflowProps>]>([
    ['of every job', { runner: RUNNER }],
    ['of the jobs that publish', { publishRunner: RUNNER }],
    ['of the jobs that build', { runner: RUNNER, publishRunner: Runner.labels('ubuntu-24.04') }],
  ])('%s is warned of', (_, props) => {
    expect(warningsOf(props)).toEqual([WARNING]);
  });

  test('is the same by one label, in any case, and in a group', () => {
    for (const props of [
      { runnerLabel: 'self-hosted' },
      { runner: Runner.labels('Self-Hosted') },
      { runner: Runner.group('builders', 'self-hosted') },
      { buildRunners: ['ubuntu-24.04', 'self-hosted'] },
      { buildRunners: ['macos-15', 'self-hosted'] },
    ]) {
      expect(warningsOf(props).join()).toContain('cdk-python-artifact-pipeline:self-hosted-runner');
    }
  });

  test('that is said to be ephemeral is not spoken of, nor is one that may be anything', () => {
    expect(warningsOf({ runner: RUNNER.ephemeral() })).toEqual([]);
    expect(warningsOf({ runner: Runner.group('builders') })).toEqual([]);
    expect(warningsOf({ runnerLabel: 'acme-linux' })).toEqual([]);
  });
});
