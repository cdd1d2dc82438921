import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENTS, SOURCES } from './environment';
import { hashesOf, pinnedPip } from './pip';

const folder = mkdtempSync(join(tmpdir(), 'pip-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pip in the repository', () => {
  it('is the one of the lock', () => {
    expect(pinnedPip()).toMatch(/\/pip-[\d.]+-py3-none-any\.whl\/pip$/);
  });

  it('is refused where it is another, or not the only one', () => {
    expect(() => pinnedPip(folder)).toThrow(new Error(`${folder} has to have one wheel of pip, and has 0`));
    writeFileSync(join(folder, 'pip-1-py3-none-any.whl'), 'changed');
    expect(() => pinnedPip(folder)).toThrow(
      new Error(
        'pip-1-py3-none-any.whl is not the pip of tools.lock. Check it out again, or run: npm run tools:lock',
      ),
    );
    writeFileSync(join(folder, 'pip-2-py3-none-any.whl'), '');
    expect(() => pinnedPip(folder)).toThrow('has 2');
  });
});

it('the hashes of a package are those of its own entry', () => {
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  const lock = `x-pip==1 \\\n    --hash=sha256:${a}\npip==2 ; python_version > '3' \\\n    --hash=sha256:${b} \\\n    --hash=sha256:${a}\n`;
  expect(hashesOf('pip', lock)).toEqual([b, a]);
  expect(hashesOf('x-pip', lock)).toEqual([a]);
  expect(hashesOf('p', lock)).toEqual([]);
});

describe.each(ENVIRONMENTS)('the lock of $name', ({ lock, name }) => {
  const text = readFileSync(lock, 'utf8');

  it('has a hash for each package, and the address of no index', () => {
    const entries = text.split(/\n(?! )/).filter(Boolean);
    expect(entries.filter((entry) => !/^[a-z0-9-]+==\S+ .*\\\n {4}--hash=sha256:/.test(entry))).toEqual([]);
    expect(text).not.toMatch(/:\/\/|index-url/);
  });

  it('has all that its input names', () => {
    const names = readFileSync(join(SOURCES, `${name}.in`), 'utf8').match(/^[a-z].*$/gm) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((wanted) => !hashesOf(wanted, text).length)).toEqual([]);
  });
});
