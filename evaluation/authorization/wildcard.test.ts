import * as fc from 'fast-check';
import { matchesArn, matchesText } from './wildcard';

describe('matchesText', () => {
  const piece = fc.constantFrom('a', 'b', '/', ':', '.', '*', '?', '+');

  it('agrees with the regular expression that says the same', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (pattern, text) => {
        const expression = pattern
          .map((c) => (c === '*' ? '[^]*' : c === '?' ? '[^]' : `\\${c}`.replace(/\\([ab])/, '$1')))
          .join('');
        expect(matchesText(pattern.join(''), text.join(''))).toBe(
          new RegExp(`^${expression}$`).test(text.join('')),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('does not explode on many stars', () => {
    expect(matchesText('*a'.repeat(40), `${'a'.repeat(4000)}b`)).toBe(false);
  });
});

describe('matchesArn', () => {
  const arn = 'arn:aws:codeartifact:eu-west-1:111111111111:package/acme/python/pypi//acme-orders';

  it.each([
    ['*', true],
    [arn, true],
    ['arn:aws:codeartifact:eu-west-1:111111111111:package/acme/python/*', true],
    ['arn:aws:codeartifact:eu-west-1:111111111111:package/acme/python/pypi//acme-*', true],
    ['arn:aws:codeartifact:eu-west-1:111111111111:package/acme/python/pypi/acme-*', false],
    ['arn:aws:codeartifact:eu-west-1:111111111111:package/acme/python', false],
    ['arn:aws:codeartifact:eu-west-1:*:package/acme/python/*', true],
    ['arn:aws:codeartifact:*:package/acme/python/pypi//acme-orders', false], // no star across the colons
  ])('%s -> %s', (pattern, expected) => {
    expect(matchesArn(pattern, arn)).toBe(expected);
  });
});
