import { script, scriptOf } from '../../../../src/workflow/jobs/scripts/script';

test('a script loses the indentation of its source, and keeps its own', () => {
  expect(
    script(`
      if true; then
        ls
      fi
    `),
  ).toBe('if true; then\n  ls\nfi\n');
  expect(script('ls')).toBe('ls\n');
});

test('parts that do not apply are left out', () => {
  expect(scriptOf('a', false, undefined, 'b\n')).toBe('a\nb\n');
});
