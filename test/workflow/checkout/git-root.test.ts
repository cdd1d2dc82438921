import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGitRoot, noGitRoot } from '../../../src/workflow/checkout/git-root';
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

test('none where there is no checkout, and it is said why and what to write instead', () => {
  const folder = realpathSync(newFolder());
  expect(findFrom(folder)).toBeUndefined();
  expect(asCli(folder, {}, () => noGitRoot())).toBe(
    `The workflow files belong to the root of a Git checkout, and neither ${folder} nor a folder above has a .git. ` +
      'Write instead: gitRoot with the folder that holds .github/, or writeFiles: false where the files are kept elsewhere.',
  );
  expect(asCli(folder, {}, () => noGitRoot('x'))).toBe(
    `gitRoot "x" is no folder, seen from ${folder}. Write instead: the folder that holds .github/, such as '..' for an app in a folder of the repository.`,
  );
});
