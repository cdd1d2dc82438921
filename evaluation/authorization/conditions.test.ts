import { checkCondition, failingTest } from './conditions';

const holds = (condition: object, context: Record<string, string | undefined>) =>
  failingTest(checkCondition(condition, 'statement 1'), context) === undefined;

describe('condition operators', () => {
  it.each([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a*', 'ab', false], // a star is an ordinary character here
    ['StringEquals', 'A', 'a', false],
    ['StringEqualsIgnoreCase', 'A', 'a', true],
    ['StringLike', 'repo:acme/*', 'repo:acme/x:ref:refs/heads/main', true],
    ['StringLike', 'repo:acme/*', 'repo:acme-evil/x', false],
    ['StringNotEquals', 'a', 'a', false],
    ['StringNotEquals', 'a', 'b', true],
    ['StringNotLike', 'a*', 'ab', false],
    ['NumericLessThanEquals', '900', '900', true],
    ['NumericLessThanEquals', '900', '43200', false],
    ['NumericLessThan', '900', '900', false],
    ['NumericGreaterThan', '900', '43200', true],
    ['NumericGreaterThanEquals', '900', '899', false],
    ['NumericEquals', '900', '900.0', true],
    ['NumericLessThanEquals', '900', 'soon', false],
    ['Bool', 'true', 'True', true],
  ])('%s %s against %s -> %s', (operator, accepted, actual, expected) => {
    expect(holds({ [operator]: { key: accepted } }, { key: actual })).toBe(expected);
  });

  it('takes any one of the values, and wants every key', () => {
    expect(holds({ StringEquals: { a: ['1', '2'] } }, { a: '2' })).toBe(true);
    expect(holds({ StringEquals: { a: '1', b: '1' } }, { a: '1', b: '2' })).toBe(false);
    expect(holds({ StringEquals: { a: '1' }, StringLike: { b: '*' } }, { a: '1', b: '' })).toBe(true);
  });

  it.each([
    ['StringEquals', false],
    ['StringLike', false],
    ['StringNotEquals', true],
    ['StringEqualsIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
  ])('%s of an absent key -> %s', (operator, expected) => {
    expect(holds({ [operator]: { key: 'a' } }, { key: undefined })).toBe(expected);
  });

  it('reads keys regardless of case', () => {
    expect(holds({ StringEquals: { 'AWS:principalorgid': 'o-1' } }, { 'aws:PrincipalOrgID': 'o-1' })).toBe(
      true,
    );
  });

  it('refuses what it does not know', () => {
    expect(() => checkCondition({ DateLessThan: { a: '1' } }, 'statement 1')).toThrow(
      'statement 1: condition operator DateLessThan is not known',
    );
    expect(() => checkCondition({ toString: { a: '1' } }, 'statement 1')).toThrow('toString is not known');
    expect(() => checkCondition({ StringEquals: { a: { Ref: 'X' } } }, 'statement 1')).toThrow(
      'no plain value',
    );
    expect(() => holds({ StringEquals: { 'aws:SourceVpc': 'v' } }, { key: 'a' })).toThrow(
      'condition key aws:SourceVpc is not known here',
    );
  });

  it('says which test failed and what it saw', () => {
    const condition = checkCondition({ StringEquals: { sub: ['a', 'b'] } }, 's');
    expect(failingTest(condition, { sub: 'c' })).toBe('StringEquals sub wants a or b, but it is c');
    expect(failingTest(condition, { sub: undefined })).toBe(
      'StringEquals sub wants a or b, but it is absent',
    );
  });
});
