import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AWS_CLI } from '../../tools/python/environment';

interface Model {
  readonly operations: Record<string, { readonly input: { readonly shape: string } }>;
  readonly shapes: Record<
    string,
    { readonly required?: string[]; readonly members?: Record<string, unknown> }
  >;
}

const GLOBAL = ['region', 'profile', 'query', 'output', 'endpoint-url'];
/** `login` is of the CLI and of no API. */
const LOGIN = [
  'tool',
  'domain',
  'domain-owner',
  'namespace',
  'duration-seconds',
  'repository',
  'endpoint-type',
  'dry-run',
];

const kebab = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** What the locked CLI takes, by command. */
function knownCommands(): Map<string, { options: string[]; required: string[] }> {
  const aws = AWS_CLI.program('aws');
  const libraries = join(aws, '..', '..', 'lib');
  const python = readdirSync(libraries).find((name) => name.startsWith('python3')) ?? '';
  const api = join(libraries, python, 'site-packages', 'awscli', 'botocore', 'data', 'codeartifact');
  const file = join(api, '2018-09-22', 'service-2.json');
  const { operations, shapes }: Model = JSON.parse(readFileSync(file, 'utf8'));
  const commands = Object.entries(operations).map(([name, { input }]) => {
    const { members = {}, required = [] } = shapes[input.shape];
    return [
      kebab(name),
      { options: Object.keys(members).map(kebab), required: required.map(kebab) },
    ] as const;
  });
  return new Map([...commands, ['login', { options: LOGIN, required: ['tool', 'domain', 'repository'] }]]);
}

/** The commands of a page, each in a line, with what is written out in full marked. */
function commandsIn(page: string): { command: string; isWhole: boolean }[] {
  const text = readFileSync(page, 'utf8').replaceAll(/\\\n\s*/g, '');
  return [...text.matchAll(/aws codeartifact [a-z][^\n`)|]*/g)].map(([command]) => ({
    command,
    isWhole: / --domain /.test(command),
  }));
}

const KNOWN = knownCommands();

function problemsOf({ command, isWhole }: { command: string; isWhole: boolean }): string[] {
  const name = /^aws codeartifact ([\w-]+)/.exec(command)?.[1] ?? '';
  const known = KNOWN.get(name);
  if (!known) return [`no command ${name}`];
  const given = [...command.matchAll(/ --([a-z][a-z-]*)/g)].map(([, option]) => option);
  return [
    ...given.filter((one) => ![...known.options, ...GLOBAL].includes(one)).map((one) => `no option --${one}`),
    ...(isWhole
      ? known.required.filter((one) => !given.includes(one)).map((one) => `--${one} is missing`)
      : []),
  ];
}

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const COMMANDS = PAGES.flatMap((page) => commandsIn(page).map((found) => ({ page, ...found })));

test('there are commands on the pages', () => {
  expect(COMMANDS.filter(({ isWhole }) => isWhole).length).toBeGreaterThan(8);
});

test.each(COMMANDS)('$page: the AWS CLI takes $command', (found) => {
  expect(problemsOf(found)).toEqual([]);
});

test.each([
  ['aws codeartifact list-package --domain acme', ['no command list-package']],
  [
    'aws codeartifact list-packages --domain acme --prefix a',
    ['no option --prefix', '--repository is missing'],
  ],
])('what it does not take is found: %s', (command, problems) => {
  expect(problemsOf({ command, isWhole: true })).toEqual(problems);
});
