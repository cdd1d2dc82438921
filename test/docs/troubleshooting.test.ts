import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { troubleshootingPage } from './troubleshooting';

const PAGE = join(__dirname, '..', '..', 'docs', 'troubleshooting.md');

test('docs/troubleshooting.md says what a run says; `npm run docs:options` writes it anew', () => {
  const page = readFileSync(PAGE, 'utf8');
  const anew = troubleshootingPage(page);
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, anew);
  else expect(page).toBe(anew);
});
