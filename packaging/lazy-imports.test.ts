import { runInNewContext } from 'node:vm';

const { lazyImports } = jest.requireActual<{ lazyImports(text: string): string }>('./lazy-imports');

/** Runs a compiled module, and says in what order it loaded others. */
function run(text: string, use: (exports: Record<string, () => unknown>) => void): string[] {
  const loaded: string[] = [];
  const exports = {};
  const modules: Record<string, unknown> = {
    './names': { Name: class Name {}, nameOf: () => 'acme', prefix: 'a' },
  };
  const require = (path: string) => {
    loaded.push(path);
    return modules[path];
  };
  runInNewContext(lazyImports(text), { exports, require });
  use(exports);
  return loaded;
}

const MODULE = `
const names_1 = require("./names");
const never_1 = require("./never");
exports.make = () => new names_1.Name();
exports.say = () => (0, names_1.nameOf)() + names_1.prefix;
exports.other = { names_1: 1 }.names_1;
exports.never = () => never_1.never;
`;

test('an import is loaded when a member of it is first used, and once', () => {
  const loaded = run(MODULE, ({ make, say }) => {
    expect((make() as object).constructor.name).toBe('Name');
    expect(say()).toBe('acmea');
  });
  expect(loaded).toEqual(['./names']);
});

test('a module that uses none of its imports loads none', () => {
  expect(run(MODULE, (exports) => expect(exports.other).toBe(1))).toEqual([]);
});

test('a class has what it extends at once', () => {
  const text = 'const names_1 = require("./names");\nexports.Longer = class extends names_1.Name {};';
  expect(run(text, () => undefined)).toEqual(['./names']);
});

test.each([
  ['exports.all = all_1;', 'exports.all = all_1'],
  ['exports.all = { all_1 };', 'all_1'],
])('what stands for a whole module could not be loaded later, and is refused: %s', (use, place) => {
  expect(() => lazyImports(`const all_1 = require("./all");\n${use}`)).toThrow(
    new Error(`The import all_1 is used other than by a member: ${place}`),
  );
});
