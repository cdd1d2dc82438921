import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientCase } from './cases';
import { generatedPart, writePage } from './page';

const usage = { install: 'pip install $PACKAGES', python: 'python', start: '' };
const old = { name: 'pip', version: '1', ...usage };
const young = { name: 'pip', version: '2', ...usage };
const login = { name: 'pip', version: '2', through: 'AWS CLI 1', ...usage, credentials: 'aws login' };
const twine = { name: 'twine', version: '7', start: '', publish: 'twine upload' };

const outcome = (row: ClientCase['row'], column: ClientCase['column'], passed = true) => ({
  case: { row, column, says: '', because: '', expect: 'allowed' as const, run: async () => {} },
  passed,
  got: '',
  seconds: 0,
  requests: [],
});
const results = [
  ...[old, young, login].flatMap((row) =>
    (['installs', 'outsider', 'look-alike'] as const).map((column) =>
      outcome(row, column, !(row === young && column === 'look-alike')),
    ),
  ),
  outcome(twine, 'publishes'),
  outcome(twine, 'reader'),
];
const rows = { token: [old, young], login: [login], keyring: [], publishers: [twine] };

describe('the generated part', () => {
  const part = generatedPart(rows, results);

  it('has a line for each client, and says what fails', () => {
    expect(part).toContain('| pip | 1 | installs both | refused | not taken |\n');
    expect(part).toContain('| pip | 2 | installs both | refused | **fails** |\n');
    expect(part).toContain('| pip | 2 | AWS CLI 1 | installs both | refused | not taken |\n');
    expect(part).toContain('| twine | 7 | publishes | refused |\n');
  });

  it('shows once what is done the same, as it was run', () => {
    expect(part).toContain('pip 1, pip 2:\n\n```bash\npip install $PACKAGES\n```\n');
    expect(part).toContain('pip 2:\n\n```bash\naws login\npip install $PACKAGES\n```\n');
  });

  it('is none where a case was not played', () => {
    expect(() => generatedPart(rows, results.slice(1))).toThrow('no case is about installs of {"name":"pip"');
  });
});

it('stands between its marks, and where one is lost the page stays as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const page = join(folder, 'page.md');
  const marks = ['<!-- Made by npm run rehearse:clients. -->', '<!-- The end of what it makes. -->'];
  writeFileSync(page, `before\n${marks.join('\nold\n')}\nafter\n`);
  writePage(page, 'new');
  writePage(page, 'newer');
  expect(readFileSync(page, 'utf8')).toBe(`before\n${marks.join('\n\nnewer\n\n')}\nafter\n`);
  writeFileSync(page, `before\n${marks[0]}\nafter\n`);
  expect(() => writePage(page, 'new')).toThrow('has lost the marks');
  expect(readFileSync(page, 'utf8')).toBe(`before\n${marks[0]}\nafter\n`);
  rmSync(folder, { recursive: true });
});
