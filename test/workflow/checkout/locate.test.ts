import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { attempt, Blocked, isInside, locate } from '../../../src/workflow/checkout/locate';
import { newFolder, removeFolders } from '../support/cli';

afterAll(removeFolders);

const FILE = '.github/workflows/a.yml';

let root: string;
beforeEach(() => {
  root = realpathSync(newFolder());
});

const make = (...parts: string[]) => mkdirSync(join(root, ...parts), { recursive: true });

test('a file that is there, one that is not, and one whose folders are not', () => {
  expect(locate(root, FILE)).toBe(join(root, FILE));
  make('.github/workflows');
  expect(locate(root, FILE)).toBe(join(root, FILE));
  writeFileSync(join(root, FILE), '');
  expect(locate(root, FILE)).toBe(join(root, FILE));
});

describe('links are followed within the checkout', () => {
  test('of a folder and of a file', () => {
    make('shared');
    make('.github');
    symlinkSync('../shared', join(root, '.github/workflows'));
    expect(locate(root, FILE)).toBe(join(root, 'shared/a.yml'));
    writeFileSync(join(root, 'shared/b.yml'), '');
    symlinkSync('b.yml', join(root, 'shared/a.yml'));
    expect(locate(root, FILE)).toBe(join(root, 'shared/b.yml'));
  });

  test.each(['.github', '.github/workflows', FILE])('%s is none that leads out', (name) => {
    const elsewhere = newFolder();
    writeFileSync(join(elsewhere, 'a.yml'), '');
    make(name, '..');
    symlinkSync(name === FILE ? join(elsewhere, 'a.yml') : elsewhere, join(root, name));
    expect(() => locate(root, FILE)).toThrow(new Blocked(`${name} is a link that leads out of the checkout`));
  });

  test('nor into the folder of Git, nor to a neighbour of a like name', () => {
    make('.git/hooks');
    make('.github');
    symlinkSync('../.git/hooks', join(root, '.github/workflows'));
    expect(() => locate(root, FILE)).toThrow('.github/workflows is a link that leads out of the checkout');
    expect(isInside('/acme', '/acme-other/a')).toBe(false);
  });

  test('one that leads nowhere is not written through, and one in a circle neither', () => {
    make('.github/workflows');
    symlinkSync('/nowhere/a.yml', join(root, FILE));
    expect(() => locate(root, FILE)).toThrow(new Blocked(`${FILE} is a link to what is not there`));
    symlinkSync('b.yml', join(root, '.github/workflows/b.yml'));
    expect(() => locate(root, '.github/workflows/b.yml')).toThrow(Blocked);
  });
});

test('what is no folder and what is no file', () => {
  writeFileSync(join(root, '.github'), '');
  expect(() => locate(root, FILE)).toThrow(new Blocked('.github is no folder'));
  make('workflow-templates/a.yml');
  expect(() => locate(root, 'workflow-templates/a.yml')).toThrow(
    new Blocked('workflow-templates/a.yml is no file'),
  );
});

describe('inside a folder', () => {
  test.each([
    ['C:\\acme', 'C:\\acme\\.github\\workflows\\a.yml', true],
    ['C:\\acme', 'c:\\ACME\\.github', true],
    ['C:\\acme', 'C:\\acme\\.git\\hooks', false],
    ['C:\\acme', 'C:\\other\\a.yml', false],
    ['C:\\acme', 'D:\\acme\\a.yml', false],
    ['\\\\server\\share\\acme', '\\\\server\\other\\acme\\a.yml', false],
  ])('on Windows: %s, %s', (folder, place, is) => {
    expect(isInside(folder, place, win32)).toBe(is);
  });

  test.each([
    ['/acme', '/acme/a.yml', true],
    ['/acme', '/acme', true],
    ['/acme', '/acme/..a.yml', true],
    ['/acme', '/a.yml', false],
    ['/', '/a.yml', true],
  ])('elsewhere: %s, %s', (folder, place, is) => {
    expect(isInside(folder, place, posix)).toBe(is);
  });
});

test('an error that is none of the system is thrown as it is', () => {
  const error = new TypeError('a mistake');
  expect(() =>
    attempt(() => {
      throw error;
    }),
  ).toThrow(error);
});
