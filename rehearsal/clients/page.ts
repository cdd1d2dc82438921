import { readFileSync, writeFileSync } from 'node:fs';
import type { Outcome } from '../cases';
import type { ClientCase } from './cases';
import type { Client, Publisher, Usage } from './client';

const BEGIN = '<!-- Made by npm run rehearse:clients. -->';
const END = '<!-- The end of what it makes. -->';

type Result = Outcome & { readonly case: ClientCase };

const WORDS = {
  installs: 'installs both',
  outsider: 'refused',
  'look-alike': 'not taken',
  publishes: 'publishes',
  reader: 'refused',
} as const;

function table(
  columns: Readonly<Partial<Record<ClientCase['column'], string>>>,
  rows: readonly ClientCase['row'][],
  results: readonly Result[],
): string {
  const keys = Object.keys(columns) as ClientCase['column'][];
  const cell = (row: object, column: ClientCase['column']) => {
    const found = results.find((one) => one.case.row === row && one.case.column === column);
    if (!found) throw new Error(`no case is about ${column} of ${JSON.stringify(row)}`);
    return found.passed ? WORDS[column] : '**fails**';
  };
  const through = rows.some((row) => row.through);
  const line = (cells: readonly (string | undefined)[]) => `| ${cells.join(' | ')} |`;
  const head = ['client', 'version', ...(through ? ['token from'] : []), ...Object.values(columns)];
  return [
    line(head),
    `|${'---|'.repeat(head.length)}`,
    ...rows.map((row) => {
      const names = [row.name, row.version, ...(through ? [row.through] : [])];
      return line([...names, ...keys.map((column) => cell(row, column))]);
    }),
  ].join('\n');
}

const bash = (...lines: readonly (string | undefined)[]) =>
  ['```bash', ...lines.filter(Boolean), '```'].join('\n');

const usages = (clients: readonly Client[]) =>
  unique(clients, ({ credentials, index, install }: Usage) => bash(credentials, index, install));

/** What is done the same at both versions is shown once. */
function unique<T extends Pick<Client, 'name' | 'version' | 'through'>>(
  all: readonly T[],
  text: (one: T) => string,
): string {
  const titles = new Map<string, string[]>();
  for (const one of all) {
    const title = [one.name, one.version].join(' ');
    titles.set(text(one), [...(titles.get(text(one)) ?? []), title]);
  }
  return [...titles].map(([shown, names]) => `${[...new Set(names)].join(', ')}:\n\n${shown}`).join('\n\n');
}

export interface Rows {
  readonly token: readonly Client[];
  readonly login: readonly Client[];
  readonly keyring: readonly Client[];
  readonly publishers: readonly Publisher[];
}

/** The tables, and the bash that the cases ran. */
export function generatedPart(rows: Rows, results: readonly Result[]): string {
  const reading = {
    installs: 'an internal and a public package',
    outsider: 'another organization',
    'look-alike': 'public look-alike',
  };
  const writing = { publishes: 'the publish role', reader: 'a reader of the organization' };
  return [
    '## With a token in a variable',
    table(reading, rows.token, results),
    usages(rows.token),
    '## With aws codeartifact login',
    table(reading, rows.login, results),
    usages(rows.login),
    '## With a keyring',
    table(reading, rows.keyring, results),
    usages(rows.keyring),
    '## Publishing',
    table(writing, rows.publishers, results),
    unique(rows.publishers, ({ publish }) => bash(publish)),
  ].join('\n\n');
}

/** Puts the generated part into the page, between its marks. */
export function writePage(path: string, part: string): void {
  const text = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = text.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`${path} has lost the marks ${BEGIN} and ${END}`);
  writeFileSync(path, `${before}${BEGIN}\n\n${part}\n\n${END}${after}`);
}
