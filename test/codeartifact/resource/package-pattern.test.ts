import { CfnParameter } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { PackagePattern } from '../../../src/codeartifact/resource/package-pattern';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';

function parse(text: string): PackagePattern {
  return PackagePattern.parse(newStack(), 'packages', text);
}

describe('a package pattern', () => {
  test.each([
    ['orders-sdk', 'orders-sdk', '/pypi//orders-sdk$'],
    ['Orders_SDK', 'orders-sdk', '/pypi//orders-sdk$'],
    ['acme.core', 'acme-core', '/pypi//acme-core$'],
    ['acme-._core', 'acme-core', '/pypi//acme-core$'],
    ['a', 'a', '/pypi//a$'],
    ['3to2', '3to2', '/pypi//3to2$'],
    ['acme-*', 'acme-*', '/pypi//acme-*'],
    ['ACME_*', 'acme-*', '/pypi//acme-*'],
    ['acme.--*', 'acme-*', '/pypi//acme-*'],
  ])('%p is the ARN name %p and the group %p', (text, arnName, packageGroup) => {
    const pattern = parse(text);
    expect(pattern.arnName).toBe(arnName);
    expect(pattern.packageGroup).toBe(packageGroup);
  });

  test('may be a name or prefix that only deployment knows', () => {
    const stack = newStack();
    const name = new CfnParameter(stack, 'Name').valueAsString;
    const render = (text: string) => {
      const { arnName, packageGroup } = PackagePattern.parse(stack, 'packages', text);
      return [arnName.replace(name, 'NAME'), packageGroup.replace(name, 'NAME')];
    };
    expect(render(name)).toEqual(['NAME', '/pypi//NAME$']);
    expect(render(`acme-${name}`)).toEqual(['acme-NAME', '/pypi//acme-NAME$']);
    expect(render(`${name}-*`)).toEqual(['NAME-*', '/pypi//NAME-*']);
  });

  test.each(['*', 'acme-*-', '*-'])('may not have %p before a token', (literal) => {
    const stack = newStack();
    const text = `${literal}${new CfnParameter(stack, 'Name').valueAsString}`;
    expect(() => PackagePattern.parse(stack, 'packages', text)).toThrow('is no package name.');
  });

  test.each([
    '',
    '*',
    '-*',
    '.',
    '-acme',
    'acme-',
    'acme sdk',
    'acme*sdk',
    '*-sdk',
    'acme-**',
    'acme-?',
    'acme/sdk',
    'acme:sdk',
    'acme$',
    'acme~',
    '${aws:username}',
    'orders-sdk\n',
    '\u0430cme-core', // begins with a Cyrillic letter
    'acme\u200b', // ends with a space of no width
  ])('may not be %j', (text) => {
    expectRefusal(
      () => parse(text),
      `packages ${JSON.stringify(text)} is no package name.`,
      "Allowed: an exact name such as 'orders-sdk', or a prefix that ends in '-*' such as 'acme-*'.",
      'See https://packaging.python.org/en/latest/specifications/name-normalization/',
      '(construct Stack)',
    );
  });

  test.each([
    ['acme*', 'acme-*'],
    ['Acme_Core*', 'acme-core-*'],
  ])('may not be %p, which is no whole word', (text, instead) => {
    expectRefusal(
      () => parse(text),
      `packages ${JSON.stringify(text)} has a '*' that would match other words as well.`,
      "Allowed: an exact name such as 'orders-sdk', or a prefix that ends in '-*' such as 'acme-*'.",
      `Write instead: '${instead}'.`,
      'See https://packaging.python.org/en/latest/specifications/name-normalization/',
      '(construct Stack)',
    );
  });

  test('is normalized by PEP 503, and has no wildcard but one at its end, whatever is given', () => {
    const nearly = fc.tuple(anyText, fc.constantFrom('', '*', '-*', '_*')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(nearly, (text) => {
        const pattern = accepted(() => parse(text));
        if (!pattern) return;
        expect(pattern.arnName).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(-\*)?$/);
        expect(pattern.packageGroup).toBe(
          `/pypi//${pattern.arnName}${pattern.arnName.endsWith('*') ? '' : '$'}`,
        );
        expect(parse(pattern.arnName).arnName).toBe(pattern.arnName);
      }),
      { numRuns: 500 },
    );
  });

  test('stands for all spellings of a name alike', () => {
    const word = fc.string({ unit: fc.constantFrom(...'acmeCORE019'), minLength: 1, maxLength: 5 });
    const separator = fc.string({ unit: fc.constantFrom('-', '_', '.'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(word, separator, separator, word, (first, one, other, second) => {
        expect(parse(`${first}${one}${second}`).arnName).toBe(
          parse(`${first.toUpperCase()}${other}${second.toLowerCase()}`).arnName,
        );
      }),
    );
  });
});

describe('a package pattern covers another', () => {
  test.each([
    ['acme-*', 'acme-*', true],
    ['acme-*', 'ACME_*', true],
    ['acme-*', 'acme-billing-*', true],
    ['acme-*', 'acme-x', true],
    ['acme-*', 'acme', false],
    ['acme-*', 'acmes-x', false],
    ['acme-billing-*', 'acme-*', false],
    ['acme-x', 'acme-*', false],
    ['acme-x', 'Acme.X', true],
    ['acme', 'acme-x', false],
  ])('%p, %p: %p', (one, other, expected) => {
    expect(parse(one).covers(parse(other))).toBe(expected);
  });

  test('where both are of the same token', () => {
    const stack = newStack();
    const name = new CfnParameter(stack, 'Name').valueAsString;
    const patternOf = (text: string) => PackagePattern.parse(stack, 'packages', text);
    expect(patternOf(`${name}-*`).covers(patternOf(`${name}-core`))).toBe(true);
    expect(patternOf(`${name}-*`).covers(patternOf(name))).toBe(false);
    expect(patternOf('acme-*').covers(patternOf(name))).toBe(false);
  });

  test('exactly where IAM lets its ARN stand for every package of the other', () => {
    const word = fc.constantFrom('a', 'b', 'ab');
    const pattern = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([words, isPrefix]) => `${words.join('-')}${isPrefix ? '-*' : ''}`);
    // No generated pattern has these words, so that some of the packages of a prefix are of no narrower one.
    const packagesOf = (text: string) =>
      text.endsWith('*') ? ['0', 'z-z'].map((suffix) => text.replace('*', suffix)) : [text];
    const iamMatches = (text: string, name: string) =>
      text.endsWith('*') ? name.startsWith(text.slice(0, -1)) : name === text;
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const expected = packagesOf(other).every((name) => iamMatches(one, name));
        expect(parse(one).covers(parse(other))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
