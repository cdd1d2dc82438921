import { Aws } from 'aws-cdk-lib';
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
  [JsonPatch.add('/constructor/prototype/polluted', 1), 'which has nothing at /constructor/prototype'],
  [JsonPatch.add('/a/01', 1), 'which has nothing at /a/01'],
  [JsonPatch.add('/a/1e0', 1), 'which has nothing at /a/1e0'],
  [JsonPatch.replace('/a/', 1), 'which has nothing at /a/'],
])('%j does not apply', (patch, message) => {
  expect(() => apply({ a: [1, 2] }, patch)).toThrow(message);
});

test.each(['', 'jobs', '/a~2', 'a/b'])('%j is not a path', (path) => {
  expect(() => JsonPatch.remove(path)).toThrow(
    `JsonPatch.remove ${JSON.stringify(path)} is not a path. Allowed: a JSON pointer, as in '/jobs/build/runs-on'.`,
  );
});

test('a key without a value is null, as RFC 6902 has it', () => {
  expect(apply({ on: {} }, JsonPatch.add('/on/workflow_dispatch', null))).toEqual({
    on: { workflow_dispatch: null },
  });
  // What Python's None arrives as.
  expect(apply({ on: {} }, JsonPatch.add('/on/workflow_dispatch', undefined))).toEqual({
    on: { workflow_dispatch: null },
  });
});

test.each<[string, () => unknown, string]>([
  [
    'the prototype of all objects',
    () => JsonPatch.add('/__proto__/polluted', true),
    'JsonPatch.add "/__proto__/polluted" leads out of the file. Allowed: the keys of the generated file. See https://www.rfc-editor.org/rfc/rfc6902',
  ],
  ['a prototype further down', () => JsonPatch.replace('/a/__proto__', {}), 'leads out of the file'],
  [
    'a prototype in a value',
    () => JsonPatch.add('/a', JSON.parse('{"b": {"__proto__": {"x": 1}}}')),
    `JsonPatch.add /a {"b":{"__proto__":{"x":1}}} has the key '__proto__', which JavaScript keeps for itself. Allowed: texts, numbers, booleans, null, and lists and mappings of them. See https://www.rfc-editor.org/rfc/rfc6902`,
  ],
  ['a function', () => JsonPatch.add('/a', [() => 1]), 'has a function, which YAML does not have'],
  ['a big number', () => JsonPatch.add('/a', 1n), 'has a bigint, which YAML does not have'],
  ['no number', () => JsonPatch.add('/a', { b: Number.NaN }), 'has a number that YAML does not have'],
  ['an object of a class', () => JsonPatch.add('/a', new Date(0)), 'has an object that is no plain mapping'],
  ['a token', () => JsonPatch.add('/a', Aws.REGION), 'has a part that is known to CloudFormation only'],
])('%s is refused', (_, attempt, message) => {
  expect(attempt).toThrow(message);
  expect({}).not.toHaveProperty('polluted');
});

test('a value that contains itself is refused', () => {
  const round: Record<string, unknown> = {};
  round.round = { round };
  expect(() => JsonPatch.add('/a', round)).toThrow('contains itself');
});

test('a long path that is none is refused at once', () => {
  const started = performance.now();
  expect(() => JsonPatch.remove(`${'/a'.repeat(50_000)}~`)).toThrow('is not a path');
  expect(performance.now() - started).toBeLessThan(200);
});

test('what is added at any place can be removed again', () => {
  // The key '__proto__' is refused, at any depth.
  const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
  const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'));
  fc.assert(
    fc.property(fc.dictionary(key, fc.integer()), key, plain, (document, name, value) => {
      fc.pre(!Object.hasOwn(document, name));
      const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      expect(apply(document, JsonPatch.add(pointer, value))).toEqual({ ...document, [name]: value });
      expect(apply(document, JsonPatch.add(pointer, value), JsonPatch.remove(pointer))).toEqual(document);
    }),
  );
});
