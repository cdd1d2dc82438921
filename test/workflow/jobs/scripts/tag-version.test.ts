import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { COMPARE_TAG, tagPrefix } from '../../../../src/workflow/jobs/scripts/tag-version';
import { TOOLS } from '../../../../tools/python/environment';
import { putFiles, putProgram, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

/** Has `packaging`, as the environment of the tools has in the workflow. */
const python = () => TOOLS.program('python');

/** Makes an sdist and a wheel whose metadata have a version, whatever their names say. */
const MAKE_FILES = `
import io, sys, tarfile, zipfile
for path, version in zip(sys.argv[1::2], sys.argv[2::2]):
    metadata = f"Metadata-Version: 2.1\\nName: b\\nVersion: {version}\\n\\nVersion: 0\\n".encode()
    if path.endswith(".tar.gz"):
        with tarfile.open(path, "w:gz") as archive:
            for name, data in (("b-1/src/b.egg-info/PKG-INFO", b"Version: 0"), ("b-1/PKG-INFO", metadata)):
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("b/METADATA", b"Version: 0")
            archive.writestr("b/vendor/c-1.dist-info/METADATA", b"Version: 0")
            archive.writestr("b-1/PKG-INFO" if path.endswith(".zip") else "b-1.dist-info/METADATA", metadata)
`;

function compare(tag: string, files: Record<string, string>, prefixes: string[] = []) {
  const folder = newFolder();
  const temp = newFolder();
  putProgram(join(temp, 'tools', 'bin', 'python'), `exec ${python()} "$@"`);
  execFileSync(python(), ['-c', MAKE_FILES, ...Object.entries(files).flat()], { cwd: folder });
  return runScript(COMPARE_TAG, folder, {
    RUNNER_TEMP: temp,
    TAG: tag,
    TAG_PREFIXES: prefixes.join('\n'),
  });
}

describe('the tag is the version of every file', () => {
  test.each([
    ['v1.2.3', '1.2.3', []],
    ['1.2.3', '1.2.3', []],
    ['v1.2', '1.2.0', []],
    ['v1.2.3-rc.1', '1.2.3rc1', []],
    ['v1.2.3+local', '1.2.3+local', []],
    ['sdk-v1.2.3', '1.2.3', ['sdk-']],
    ['sdk/1.2.3', '1.2.3', ['sdk-', 'sdk/']],
    ['v1.2.3', '1.2.3', ['sdk-']],
  ])('%s and %s', (tag, version, prefixes) => {
    const files = { 'b-1.2.3.tar.gz': version, 'b-1.2.3-py3-none-any.whl': version, 'b.zip': version };
    expect(compare(tag, files, prefixes)).toEqual({ status: 0, log: '' });
  });
});

test('another version fails, with both and what to do', () => {
  expect(compare('v1.2.4', { 'b-1.2.3.tar.gz': '1.2.3' })).toEqual({
    status: 1,
    log:
      '::error title=Tag and version differ::The tag is v1.2.4, and the version in b-1.2.3.tar.gz is 1.2.3. ' +
      'Push the tag v1.2.3, or change the version of the package.\n',
  });
});

test.each([
  [
    'one of the files',
    'v1.2.3',
    { 'b.tar.gz': '1.2.3', 'b.whl': '1.2.4' },
    [],
    'the version in b.whl is 1.2.4.',
  ],
  ['a tag that is no version', 'latest', { 'b.whl': '1.0' }, [], 'The tag is latest, and'],
  ['a version that is none', 'v1.0', { 'b.whl': 'dev' }, [], 'the version in b.whl is dev.'],
  ['both are none', 'dev', { 'b.whl': 'dev' }, [], 'The tag is dev'],
  ['the tag of a package beside it', 'x-v1.0', { 'b.whl': '1.0' }, ['sdk-'], 'The tag is x-v1.0'],
  ['a longer version', 'sdk-v1.0', { 'b.whl': '1.1' }, ['sdk-'], 'Push the tag sdk-v1.1,'],
])('%s fails', (_, tag, files, prefixes, message) => {
  const { status, log } = compare(tag, files, prefixes);
  expect(status).toBe(1);
  expect(log).toContain(message);
});

test('a module of the package is not taken for one of Python', () => {
  const folder = newFolder();
  const temp = newFolder();
  putFiles(folder, {
    'packaging.py': 'raise SystemExit("taken")',
    'tarfile.py': 'raise SystemExit("taken")',
  });
  putProgram(join(temp, 'tools', 'bin', 'python'), `exec ${python()} "$@"`);
  const { log } = runScript(COMPARE_TAG, folder, { RUNNER_TEMP: temp, TAG: 'v1', TAG_PREFIXES: '' });
  expect(log).not.toContain('taken');
});

test.each([
  ['v*.*.*', ''],
  ['*', ''],
  ['v1.*', ''],
  ['sdk-v*', 'sdk-'],
  ['sdk/v*.*.*', 'sdk/'],
  ['sdk-*', 'sdk-'],
  ['v1.2.3', ''],
  ['dev*', 'de'],
])('before the version in tags like %s stands %j', (pattern, prefix) => {
  expect(tagPrefix(pattern)).toBe(prefix);
});
