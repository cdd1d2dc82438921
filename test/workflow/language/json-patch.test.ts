import fc from 'fast-check';
import { JsonPatch } from '../../../src';

function apply(document: object, ...patches: JsonPatch[]): object {
  const copy = structuredClone(document);
  for (const patch of patches) patch._apply('a.yml', copy);
  return copy;
}

test.each<[string, JsonPatch, object]>([
  ['a key is added', JsonPatch.add('/b', 1), { a: [1, 2], b: 1 }],
  ['a key is replaced by an addition', JsonPatch.add('/a', 1), { a: 1 }],
  ['an item is inserted', JsonPatch.add('/a/0', 0), { a: [0, 1, 2] }],
  ['an item is appended', JsonPatch.add('/a/-', 3), { a: [1, 2, 3] }],
  ['an item is appended by number', JsonPatch.add('/a/2', 3), { a: [1, 2, 3] }],
  ['an item is replaced', JsonPatch.replace('/a/1', 'x'), { a: [1, 'x'] }],
  ['an item is removed', JsonPatch.remove('/a/0'), { a: [2] }],
  ['a key is removed', JsonPatch.remove('/a'), {}],
  ['a slash and a tilde in a key', JsonPatch.add('/x~1y~0z', 1), { a: [1, 2], 'x/y~z': 1 }],
])('%s', (_, patch, expected) => {
  expect(apply({ a: [1, 2] }, patch)).toEqual(expected);
});

test('patches apply one after the other, and none changes the value of another one', () => {
  const value = { c: 1 };
  const add = JsonPatch.add('/b', value);
  expect(apply({}, add, JsonPatch.add('/b/d', 2))).toEqual({ b: { c: 1, d: 2 } });
  expect(apply({}, add)).toEqual({ b: { c: 1 } });
});

test.each<[JsonPatch, string]>([
  [
    JsonPatch.replace('/b', 1),
    'JsonPatch.replace "/b" does not apply to a.yml, which has nothing at /b. Allowed: a place that the generated file has. See https://www.rfc-editor.org/rfc/rfc6902',
  ],
  [JsonPatch.remove('/a/2'), 'which has nothing at /a/2'],
  [JsonPatch.remove('/a/-'), 'which has nothing at /a/-'],
  [JsonPatch.add('/a/3', 1), 'which has nothing at /a/3'],
  [JsonPatch.add('/a/x', 1), 'which has nothing at /a/x'],
  [JsonPatch.add('/b/c/d', 1), 'which has nothing at /b/c'],
  [JsonPatch.add('/a/0/x', 1), 'which has nothing at /a/0'],
  [JsonPatch.replace('/toString', 1), 'which has nothing at /toString'],
])('%j does not apply', (patch, message) => {
  expect(() => apply({ a: [1, 2] }, patch)).toThrow(message);
});

test.each(['', 'jobs', '/a~2', 'a/b'])('%j is not a path', (path) => {
  expect(() => JsonPatch.remove(path)).toThrow(
    `JsonPatch.remove ${JSON.stringify(path)} is not a path. Allowed: a JSON pointer, as in '/jobs/build/runs-on'.`,
  );
});

test('what is added at any place can be removed again', () => {
  const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(key, fc.integer()), key, fc.jsonValue(), (document, name, value) => {
      fc.pre(!Object.hasOwn(document, name));
      const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      expect(apply(document, JsonPatch.add(pointer, value))).toEqual({ ...document, [name]: value });
      expect(apply(document, JsonPatch.add(pointer, value), JsonPatch.remove(pointer))).toEqual(document);
    }),
  );
});
