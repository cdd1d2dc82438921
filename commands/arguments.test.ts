import { commandOf, JSON_OPTION } from './arguments';
import { ExitCode, Misuse } from './command';
import { EXIT_CODES } from './exit-codes';

const given: unknown[] = [];
const command = commandOf({
  name: 'greet',
  summary: 'Greet somebody',
  operands: [{ name: 'NAME', description: 'Who it is' }],
  options: {
    json: JSON_OPTION,
    file: { type: 'string', value: 'FILE', short: 'f', description: 'A file', default: 'a.txt' },
    tag: { type: 'string', multiple: true, description: 'A tag' },
  },
  examples: ['greet jane'],
  notes: 'It greets once.',
  run: async (values, operands) => {
    given.push({ ...values, operands });
    return ExitCode.YES;
  },
});
const context = {
  cwd: '/',
  env: {},
  color: false,
  stdout: () => {},
  stderr: () => {},
  stdin: async () => '',
};

test('the usage is made of what the command takes', () => {
  expect(command.usage).toBe(`Greet somebody

Usage: cdk-python-artifact-pipeline greet NAME [options]

  NAME  Who it is

Options:
  --json           Print the answer as JSON
  -f, --file FILE  A file (default: a.txt)
  --tag TEXT       A tag
  -h, --help       Print this

Examples:
  npx cdk-python-artifact-pipeline greet jane

It greets once.

Exit codes:
${Object.entries(EXIT_CODES)
  .map(([code, meaning]) => `  ${code}  ${meaning}`)
  .join('\n')}
`);
});

test.each([
  [[], { json: false, file: 'a.txt', tag: [], operands: [] }],
  [
    ['jane', '--json', '-f', 'b', '--tag=x', '--tag', 'y'],
    { json: true, file: 'b', tag: ['x', 'y'], operands: ['jane'] },
  ],
  [['--', '--json'], { json: false, file: 'a.txt', tag: [], operands: ['--json'] }],
])('%j', async (args, expected) => {
  await command.run(args, context);
  expect(given.pop()).toEqual(expected);
});

test.each([
  [['--nobody'], "Unknown option '--nobody'."],
  [['--file'], "Option '-f, --file <value>' argument missing."],
  [['--json=yes'], "Option '--json' does not take an argument."],
  [['--file', '--json'], "Option '--file' argument is ambiguous."],
])('refuses %j', async (args, message) => {
  const error = await command.run(args, context).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Misuse);
  expect(error.message.split('\n')[0]).toBe(message);
});
