import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Stack } from 'aws-cdk-lib';
import { GitHubPublisher, GitHubReader, type PackageReaderOptions, PythonArtifactPipeline } from '../../src';
import { putFiles } from '../workflow/support/bash';
import { newCheckout, removeFolders } from '../workflow/support/cli';
import { synthesizeApp } from '../workflow/support/whole-app';

afterAll(removeFolders);

const PATH = '.github/actions/install/action.yml';
const CONTENT = { said: '', failure: '' };

/** An app with a pipeline and a reader for each entry; workflow files are off, unless they are asked for. */
const app =
  (
    readers: Record<string, Partial<PackageReaderOptions>>,
    workflow: object = { writeFiles: false },
    env = true,
  ) =>
  (root: App) => {
    const stack = new Stack(root, 'Artifacts', {
      env: env ? { account: '111111111111', region: 'us-east-1' } : undefined,
    });
    const pipeline = new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
      workflow,
    });
    for (const [id, options] of Object.entries(readers))
      pipeline.addReader(id, {
        repositories: [GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' })],
        writeFiles: true,
        ...options,
      });
  };

const ONE = app({ Ci: { actionName: 'install' } });

test('the action is written into the checkout, and in CI compared with it', () => {
  const checkout = newCheckout();
  expect(synthesizeApp(checkout, {}, ONE)).toEqual({
    said: `Written in ${realpathSync(checkout)}, to be committed: ${PATH}\n`,
    failure: '',
  });
  expect(synthesizeApp(checkout, { ci: 'true' }, ONE)).toEqual(CONTENT);
  const file = join(checkout, PATH);
  writeFileSync(file, readFileSync(file, 'utf8').replace('::add-mask::', ''));
  expect(synthesizeApp(checkout, { ci: 'true' }, ONE).failure).toMatch(
    /The committed file \.github\/actions\/install\/action\.yml is not what the app generates; line \d+ is the first to differ\. Run `npx cdk synth` outside of CI, and commit the file\. \(construct Artifacts\/Python\/Ci\)/,
  );
});

test('none is written for a reader that names none, nor where the workflow files of the pipeline are not', () => {
  const checkout = newCheckout();
  synthesizeApp(checkout, {}, app({ Ci: {} }));
  synthesizeApp(checkout, {}, app({ Ci: { actionName: 'install', writeFiles: undefined } }));
  expect(existsSync(join(checkout, '.github'))).toBe(false);
});

test('it goes where the workflow files of the pipeline go', () => {
  const checkout = newCheckout();
  putFiles(checkout, { 'platform/README.md': '' });
  const gitRoot = join(checkout, 'platform');
  synthesizeApp(checkout, {}, app({ Ci: { actionName: 'install' } }, { gitRoot }));
  expect(existsSync(join(gitRoot, PATH))).toBe(true);
  expect(existsSync(join(gitRoot, '.github/workflows'))).toBe(true);
});

test('a file that somebody wrote by hand is left alone', () => {
  const checkout = newCheckout();
  putFiles(checkout, { [PATH]: 'name: Mine\n' });
  expect(synthesizeApp(checkout, {}, ONE).failure).toContain(
    `The file ${PATH} was not generated, and would be overwritten. Move it away, or give the construct another actionName. (construct Artifacts/Python/Ci)`,
  );
  expect(readFileSync(join(checkout, PATH), 'utf8')).toBe('name: Mine\n');
});

test('an action that no reader writes any more is left over', () => {
  const checkout = newCheckout();
  synthesizeApp(checkout, {}, ONE);
  const renamed = app({ Ci: { actionName: 'other' } });
  synthesizeApp(checkout, {}, renamed);
  expect(synthesizeApp(checkout, { ci: 'true' }, renamed).failure).toContain(
    `The file ${PATH} is left over: Artifacts/Python/Ci generated it once, and nothing in this app does now. Run \`git rm :/${PATH}\`.`,
  );
});

test.each([
  ['with other roles in it', true],
  ['with the same text, since each has a role of its own', false],
])('two readers never write one file, %s', (_, env) => {
  const checkout = newCheckout();
  const two = app(
    { Ci: { actionName: 'install' }, Bots: { actionName: 'install' } },
    { writeFiles: false },
    env,
  );
  expect(synthesizeApp(checkout, {}, two).failure).toContain(
    `Artifacts/Python/Ci and Artifacts/Python/Bots would both write ${PATH}. Give one of them another actionName, or turn its files off with writeFiles: false.`,
  );
  expect(existsSync(join(checkout, PATH))).toBe(false);
});
