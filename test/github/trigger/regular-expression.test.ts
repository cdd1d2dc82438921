import { PublishTrigger } from '../../../src';
import { patternOfRegExp } from '../../../src/github/trigger/regular-expression';
import { expectRefusal } from '../../support/refusals';

test.each([
  ['^v\\d+\\.\\d+\\.\\d+$', 'v*.*.*'],
  ['v[0-9]+.[0-9]+.[0-9]+', 'v*.*.*'],
  ['^v(\\d+)\\.(\\d+)$', 'v*.*'],
  ['^sdk-v.+$', 'sdk-v*'],
  ['release-\\d{4}\\.\\d{2}', 'release-*.*'],
  ['^v\\d+(?:\\.\\d+)$', 'v*.*'],
  ['orders\\-v\\d', 'orders-v*'],
])('%j is meant as %j', (text, pattern) => {
  expect(patternOfRegExp(text)).toBe(pattern);
});

test.each([
  'v*.*.*',
  'sdk-v*',
  '2024.*',
  'v1.2.3',
  '^v(1|2)$',
  '^(?!rc)v\\d+$',
  '^v\\d+\\s$',
  `^${'v'.repeat(300)}$`,
])('%j is no regular expression, or one that no pattern says', (text) => {
  expect(patternOfRegExp(text)).toBeUndefined();
});

test('a tag given as a regular expression is refused with the pattern to write', () => {
  expectRefusal(
    () => PublishTrigger.tags('^v\\d+\\.\\d+\\.\\d+$'),
    'PublishTrigger.tags "^v\\\\d+\\\\.\\\\d+\\\\.\\\\d+$" is a regular expression, which neither GitHub nor IAM reads as one.',
    "Allowed: the name of a tag, in which '*' stands for any characters, as in 'v*.*.*'.",
    "Write instead: 'v*.*.*'.",
    'See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet',
  );
});

test.each([
  '^v\\d+\\.\\d+\\.\\d+$',
  '^sdk-v.+$',
  'v[0-9]+\\.[0-9]+',
])('what is advised for %j is taken', (text) => {
  const pattern = patternOfRegExp(text) as string;
  expect(() => PublishTrigger.tags(pattern)).not.toThrow();
});
