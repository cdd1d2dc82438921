import { isThere, run } from './language';
import { expectSame } from './synthesis';

const files = (...entries: [string, string][]) => new Map(entries);

test('the same files are the same', () => {
  expect(() => expectSame(files(['a', '1'], ['b', '2']), files(['b', '2'], ['a', '1']))).not.toThrow();
});

test.each([
  ['other bytes', files(['a', '1'], ['b', '2 '])],
  ['a file too few', files(['a', '1'])],
])('%s are found, and the file is named', (_, actual) => {
  expect(() => expectSame(actual, files(['a', '1'], ['b', '2']))).toThrow(
    'b is not what the app in TypeScript gives',
  );
});

test('a file too many is found', () => {
  expect(() => expectSame(files(['a', '1'], ['b', '2']), files(['a', '1']))).toThrow('b is not');
});

test('a program that fails is named with what it said', () => {
  expect(() => run(process.execPath, ['-e', 'console.error("no luck"); process.exit(3)'])).toThrow(/no luck/);
  expect(() => run('no-such-program', [])).toThrow(/no-such-program/);
});

test('whether a program is there', () => {
  expect(isThere(process.execPath, '--version')).toBe(true);
  expect(isThere('no-such-program')).toBe(false);
});
