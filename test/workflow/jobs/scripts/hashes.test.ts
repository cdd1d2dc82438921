import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HAND_ON_HASHES, VERIFY_HASHES } from '../../../../src/workflow/jobs/scripts/hashes';
import { putFiles, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

const BUILT = { 'b-1.0.tar.gz': 'sdist', 'b-1.0-py3-none-any.whl': 'wheel', 'a b.whl': 'odd' };

/** The output that a build of these files hands on, as GitHub would read it. */
function handedOn(files: Record<string, string>): string {
  const folder = newFolder();
  const output = join(newFolder(), 'output');
  putFiles(folder, files);
  expect(runScript(HAND_ON_HASHES, folder, { GITHUB_OUTPUT: output, LC_ALL: 'C' })).toEqual({
    status: 0,
    log: '',
  });
  const [, value] =
    /^sha256<<END_OF_HASHES\n([\s\S]*)\nEND_OF_HASHES\n$/.exec(readFileSync(output, 'utf8')) ?? [];
  return value;
}

function verify(files: Record<string, string>, expected: string) {
  const folder = newFolder();
  putFiles(folder, files);
  return runScript(VERIFY_HASHES, folder, { EXPECTED: expected, LC_ALL: 'C' });
}

test('one line for each file, in the order of the bytes of their names', () => {
  expect(
    handedOn(BUILT)
      .split('\n')
      .map((line) => line.slice(66)),
  ).toEqual(['a b.whl', 'b-1.0-py3-none-any.whl', 'b-1.0.tar.gz']);
  expect(handedOn({ a: 'x' })).toMatch(/^[0-9a-f]{64} {2}a$/);
});

test('the same files pass', () => {
  expect(verify(BUILT, handedOn(BUILT))).toEqual({ status: 0, log: '' });
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
  const { status, log } = verify(files, handedOn(BUILT));
  expect(status).toBe(1);
  expect(log).toContain(
    '::error title=Not what was built::The downloaded files are not those that the build job handed on.',
  );
  expect(log).toContain(`built:\n${handedOn(BUILT)}\ndownloaded:\n${handedOn(files)}\n`);
});

test('no hashes fail, even for no files', () => {
  expect(verify(BUILT, '').status).toBe(1);
  expect(verify({}, '').status).not.toBe(0);
});

test('nothing built fails', () => {
  expect(runScript(HAND_ON_HASHES, newFolder(), { GITHUB_OUTPUT: '/dev/null' }).status).not.toBe(0);
});

test('a folder among the files fails', () => {
  const folder = newFolder();
  putFiles(folder, { 'sub/a.whl': 'x' });
  expect(runScript(HAND_ON_HASHES, folder, { GITHUB_OUTPUT: '/dev/null' }).status).not.toBe(0);
});
