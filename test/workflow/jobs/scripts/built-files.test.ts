import { REQUIRE_FILES } from '../../../../src/workflow/jobs/scripts/built-files';
import { putFiles, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

const NOTHING =
  '::error title=Nothing was built::The build left no files in dist/ of the package. A build in a workspace may leave ' +
  'them elsewhere: uv wants --out-dir dist there.\n';

test.each<[string, Record<string, string>]>([
  ['no folder', { 'a.py': '' }],
  ['a folder with what is not handed on', { 'dist/.gitignore': '*' }],
  ['files beside it', { '../dist/a.whl': '' }],
])('%s fails, and it is said what to do', (_, files) => {
  const folder = `${newFolder()}/package`;
  putFiles(folder, { ...files, 'setup.py': '' });
  expect(runScript(REQUIRE_FILES, folder)).toEqual({ status: 1, log: NOTHING });
});

test('a file is enough', () => {
  const folder = newFolder();
  putFiles(folder, { 'dist/-a.whl': '' });
  expect(runScript(REQUIRE_FILES, folder)).toEqual({ status: 0, log: '' });
});
