import fc from 'fast-check';
import { matchesArn, matchesText } from '../../../evaluation/authorization';
import { difference, someOf } from './decide';
import { isValueOf, REF_NAME, TEXT, word } from './field';
import { all, any, type Formula, matches, not, present, unknown } from './formula';
import { arnLike, like, literal } from './pattern';
import type { Script } from './script';

const letters = word(['a', 'b', ':'], ['a', 'b', ':'], 0, 5);
const one: Script = {
  name: 'texts',
  segments: [
    { name: 'text', field: letters, sample: '', to: ['key', { key: 'twice', write: (c) => c + c }] },
  ],
  lacks: (key) => key === 'gone',
};
const ALL = ['', 'a', 'b', ':'].concat(...[2, 3, 4, 5].map((n) => combinations(n)));
function combinations(length: number): string[] {
  return length === 0
    ? ['']
    : combinations(length - 1).flatMap((text) => ['a', 'b', ':'].map((char) => text + char));
}

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 4 });
const key = fc.constantFrom('key', 'twice');
const formula: fc.Arbitrary<{ formula: Formula; holds: (text: string) => boolean }> = fc.letrec<{
  any: { formula: Formula; holds: (text: string) => boolean };
}>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(key, fc.array(pattern, { minLength: 1, maxLength: 3 })).map(([name, patterns]) => ({
      formula: matches(name, patterns.map(like)),
      holds: (text: string) =>
        patterns.some((p) => matchesText(p, name === 'key' ? text : [...text].map((c) => c + c).join(''))),
    })),
    fc.array(tie('any'), { maxLength: 3 }).map((of) => ({
      formula: all(...of.map((o) => o.formula)),
      holds: (text: string) => of.every((o) => o.holds(text)),
    })),
    fc.array(tie('any'), { maxLength: 3 }).map((of) => ({
      formula: any(...of.map((o) => o.formula)),
      holds: (text: string) => of.some((o) => o.holds(text)),
    })),
    tie('any').map((of) => ({ formula: not(of.formula), holds: (text: string) => !of.holds(text) })),
  ),
})).any;

