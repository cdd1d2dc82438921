import { ANY_TAG, mergeTags, readableTags } from '../../../src/github/trigger/releases';
import { tokenText } from '../../support/tokens';

test.each([
  ['v*.*.*', 'all', 'all ^v*.*.*'],
  ['*-v*', 'final', 'final *-^v*'],
  ['orders@1.*', 'pre', 'pre orders@^1.*'],
] as const)('%s for %s releases is read as %s', (pattern, releases, text) => {
  expect(readableTags({ pattern, releases })).toBe(text);
});

test('a pattern that only deployment knows is no error, since no workflow file can have it', () => {
  const token = tokenText();
  expect(readableTags({ pattern: token, releases: 'all' })).toBe(`all ^${token}`);
});

test('a pattern twice is there once, and means what either means', () => {
  const tags = (['final', 'final', 'pre'] as const).map((releases) => ({ pattern: 'v*', releases }));
  expect(mergeTags(tags.slice(0, 2))).toEqual([{ pattern: 'v*', releases: 'final' }]);
  expect(mergeTags(tags)).toEqual([{ pattern: 'v*', releases: 'all' }]);
  expect(mergeTags([...tags, { pattern: 'a-*', releases: 'pre' }]).map(({ pattern }) => pattern)).toEqual([
    'v*',
    'a-*',
  ]);
});

test('where nothing is said of tags, a version is a whole tag or stands after each of the separators', () => {
  expect(ANY_TAG).toEqual(['all ^**', 'all **-^**', 'all **_^**', 'all **/^**', 'all **@^**', 'all **==^**']);
});
