import { createHash } from 'node:crypto';
import { VERIFY_HASHES } from '../../../../src/workflow/jobs/scripts/hashes';
import { putFiles, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

const BUILT = { 'b-1.0.tar.gz': 'sdist', 'b-1.0-py3-none-any.whl': 'wheel', 'a b.whl': 'odd' };

/** What the verify job says of these files. */
function saidOf(files: Record<string, string>): string {
  const names = Object.keys(files).sort();
  return names.map((name) => `${createHash('sha256').update(files[name]).digest('hex')}  ${name}`).join('\n');
}

function verify(files: Record<string, string>, expected: string) {
  const folder = newFolder();
  putFiles(folder, files);
  return runScript(VERIFY_HASHES, folder, { EXPECTED: expected, LC_ALL: 'C' });
}

test('the same files pass', () => {
  expect(verify(BUILT, saidOf(BUILT))).toEqual({ status: 0, log: '' });
});

test.each([
  ['a changed file', { ...BUILT, 'b-1.0.tar.gz': 'other' }],
  ['a file too many', { ...BUILT, 'c.whl': 'other' }],
  ['a file too few', { 'b-1.0.tar.gz': 'sdist' }],
  [
    'a file under another name',
    { 'b-1.1.tar.gz': 'sdist', 'b-1.0-py3-none-any.whl': 'wheel', 'a b.whl': 'odd' },
  ],
])('%s fails, with both lists', (_, files) => {
  const { status, log } = verify(files, saidOf(BUILT));
  expect(status).toBe(1);
  expect(log).toContain(
    '::error title=Not what was verified::The downloaded files are not those that the verify job handed on.',
  );
  expect(log).toContain(`verified:\n${saidOf(BUILT)}\ndownloaded:\n${saidOf(files)}\n`);
});

test('no hashes fail, even for no files', () => {
  expect(verify(BUILT, '').status).toBe(1);
  expect(verify({}, '').status).not.toBe(0);
});
