import { ExitCode } from './command';
import { COMMANDS } from './table';
import { runCommand } from './testing/run';

test.each(
  [[], ['help'], ['--help'], ['-h']].map((args) => [args]),
)('%j lists each command and the exit codes', async (args) => {
  const { code, stdout, stderr } = await runCommand(args);
  expect({ code, stderr }).toEqual({ code: ExitCode.YES, stderr: '' });
  for (const name of Object.keys(COMMANDS)) expect(stdout).toMatch(new RegExp(`^ {2}${name} +[A-Z]`, 'm'));
  expect(stdout).toContain("  3  can't tell from what was given");
});

describe.each(Object.entries(COMMANDS))('%s', (name, load) => {
  test('is called what the table calls it', () => expect(load().command.name).toBe(name));

  test.each([
    [['help', name]],
    [[name, '--help']],
    [[name, '--nonsense', '-h']],
  ])('%j prints its usage', async (args) => {
    expect(await runCommand(args)).toEqual({
      code: ExitCode.YES,
      stdout: load().command.usage,
      stderr: '',
    });
  });

  test('refuses an option that it does not know', async () => {
    expect(await runCommand([name, '--nonsense'])).toEqual({
      code: ExitCode.MISUSE,
      stdout: '',
      stderr: `error: Unknown option '--nonsense'.\n\nSee: cdk-python-artifact-pipeline ${name} --help\n`,
    });
  });
});

test.each([['nonsense'], ['toString'], ['help', 'nonsense']])('refuses %s %s', async (...args) => {
  const { code, stdout, stderr } = await runCommand(args);
  expect({ code, stdout }).toEqual({ code: ExitCode.MISUSE, stdout: '' });
  expect(stderr).toBe(
    `error: there is no command "${args.at(-1)}". There are: ${Object.keys(COMMANDS).join(', ')}, help, version.\n`,
  );
});

test.each([['version'], ['--version'], ['-v']])('%s is the version of the package', async (arg) => {
  const { version } = require('../package.json');
  expect(await runCommand([arg])).toEqual({ code: ExitCode.YES, stdout: `${version}\n`, stderr: '' });
});
