import { codePoint, visible } from './visible';

test.each([
  ['refs/heads/\u001b[31mred', 'refs/heads/\\u{1b}[31mred'],
  ['a\n::error::b\r', 'a\\u{a}::error::b\\u{d}'],
  ['a\u202eb\u2028c\u200bd\u009b', 'a\\u{202e}b\\u{2028}c\\u{200b}d\\u{9b}'],
  ['prod-ü 本番 v*.*.*', 'prod-ü 本番 v*.*.*'],
])('%j', (text, expected) => {
  expect(visible(text)).toBe(expected);
});

test('a letter has its number', () => {
  expect(codePoint('\u0430')).toBe('U+0430');
});
