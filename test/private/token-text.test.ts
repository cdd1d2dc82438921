import { Stack, Token } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import {
  isKnownLater,
  isLeftToTokens,
  isPlaceholder,
  literalsOf,
  placeholderAsToken,
} from '../../src/private/token-text';
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

describe('what CDK gives until a value is looked up', () => {
  const placeholder = 'dummy-value-for-/acme/python_1.x-y';

  test('is known later, as a token is', () => {
    expect([placeholder, `a-${placeholder}`, tokenText()].map(isKnownLater)).toEqual([true, true, true]);
    expect(['acme', 'dummy', '', undefined, 1].map(isKnownLater)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([placeholder, tokenText()].map(isPlaceholder)).toEqual([true, false]);
  });

  test('is no literal part', () => {
    expect(literalsOf(`x*${placeholder}*`, 'token')).toBe('x*token*');
    expect(isLeftToTokens(placeholder)).toBe(true);
    expect(isLeftToTokens(`${placeholder}*`)).toBe(false);
  });

  test('becomes a token for who would refuse it', () => {
    expect(Token.isUnresolved(placeholderAsToken(placeholder))).toBe(true);
    expect(new Stack().resolve(placeholderAsToken(placeholder))).toBe(placeholder);
    expect(placeholderAsToken('acme')).toBe('acme');
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
