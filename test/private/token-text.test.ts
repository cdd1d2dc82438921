import * as fc from 'fast-check';
import { isLeftToTokens, isPlaceholder, literalsOf } from '../../src/private/token-text';
import { anyText } from '../support/inputs';
import { tokenText } from '../support/tokens';

describe('the literal parts of a text', () => {
  test('are all of it where it has no token', () => {
    fc.assert(fc.property(anyText, (text) => literalsOf(text) === text));
  });

  test('are what stands beside its tokens', () => {
    const token = tokenText();
    expect(literalsOf(token)).toBe('');
    expect(literalsOf(`a${token}b${token}`)).toBe('ab');
    expect(literalsOf(`a${token}b${token}`, '1')).toBe('a1b1');
  });
});

describe('a text is left to tokens', () => {
  test('only where it has one', () => {
    fc.assert(fc.property(anyText, (text) => !isLeftToTokens(text)));
  });

  test.each([
    ['', true],
    ['acme/', true],
    ['$', true],
    ['*', false],
    ['?', false],
    ['${aws:username}', false],
  ])('with %j beside it: %p', (literal, expected) => {
    expect(isLeftToTokens(`${literal}${tokenText()}`)).toBe(expected);
    expect(isLeftToTokens(`${tokenText()}${literal}`)).toBe(expected);
  });
});

test('a placeholder of a lookup is one wherever it stands in a text', () => {
  expect(isPlaceholder('dummy-value-for-/acme/domain')).toBe(true);
  expect(isPlaceholder('arn:aws:iam::111111111111:role/dummy-value-for-role')).toBe(true);
  expect(['acme', 'dummy', undefined, 1].some(isPlaceholder)).toBe(false);
});
