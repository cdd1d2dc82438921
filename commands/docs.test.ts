import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode } from './command';
import { EXIT_CODES } from './exit-codes';
import { COMMANDS } from './table';
import { assemblyOfPipeline, claimsOf } from './testing/pipeline';
import { runCommand } from './testing/run';

const PAGE = join(__dirname, '..', 'docs', 'commands.md');
const APP = assemblyOfPipeline();

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const rows = (titles: string[], ...lines: string[][]) =>
  [row(...titles), row(...titles.map(() => '---')), ...lines.map((cells) => row(...cells))].join('\n');
const block = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

async function example(shown: string, args: string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await runCommand([...args, '--app', APP], { input });
  expect(stderr).toBe('');
  return `\`\`\`console\n$ npx cdk-python-artifact-pipeline ${shown}\n${stdout}$ echo $?\n${code}\n\`\`\``;
}

/** What stands between the marks of the page, by their names. */
async function parts(): Promise<Record<string, string>> {
  const commands = Object.values(COMMANDS).map((load) => load().command);
  const usages = commands.map(({ name, usage }) => [`usage ${name}`, block(usage)]);
  const install = '--principal arn:aws:iam::222222222222:role/developer --organization o-a1b2c3d4e5';
  return {
    commands: rows(
      ['command', 'what it does'],
      ...commands.map(({ name, summary }) => [`[\`${name}\`](#${name})`, summary]),
    ),
    'exit-codes': rows(
      ['code', 'what it says'],
      ...Object.entries(EXIT_CODES).map(([code, says]) => [code, says]),
    ),
    ...Object.fromEntries(usages),
    'example refused': await example(
      'explain publish --claims claims.json',
      ['explain', 'publish', '--claims', '-'],
      JSON.stringify(claimsOf({ ref: 'refs/heads/main' })),
    ),
    'example install': await example(`explain install ${install}`, [
      'explain',
      'install',
      ...install.split(' '),
    ]),
  };
}

test('docs/commands.md has what the commands say; `npm run docs:commands` writes it', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const said = await parts();
  const marks = [...page.matchAll(/<!-- begin (.+?) -->/g)].map(([, name]) => name);
  expect(marks.sort()).toEqual(Object.keys(said).sort());
  const expected = page.replaceAll(
    /<!-- begin (.+?) -->\n[\s\S]*?<!-- end \1 -->/g,
    (_all, name: string) => `<!-- begin ${name} -->\n${said[name]}\n<!-- end ${name} -->`,
  );
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, expected);
  else expect(page).toBe(expected);
});

test('each exit code has its meaning', () => {
  const codes = Object.values(ExitCode).filter((code) => typeof code === 'number');
  expect(Object.keys(EXIT_CODES).map(Number)).toEqual(codes);
});
