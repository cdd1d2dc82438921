import { someOf } from './decide';
import { all, any, FALSE, type Formula, matches, not, textOf } from './formula';
import { like, literal } from './pattern';
import { simplified } from './simplify';

const KEYS = new Set(['id']);
const is = (...patterns: string[]) => matches('id', patterns.map(like));
const simple = (...of: Formula[]) => simplified(all(...of), KEYS);

test('what can not go with a value that is asked for falls away', () => {
  expect(textOf(simple(is('1'), not(any(all(is('2'), is('2*')), all(is('3'))))))).toBe(textOf(is('1')));
});

test('what a value that is asked for already meets is not asked again', () => {
  expect(textOf(simple(is('12*'), any(is('1*'), is('3'))))).toBe(textOf(is('12*')));
  expect(simple(is('12*'), not(any(is('1*'))))).toBe(FALSE);
});

test('patterns that only overlap are left to the search', () => {
  const formula = all(is('1*'), not(is('*1')));
  expect(textOf(simplified(formula, KEYS))).toBe(textOf(formula));
});

test('what is kept out keeps out itself as well', () => {
  const formula = all(not(is('1*')), any(is('12'), is('3')));
  expect(textOf(simplified(formula, KEYS))).toBe(textOf(all(not(is('1*')), is('3'))));
  expect(simple(is('12', '13*'), not(any(is('1*'), is('5'))))).toBe(FALSE);
});

test('a key that may have many values says nothing of another of its values', () => {
  const formula = all(matches('tag', [literal('a')]), matches('tag', [literal('b')]));
  expect(simplified(formula, KEYS)).toEqual(formula);
});

test('two values of a key that is not in the model are two things', () => {
  const script = { name: 'x', segments: [], lacks: () => false };
  const tag = (value: string) => matches('aws:principaltag/team', [literal(value)]);
  expect(someOf([script], all(tag('a'), not(tag('b')))).is).toBe('not decided');
  expect(someOf([script], all(tag('a'), not(tag('a')))).is).toBe('none');
});
