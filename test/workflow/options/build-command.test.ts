import { Lazy } from 'aws-cdk-lib';
import { BuildCommand } from '../../../src';

test('pep517 builds a wheel and an sdist with a pinned build', () => {
  const { tool, command } = BuildCommand.pep517()._render();
  expect(command).toBe('python -m build');
  expect(tool).toBe('build');
});

test('setupPySdist runs what the seed runs, with a pinned setuptools, which Python 3.12 comes without', () => {
  const { tool, command } = BuildCommand.setupPySdist()._render();
  expect(command).toBe('python setup.py sdist');
  expect(tool).toBe('setuptools');
});

test('a custom command is a value of the environment and no part of the script', () => {
  const { command, env, tool } = BuildCommand.custom('make "dist" && ls')._render();
  expect(env).toEqual({ COMMAND: 'make "dist" && ls' });
  expect(command).toBe('bash --noprofile --norc -eo pipefail -c "$COMMAND"');
  expect(tool).toBeUndefined();
});

describe('a custom command is refused', () => {
  test.each([
    ['', 'BuildCommand.custom "" is empty.'],
    [' \n', 'BuildCommand.custom " \\n" is empty.'],
    [
      'echo ${{ github.ref_name }}',
      `BuildCommand.custom "echo \${{ github.ref_name }}" has '\${{', whose value GitHub would put into the script, whatever it holds. Allowed: commands for bash, as in 'make dist'. Write instead: the variable that the runner sets, such as $GITHUB_REF_NAME. See https://docs.github.com/en/actions/concepts/security/script-injections`,
    ],
  ])('%j', (command, message) => {
    expect(() => BuildCommand.custom(command)).toThrow(message);
  });

  test('where it is a token', () => {
    expect(() => BuildCommand.custom(Lazy.string({ produce: () => 'make' }))).toThrow(
      'is known to CloudFormation only, and the workflow file is written before. Allowed: commands for bash',
    );
  });
});
