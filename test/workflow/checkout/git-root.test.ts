import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGitRoot, noCheckout, noFolder } from '../../../src/workflow/checkout/git-root';
import { asCli, git, newCheckout, newFolder, removeFolders } from '../support/cli';

afterAll(removeFolders);

function findFrom(folder: string, given?: string): string | undefined {
  return asCli(folder, {}, () => findGitRoot(given));
}

test('the working directory, where it is the root', () => {
  const checkout = newCheckout();
  expect(findFrom(checkout)).toBe(realpathSync(checkout));
});

test('a folder above it, for an app in a folder of a monorepo', () => {
  const checkout = newCheckout();
  mkdirSync(join(checkout, 'platform', 'cdk'), { recursive: true });
  expect(findFrom(join(checkout, 'platform', 'cdk'))).toBe(realpathSync(checkout));
});

test('a detached worktree, whose .git is a file', () => {
  const checkout = newCheckout();
  writeFileSync(join(checkout, 'README.md'), 'Acme');
  git(checkout, 'add', '.');
  git(checkout, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'a');
  const worktree = join(newFolder(), 'worktree');
  git(checkout, 'worktree', 'add', '--quiet', '--detach', worktree);
  expect(findFrom(worktree)).toBe(realpathSync(worktree));
});

test('the given folder, seen from the working directory, Git or not', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'cdk'));
  expect(findFrom(join(folder, 'cdk'), '..')).toBe(realpathSync(folder));
  expect(findFrom(join(folder, 'cdk'), '../absent')).toBeUndefined();
});

test('a given folder that is none: a file, or below one', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'cdk.json'), '{}');
  expect(findFrom(folder, 'cdk.json')).toBeUndefined();
  expect(findFrom(folder, 'cdk.json/x')).toBeUndefined();
  expect(asCli(folder, {}, () => noFolder('cdk.json'))).toBe(
    `gitRoot "cdk.json" is no folder, seen from ${realpathSync(folder)}. Write instead: the folder that holds .github/, such as '..' for an app in a folder of the repository.`,
  );
});

test('sources without Git, as CodePipeline and Docker have them: the nearest folder with .github', () => {
  const folder = newFolder();
  mkdirSync(join(folder, '.github'));
  mkdirSync(join(folder, 'platform', 'cdk'), { recursive: true });
  writeFileSync(join(folder, 'platform', '.github'), 'no folder');
  expect(findFrom(join(folder, 'platform', 'cdk'))).toBe(realpathSync(folder));
});

test('Git has the say where both are there', () => {
  const checkout = newCheckout();
  mkdirSync(join(checkout, 'vendored', '.github'), { recursive: true });
  expect(findFrom(join(checkout, 'vendored'))).toBe(realpathSync(checkout));
});

test('none where there is neither, and it is said what to write', () => {
  const folder = realpathSync(newFolder());
  expect(findFrom(folder)).toBeUndefined();
  expect(asCli(folder, {}, () => noCheckout())).toBe(
    `The generated files are neither written nor compared: neither ${folder} nor a folder above has a .git or a .github. ` +
      'Say gitRoot with the folder that holds .github/, or writeFiles: false where the files are kept elsewhere.',
  );
});
