import { inFixture, snippetsIn } from './snippets';

const PAGE = [
  '# Title',
  '',
  '```ts',
  'const one = 1;',
  '```',
  '',
  '```sh',
  'ls',
  '```',
  '',
  '```ts',
  'two();',
  '```',
  '',
  '1. In a list:',
  '',
  '   ```ts',
  '   if (three) {',
  '     three();',
  '   }',
  '   ```',
  '',
];

test('TypeScript is found in a page, with its line, and nothing else', () => {
  expect(snippetsIn('page.md', PAGE.join('\n'))).toEqual([
    { page: 'page.md', line: 4, code: 'const one = 1;\n' },
    { page: 'page.md', line: 12, code: 'two();\n' },
    { page: 'page.md', line: 18, code: 'if (three) {\n  three();\n}\n' },
  ]);
});

test('it stands where the fixture says', () => {
  const [snippet] = snippetsIn('page.md', PAGE.join('\n'));
  const { text, offset } = inFixture(snippet, 'import a;\n\n/// here\nafter();\n');
  expect(text.split('\n')[offset]).toBe('const one = 1;');
  expect(text).toContain('after();');
});

test('its imports stand outside of it, and its lines stay where they are', () => {
  const code = "import {\n  a,\n} from 'a';\na();\n";
  const { text, offset } = inFixture({ page: 'page.md', line: 1, code }, 'function f() {\n/// here\n}\n');
  expect(text).toBe("function f() {\n\n\n\na();\n}\n\nimport {\n  a,\n} from 'a';\nexport {};\n");
  expect(text.split('\n')[offset + 3]).toBe('a();');
});

test('a fixture without a place is an error', () => {
  const [snippet] = snippetsIn('page.md', PAGE.join('\n'));
  expect(() => inFixture(snippet, 'import a;')).toThrow('The fixture has no line "/// here"');
});
