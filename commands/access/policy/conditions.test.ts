import fc from 'fast-check';
import { readPolicy } from '../../../evaluation/authorization';
import { failingTest } from '../../../evaluation/authorization/conditions';
import { reasonsIn } from '../language/formula';
import { holdsFor } from '../language/holds';
import { conditionsOf, OPEN } from './conditions';

const holds = (condition: object, values: Record<string, string>) =>
  holdsFor(conditionsOf(condition, 'it'), values);

const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'Bool',
];
const NUMERIC = [
  'NumericEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
];
const qualified = fc
  .tuple(
    fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:'),
    fc.constantFrom(...OPERATORS),
    fc.constantFrom('', 'IfExists'),
  )
  .map((parts) => parts.join(''));
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '*', '?', ':'), maxLength: 4 });

/** As the evaluator of single requests has it, which asks nothing of this. */
function evaluated(Condition: object, value: string | undefined): boolean {
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '*' }, Condition };
  const { statements } = readPolicy('it', { Version: '2012-10-17', Statement: [statement] });
  return failingTest(statements[0]?.condition ?? [], { 'aws:Key': value }) === undefined;
}

test('a condition holds for what it holds for, one by one', () => {
  fc.assert(
    fc.property(
      qualified,
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.option(text),
      (operator, accepted, value) => {
        const condition = { [operator]: { 'AWS:key': accepted } };
        const values: Record<string, string> = value === null ? {} : { 'aws:key': value };
        expect(holds(condition, values)).toBe(evaluated(condition, value ?? undefined));
      },
    ),
    { numRuns: 500 },
  );
});

test('a number is compared as a number', () => {
  const number = fc.integer({ min: 0, max: 1200 });
  fc.assert(
    fc.property(fc.constantFrom(...NUMERIC), number, number, (operator, limit, value) => {
      const condition = { [operator]: { 'aws:key': limit } };
      expect(holds(condition, { 'aws:key': String(value) })).toBe(evaluated(condition, String(value)));
    }),
    { numRuns: 400 },
  );
});

test('Null asks whether a key is there', () => {
  expect(holds({ Null: { 'aws:key': 'true' } }, {})).toBe(true);
  expect(holds({ Null: { 'aws:key': true } }, { 'aws:key': '' })).toBe(false);
  expect(holds({ Null: { 'aws:key': 'false' } }, { 'aws:key': '' })).toBe(true);
});

test('all conditions have to hold, and any of the values of one', () => {
  const both = { StringEquals: { 'a:a': ['1', '2'], 'a:b': '3' } };
  expect(holds(both, { 'a:a': '2', 'a:b': '3' })).toBe(true);
  expect(holds(both, { 'a:a': '2' })).toBe(false);
});

test.each([
  ['a policy variable', { StringEquals: { 'a:a': '${aws:PrincipalTag/team}' } }, 'is a policy variable'],
  [
    'an operator on addresses',
    { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    'the operator is not in the model',
  ],
  [
    'an operator on dates',
    { DateLessThan: { 'aws:CurrentTime': '2030-01-01' } },
    'the operator is not in the model',
  ],
  [
    'what only deployment knows',
    { StringEquals: { 'a:a': `${OPEN}parameter P${OPEN}` } },
    'parameter P is known only at deployment',
  ],
  [
    'a key that only deployment knows',
    { StringEquals: { [`${OPEN}parameter P${OPEN}:sub`]: 'x' } },
    'parameter P is known only',
  ],
  ['a value that is none', { StringEquals: { 'a:a': { Ref: 'X' } } }, 'is not plain'],
  ['a number with a sign', { NumericEquals: { 'a:a': '-1' } }, 'is no whole number'],
])('%s is not decided, with the reason', (_what, condition, reason) => {
  const formula = conditionsOf(condition, 'it');
  expect(reasonsIn(formula).join()).toContain(reason);
  expect(holdsFor(formula, {})).toBeUndefined();
});
