import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage, snippetsOf } from '../support/page';

/** Without what a formatter may change. */
const squeezed = (text: string) => text.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, '');

const COMPILED = squeezed(readFileSync(join(__dirname, 'snippets.ts'), 'utf8'));

test.each(
  ['install.md', 'readers.md'].flatMap((page) => snippetsOf(readPage(page)).map((text) => [page, text])),
)('the compiler reads what %s shows: %j', (_page, snippet) => {
  expect(COMPILED).toContain(squeezed(snippet));
});

test('what it does not read is found', () => {
  expect(COMPILED).not.toContain(squeezed("pipeline.addReader('X', { repositories: [], enviroments: [] });"));
});
