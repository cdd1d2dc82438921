import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython } from './interpreter';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interpreter-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

it('is the first one on PATH that is new enough', () => {
  put('python3', 'echo /old; exit 1');
  put('python3.12', 'echo /new');
  expect(findPython({ PATH: folder })).toBe('/new');
});

it('is the one that PYTHON names', () => {
  put('python3', 'echo /first');
  put('mine', 'echo /mine');
  expect(findPython({ PATH: folder, PYTHON: join(folder, 'mine') })).toBe('/mine');
});

it('is named where there is none', () => {
  put('python3', 'echo /old; exit 1');
  expect(() => findPython({ PATH: folder })).toThrow(
    new Error(
      'There is no Python 3.11 or newer: tried python3, python3.14, python3.13, python3.12, python3.11. ' +
        'Install one, or name it in the variable PYTHON.',
    ),
  );
  expect(() => findPython({ PATH: folder, PYTHON: 'mine' })).toThrow('tried mine.');
});
