import * as fc from 'fast-check';
import { haveInCommon } from '../../src/private/wildcards';

test.each([
  ['v*', 'v1.2.3', true],
  ['v*.*.*', 'v1.*', true],
  ['sdk-v*', '*-v1', true],
  ['a*b', '*c', false],
  ['a*', '*b', true],
  ['', '', true],
  ['', '*', true],
  ['', 'a', false],
  ['**', 'anything', true],
  ['orders-v*', 'billing-v*', false],
  ['refs/heads/main', 'refs/tags/*', false],
])('%j and %j have a text in common: %p', (one, other, expected) => {
  expect(haveInCommon(one, other)).toBe(expected);
  expect(haveInCommon(other, one)).toBe(expected);
});

const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 5 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 5 });
const regExp = (glob: string) => new RegExp(`^${glob.replaceAll('*', '.*')}$`);
const texts = Array.from({ length: 9 }, (_, length) => length).flatMap((length) =>
  Array.from({ length: 2 ** length }, (_, number) =>
    [...number.toString(2).padStart(length, '0')]
      .slice(0, length)
      .map((digit) => (digit === '0' ? 'a' : 'b'))
      .join(''),
  ),
);

test('two patterns have a text in common where there is one', () => {
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const matches = texts.some((candidate) => regExp(one).test(candidate) && regExp(other).test(candidate));
      expect(haveInCommon(one, other)).toBe(matches);
    }),
    { numRuns: 500 },
  );
});

test('a text has itself in common with what matches it', () => {
  fc.assert(
    fc.property(pattern, text, (glob, given) => haveInCommon(glob, given) === regExp(glob).test(given)),
  );
});

test('long patterns are compared at once', () => {
  const started = performance.now();
  expect(haveInCommon('*a'.repeat(100), `${'*b'.repeat(100)}c`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(100);
});
