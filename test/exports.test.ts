import * as library from '../src';

test.each(Object.entries(library))('%s is a class or an enum, which all languages have', (name, value) => {
  const isClass = typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
  const isEnum =
    typeof value === 'object' && Object.entries(value).every(([member]) => /^[A-Z][A-Z0-9_]*$/.test(member));
  expect([name, isClass || isEnum]).toEqual([expect.stringMatching(/^[A-Z][a-z]/), true]);
});
