import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionsOf } from './options';
import { optionsPage } from './options-page';

const PAGE = join(__dirname, '..', '..', 'docs', 'workflow-options.md');

test('docs/workflow-options.md tells the options as they are; `npm run docs:options` writes it anew', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, optionsPage());
  expect(existsSync(PAGE)).toBe(true);
  expect(readFileSync(PAGE, 'utf8')).toBe(optionsPage());
});

const OPTIONS = optionsOf('PublishWorkflowProps');

test('no option is there twice, and those of each interface are there', () => {
  const names = OPTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of [
    'lfs',
    'pythonVersion',
    'uploader',
    'runner',
    'fileName',
    'publishOn',
    'extraSteps.afterPublish',
  ]) {
    expect(names).toContain(name);
  }
});

test.each(OPTIONS)('$name says what it is, and its default where there is one', ({ text, byDefault }) => {
  expect(text).toMatch(/^[A-Z].*\.$/);
  expect(byDefault).not.toBe('');
});
