import { differencesOf } from './differences';

const BEFORE = { Resources: { Domain: { Tags: [], Names: ['a', 'b'], Size: 1 } } };

test.each([
  ['the same', BEFORE, []],
  ['another order of keys', { Resources: { Domain: { Size: 1, Names: ['a', 'b'], Tags: [] } } }, []],
  [
    'another value',
    { Resources: { Domain: { Tags: [], Names: ['a', 'c'], Size: '1' } } },
    ['Resources.Domain.Names.1: "b" became "c"', 'Resources.Domain.Size: 1 became "1"'],
  ],
  [
    'more and less',
    { Resources: { Domain: { Names: ['a'], Size: 1, Url: null } } },
    [
      'Resources.Domain.Tags: [] became nothing',
      'Resources.Domain.Names.1: "b" became nothing',
      'Resources.Domain.Url: nothing became null',
    ],
  ],
])('%s', (_what, after, expected) => {
  expect(differencesOf(BEFORE, after)).toEqual(expected);
});
