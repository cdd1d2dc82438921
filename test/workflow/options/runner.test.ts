import { Lazy } from 'aws-cdk-lib';
import { Runner } from '../../../src';

const TOKEN = Lazy.string({ produce: () => 'x' });
const SEE =
  'See https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job';

describe('labels', () => {
  test('are those of a runner that has all of them', () => {
    expect(Runner.labels('self-hosted', 'linux', 'ARM64')._render()).toEqual({
      labels: ['self-hosted', 'linux', 'ARM64'],
      isEphemeral: false,
    });
  });

  test('none is refused', () => {
    expect(() => Runner.labels()).toThrow(
      `Runner.labels (not given) needs a label. Allowed: labels of a runner, as in Runner.labels('self-hosted', 'linux'). ${SEE}`,
    );
  });

  test.each([
    ['[self-hosted, linux]', "'self-hosted', 'linux'"],
    ['[self-hosted,linux,"ARM64"]', "'self-hosted', 'linux', 'ARM64'"],
    ['self-hosted, linux', "'self-hosted', 'linux'"],
    ['self-hosted,linux', "'self-hosted', 'linux'"],
    ["['a', 'b']", "'a', 'b'"],
  ])('%s is a list as text, and is refused with the labels in it', (text, labels) => {
    expect(() => Runner.labels(text)).toThrow(
      `Runner.labels ${JSON.stringify(text)} is a list as text, which GitHub takes for the name of one label. ` +
        `Allowed: one label of a runner, as in 'ubuntu-24.04'. Write instead: Runner.labels(${labels}). ${SEE}`,
    );
  });

  test.each([
    ['${{ inputs.runner }}', "has '${{', and who starts a workflow would choose its runner."],
    ['', 'is not a name on one line.'],
    [' linux', 'is not a name on one line.'],
    ['linux\nubuntu', 'is not a name on one line.'],
    [TOKEN, 'is known to CloudFormation only, and the workflow file is written before.'],
  ])('%j is refused', (label, reason) => {
    expect(() => Runner.labels('linux', label)).toThrow(reason);
  });

  test.each([
    'ubuntu-24.04',
    'acme linux 4 cores',
    'runs-on/runner=2cpu-linux',
    'größer',
  ])('%s is taken', (label) => {
    expect(Runner.labels(label)._render().labels).toEqual([label]);
  });
});

test('another kind of value is named', () => {
  const labels = ['self-hosted', 'linux'] as never;
  expect(() => Runner.labels(labels)).toThrow(
    'Runner.labels ["self-hosted","linux"] is a list. Allowed: a text.',
  );
  expect(() => Runner.group(undefined as never)).toThrow(
    'Runner.group (not given) is missing. Allowed: a text.',
  );
});

describe('a group', () => {
  test('is one whose runners are taken, those with labels where there are some', () => {
    expect(Runner.group('publishers')._render()).toEqual({
      group: 'publishers',
      labels: [],
      isEphemeral: false,
    });
    expect(Runner.group('publishers', 'linux')._render()).toMatchObject({ labels: ['linux'] });
  });

  test('has a name, and labels that are no list as text', () => {
    expect(() => Runner.group('')).toThrow(
      `Runner.group "" is not a name on one line. Allowed: the name of a runner group, as in 'publishers'. ${SEE}`,
    );
    expect(() => Runner.group('publishers', '[a, b]')).toThrow(
      "Write instead: Runner.group('publishers', 'a', 'b').",
    );
  });
});

test('what is said to be ephemeral is another runner than before', () => {
  const runner = Runner.labels('self-hosted');
  expect(runner.ephemeral()._render()).toEqual({ labels: ['self-hosted'], isEphemeral: true });
  expect(runner._render().isEphemeral).toBe(false);
});
