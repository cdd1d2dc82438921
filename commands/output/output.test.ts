import { json } from './json';
import { sarif } from './sarif';
import { paintFor, widthOf } from './style';
import { indented, listed, table, wrapped } from './table';
import { withoutTokens } from './without-tokens';

describe('table', () => {
  test('columns are aligned, and no line ends in spaces', () => {
    expect(
      table([
        ['a', 'bbb', ''],
        ['aaaa', 'b', 'c'],
      ]),
    ).toBe('a     bbb\naaaa  b    c');
  });

  test('a cell can have several lines', () => {
    expect(
      table([
        ['a', 'b1\nb2', 'c'],
        ['d', 'e', 'f1\nf2'],
      ]),
    ).toBe('a  b1  c\n   b2\nd  e   f1\n       f2');
  });

  test('the last column goes on where the terminal ends', () => {
    expect(table([['name', 'one two three four five six']], 30)).toBe(
      'name  one two three four five\n      six',
    );
  });

  test('colours take no columns', () => {
    const paint = paintFor({ color: true });
    expect(widthOf(paint('red', 'ab'))).toBe(2);
    expect(
      table([
        [paint('red', 'a'), 'x'],
        ['bbb', 'y'],
      ]),
    ).toBe('\u001b[31ma\u001b[0m    x\nbbb  y');
  });

  test('a list is set in', () => {
    expect(listed([['a', 'b']])).toBe('  a  b');
    expect(indented('a\n\nb', 4)).toBe('    a\n\n    b');
  });

  test.each([
    ['a long word has a line of its own', `a ${'b'.repeat(30)} c`, 20, ['a', 'b'.repeat(30), 'c']],
    ['a terminal that is too narrow for words is left alone', 'a b c', 3, ['a b c']],
    ['lines stay', 'a\nb', undefined, ['a', 'b']],
  ])('%s', (_, text, width, expected) => expect(wrapped(text, width)).toEqual(expected));
});

test('without colour a text is left as it is', () => {
  expect(paintFor({ color: false })('red', 'a')).toBe('a');
  expect(paintFor({ color: true })('red', '')).toBe('');
});

describe('withoutTokens', () => {
  const part = 'eyJhbGciOiJSUzI1NiJ9';
  test.each([
    [`a ${part}.${part}.c2lnbmF0dXJl b`, 'a [token] b'],
    [`${part}.${part}.`, '[token]'],
    [`${part}.${part}`, '[token]'],
    [`{"value":"${part}..${part}.a.b"}`, '{"value":"[token]"}'],
    [`ghp_${'a'.repeat(36)} ghs_${'b'.repeat(36)} github_pat_${'c'.repeat(40)}`, '[token] [token] [token]'],
    ['eyJ is how a token begins. Nothing else does', 'eyJ is how a token begins. Nothing else does'],
    ['repo:acme/orders-sdk:ref:refs/tags/v1.2.3', 'repo:acme/orders-sdk:ref:refs/tags/v1.2.3'],
  ])('%s', (text, expected) => expect(withoutTokens(text)).toBe(expected));
});

test('JSON ends in a line', () => expect(json({ a: 1 })).toBe('{\n  "a": 1\n}\n'));

test('SARIF: what is in no file has no location', () => {
  const rules = [{ id: 'a', title: 'A', help: 'Do it.' }];
  const said = JSON.parse(
    sarif(rules, [
      { rule: 'a', level: 'note', message: 'b' },
      { rule: 'a', level: 'error', message: 'c', file: 'a b.json' },
    ]),
  );
  expect(said.runs[0].tool.driver.rules).toEqual([
    { id: 'a', shortDescription: { text: 'A' }, help: { text: 'Do it.' } },
  ]);
  expect(said.runs[0].results.map(({ locations }: { locations: object[] }) => locations)).toEqual([
    [],
    [{ physicalLocation: { artifactLocation: { uri: 'a%20b.json' }, region: { startLine: 1 } } }],
  ]);
});
