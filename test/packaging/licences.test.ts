import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { licencesOf } = require('../../packaging/licences') as {
  licencesOf(inputs: string[], root: string): string;
};

const root = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(root, { recursive: true }));

function packageWith(name: string, license: string, text?: string): string {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
  if (text) writeFileSync(join(folder, 'LICENSE.md'), text);
  return `node_modules/${name}/lib/index.js`;
}

test('each package that a bundle took in is there once, with the text of its licence', () => {
  const inputs = [
    packageWith('b', 'ISC', 'As of b.\n'),
    packageWith('@scope/a', 'MIT', 'As of a.'),
    'node_modules/b/other.js',
    'commands/bin.ts',
  ];
  expect(licencesOf(inputs, root)).toBe('@scope/a 1.2.3 (MIT)\n\nAs of a.\n\nb 1.2.3 (ISC)\n\nAs of b.\n');
});

test('a bundle of nothing but our own has no file of licences', () => {
  expect(licencesOf(['commands/bin.ts', 'src/index.ts'], root)).toBe('');
});

test.each([
  ['GPL-3.0-only', 'text', 'x can not be bundled: its licence is GPL-3.0-only'],
  ['MIT', undefined, 'x can not be bundled: it comes without the text of its licence'],
])('refuses %s with the text %s', (license, text, message) => {
  const input = packageWith('x', license, text);
  expect(() => licencesOf([input], root)).toThrow(message);
  rmSync(join(root, 'node_modules', 'x'), { recursive: true });
});
