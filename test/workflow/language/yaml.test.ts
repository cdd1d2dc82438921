import fc from 'fast-check';
import { parse } from 'yaml';
import { type Plain, toYaml } from '../../../src/workflow/language/yaml';

describe('what is written', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a text that is only a text stands without quotes', { uses: './a/b.yml' }, 'uses: ./a/b.yml\n'],
    ['an expression, too', { python: '${{ inputs.x }}' }, 'python: ${{ inputs.x }}\n'],
    ['a version does not become a number', { python: '3.10' }, 'python: "3.10"\n'],
    ['an account does not lose its zero', { account: '012345678901' }, 'account: "012345678901"\n'],
    ['what YAML 1.1 takes for a boolean is quoted', { a: 'no', b: 'on' }, 'a: "no"\nb: "on"\n'],
    ['the key on is not, since GitHub reads YAML 1.2', { on: {} }, 'on: {}\n'],
    ['other such keys are', { yes: 1 }, '"yes": 1\n'],
    ['a colon inside of a text is quoted', { a: 'b: c', d: 'e:' }, 'a: "b: c"\nd: "e:"\n'],
    ['what looks like a comment is quoted', { a: 'b #c' }, 'a: "b #c"\n'],
    ['a text with double quotes gets single ones', { run: '"$A" b' }, 'run: \'"$A" b\'\n'],
    ['lines become a block', { run: 'a\n  b\n' }, 'run: |\n  a\n    b\n'],
    ['without a newline at the end, too', { run: 'a\n\nb' }, 'run: |-\n  a\n\n  b\n'],
    ['lines that begin with a space are quoted', { run: ' a\nb' }, 'run: " a\\nb"\n'],
    ['several newlines at the end, too', { run: 'a\n\n' }, 'run: "a\\n\\n"\n'],
    ['a value that is undefined is left out', { a: undefined, b: true }, 'b: true\n'],
    ['lists of mappings', { a: [{ b: 1, c: [2] }] }, 'a:\n  - b: 1\n    c:\n      - 2\n'],
    ['empty lists and mappings', { a: [], b: [{}] }, 'a: []\nb:\n  - {}\n'],
    ['long lines are not folded', { a: `b ${'c'.repeat(300)}` }, `a: b ${'c'.repeat(300)}\n`],
  ])('%s', (_, mapping, text) => {
    expect(toYaml(mapping)).toBe(text);
  });

  test('a comment follows the value, or the key of a mapping', () => {
    const commentOf = (key: string) => (key === 'b' ? undefined : `about ${key}`);
    expect(toYaml({ a: { b: 1, c: 2 } }, commentOf)).toBe('a: # about a\n  b: 1\n  c: 2 # about c\n');
  });

  test('the same object twice is written twice, not as an alias', () => {
    const shared = { x: 1 };
    expect(toYaml({ a: shared, b: shared })).toBe('a:\n  x: 1\nb:\n  x: 1\n');
  });
});

describe('what is written is read back as it was', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '#', ':', '-', '"', "'", '\\', '$', '{', '\r') }),
    fc.constantFrom(
      'null',
      '~',
      'True',
      '1e3',
      '0x1f',
      '.inf',
      '-',
      '- a',
      '?',
      '! a',
      '& a',
      '<<',
      '=',
      '%',
    ),
    fc.constantFrom('2001-01-01', '1:30', '\u0085', '\u2028', '\ufeff', '\u007f', '---', '...', '@a', '`a`'),
  );
  const { value } = fc.letrec<{ value: Plain }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 3 },
      ),
    ),
  }));

  test.each(['1.1', '1.2'] as const)('by a reader of YAML %s', (version) => {
    fc.assert(
      fc.property(value, (given) => {
        expect(parse(toYaml({ key: given }), { version })).toEqual({ key: given });
      }),
      { numRuns: 500 },
    );
  });

  test('with comments behind every value', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(parse(toYaml({ key: given }, () => 'why'))).toEqual({ key: given });
      }),
    );
  });
});