test('a search finds a shortest text, or that there is none, as trying all of them does', () => {
  fc.assert(
    fc.property(formula, ({ formula: asked, holds }) => {
      const shortest = ALL.filter(holds)
        .map((text) => text.length)
        .sort((a, b) => a - b)[0];
      const answer = someOf([one], asked);
      if (shortest === undefined) expect(answer).toEqual({ is: 'none' });
      else {
        const { text } =
          answer.is === 'some' ? (answer.example.parts as { text: string }) : { text: undefined };
        expect(text).toHaveLength(shortest);
        expect(holds(text as string)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a wildcard stays within its part of an ARN, as the evaluator has it', () => {
  const resource = fc.string({ unit: fc.constantFrom('a', '/', ':', '*', '?'), maxLength: 6 });
  const arns = combinationsOf('a:/', 3).map((end) => `arn:aws:s:r:1:${end}`);
  fc.assert(
    fc.property(fc.constantFrom('arn:aws:*:', 'arn:aws:s:r:', 'arn:*', ''), resource, (start, end) => {
      const text = start + end;
      const read = arnLike(text);
      for (const arn of arns) {
        const script: Script = { name: 'arn', segments: [{ text: arn, to: ['arn'] }], lacks: () => false };
        const found = someOf([script], matches('arn', read ? [read] : [])).is === 'some';
        expect([text, arn, found]).toEqual([text, arn, matchesArn(text, arn)]);
      }
    }),
    { numRuns: 100 },
  );
});
function combinationsOf(chars: string, length: number): string[] {
  return length === 0
    ? ['']
    : combinationsOf(chars, length - 1).flatMap((text) => ['', ...chars].map((char) => text + char));
}

describe('explosions of a complement', () => {
  const text: Script = {
    name: 'text',
    segments: [{ name: 'text', field: TEXT, sample: 'x', to: ['key'] }],
    lacks: () => false,
  };
  const of = (patterns: string[]) => matches('key', patterns.map(like));
  const letter = [...'abcdefghijklmn'];

  test('14 patterns of the shape *x*: what is in none of them, and what is in all', () => {
    const none = difference([text], of(['*']), of(letter.map((c) => `*${c}*`)));
    expect(none).toMatchObject({ is: 'some', example: { parts: { text: 'x' } } });
    const every = someOf([text], all(...letter.map((c) => of([`*${c}*`]))));
    expect(every).toMatchObject({ is: 'some' });
    expect([...(every.is === 'some' ? String(every.example.parts.text) : '')].sort().join('')).toBe(
      letter.join(''),
    );
  });

  test('10,000 prefixes', () => {
    const prefixes = Array.from({ length: 10_000 }, (_, index) => `repository-${index}/*`);
    expect(difference([text], of([...prefixes, 'repository-10000/*']), of(prefixes))).toMatchObject({
      example: { parts: { text: 'repository-10000/' } },
    });
    expect(difference([text], of(prefixes), of(['repository-*/*']))).toEqual({ is: 'none' });
  });

  test('beyond the bound it is not decided, and says so', () => {
    const far = difference([text], of([`*a*${'?'.repeat(18)}`]), of([`*b*${'?'.repeat(18)}`]), {
      limit: 500,
    });
    expect(difference([text], of(['*aaaaaaaa']), of(['*a']), { limit: 5 })).toEqual({
      is: 'not decided',
      reasons: ['more than 5 states to look at'],
    });
    expect(far.is).not.toBe('none');
  });
});

describe('what is unknown', () => {
  const u = unknown('nobody knows');
  test('is never a yes, nor a no', () => {
    expect(someOf([one], u)).toMatchObject({ is: 'not decided', reasons: ['nobody knows'] });
    expect(someOf([one], all(u, matches('key', [literal('abababab')])))).toEqual({ is: 'none' });
    expect(someOf([one], any(u, matches('key', [literal('a')])))).toMatchObject({
      is: 'some',
      example: { parts: { text: 'a' } },
    });
    expect(difference([one], matches('key', [like('*')]), u)).toMatchObject({ is: 'not decided' });
  });
  test('makes no difference where it is the same on both sides', () => {
    const before = all(u, matches('key', [like('a*')]));
    expect(difference([one], before, all(matches('key', [like('a*'), like('b*')]), u))).toEqual({
      is: 'none',
    });
  });
  test('is a key that the model has no word for; one that requests lack is absent', () => {
    expect(someOf([one], matches('aws:principaltag/team', [like('*')]))).toMatchObject({
      is: 'not decided',
      reasons: ['the condition key aws:principaltag/team is not in the model, nor whether it is *'],
    });
    expect(someOf([one], matches('gone', [like('*')]))).toEqual({ is: 'none' });
    expect(someOf([one], present('gone'))).toEqual({ is: 'none' });
  });
});

test('usual values are preferred, and never decide', () => {
  const usual = { text: ['b', 'bb'] };
  expect(someOf([one], matches('key', [like('?*')]), { usual })).toMatchObject({
    example: { parts: { text: 'b' } },
  });
  expect(someOf([one], matches('key', [like('c*')]), { usual: { text: ['c'] } })).toEqual({ is: 'none' });
  expect(someOf([one], matches('key', [literal('aba')]), { usual })).toMatchObject({
    example: { parts: { text: 'aba' } },
  });
});

describe('what a part can be', () => {
  test.each(['v1.0', 'a/b', 'lock', 'x.loc', 'a.lock.b', 'feature/{x}', 'a@b'])('the ref %s', (name) => {
    expect(isValueOf(REF_NAME, name)).toBe(true);
  });
  test.each([
    '',
    '.a',
    'a.',
    'a..b',
    'a/',
    '/a',
    'a//b',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'a@{b',
    'a b',
    'a*',
    'a:b',
  ])('no ref: %s', (name) => {
    expect(isValueOf(REF_NAME, name)).toBe(false);
  });
});
