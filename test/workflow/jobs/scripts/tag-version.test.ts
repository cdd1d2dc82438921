import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PublishTrigger } from '../../../../src';
import { COMPARE_TAG } from '../../../../src/workflow/jobs/scripts/tag-version';
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

const V = PublishTrigger.tags('*');
const SDK = PublishTrigger.tags('sdk-v*', 'sdk/*');

function compare(tag: string, files: Record<string, string>, trigger = V) {
  const folder = newFolder();
  const temp = newFolder();
  putProgram(join(temp, 'tools', 'bin', 'python'), `exec ${python()} "$@"`);
  execFileSync(python(), ['-c', MAKE_FILES, ...Object.entries(files).flat()], { cwd: folder });
  const { status, log } = runScript(COMPARE_TAG, folder, {
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: join(temp, 'output'),
    TAG: tag,
    TAG_PATTERNS: trigger._readableTags().join('\n'),
  });
  return {
    status,
    log,
    output: existsSync(join(temp, 'output')) ? readFileSync(join(temp, 'output'), 'utf8') : '',
  };
}

describe('the tag is the version of every file', () => {
  test.each([
    ['v1.2.3', '1.2.3', V],
    ['1.2.3', '1.2.3', V],
    ['v1.2', '1.2.0', V],
    ['v1.2.3-rc.1', '1.2.3rc1', V],
    ['v1.2.3+local', '1.2.3+local', V],
    ['sdk-v1.2.3', '1.2.3', SDK],
    ['sdk/1.2.3', '1.2.3', SDK],
    ['orders-sdk-v1.2.3', '1.2.3', PublishTrigger.tags('*-v*.*.*')],
    ['v1.2.3', '1.2.3', PublishTrigger.branch('main')],
    ['sdk@1.2.3', '1.2.3', PublishTrigger.anyRef()],
    ['v1.2.3rc1', '1.2.3rc1', V.preReleasesOnly()],
    ['v1.2.3.post1', '1.2.3.post1', V.finalOnly()],
  ])('%s and %s', (tag, version, trigger) => {
    const files = { 'b-1.2.3.tar.gz': version, 'b-1.2.3-py3-none-any.whl': version, 'b.zip': version };
    expect(compare(tag, files, trigger)).toEqual({ status: 0, log: '', output: '' });
  });
});

test('another version fails, with both and what to do', () => {
  expect(compare('v1.2.4', { 'b-1.2.3.tar.gz': '1.2.3' })).toEqual({
    status: 1,
    log:
      '::error title=Tag and version differ::The tag is v1.2.4, and the version in b-1.2.3.tar.gz is 1.2.3. ' +
      'Push the tag v1.2.3, or change the version of the package.\n',
    output: '',
  });
});

test.each([
  [
    'one of the files',
    'v1.2.3',
    { 'b.tar.gz': '1.2.3', 'b.whl': '1.2.4' },
    V,
    'the version in b.whl is 1.2.4.',
  ],
  ['a tag that is no version', 'latest', { 'b.whl': '1.0' }, V, 'The tag is latest, and'],
  [
    'a version that is none',
    'v1.0',
    { 'b.whl': 'dev' },
    V,
    'in b.whl is dev. Change the version of the package.',
  ],
  ['both are none', 'dev', { 'b.whl': 'dev' }, V, 'The tag is dev'],
  ['the tag of a package beside it', 'x-v1.0', { 'b.whl': '1.0' }, SDK, 'Push the tag sdk-v1.0, or'],
  ['a longer version', 'sdk-v1.0', { 'b.whl': '1.1' }, SDK, 'Push the tag sdk-v1.1, or'],
  [
    'a version that no tag of the trigger says',
    'v1.0',
    { 'b.whl': '2.0' },
    PublishTrigger.tags('v1.*'),
    'the version in b.whl is 2.0. Change the version of the package.',
  ],
])('%s fails', (_, tag, files, trigger, message) => {
  const { status, log, output } = compare(tag, files, trigger);
  expect(status).toBe(1);
  expect(log).toContain(message);
  expect(output).toBe('');
});

test.each([
  ['v1.0rc1', 'pre-release', V.finalOnly()],
  ['v1.0.dev1', 'pre-release', V.finalOnly()],
  ['v1.0', 'final release', V.preReleasesOnly()],
])('%s is not published by a trigger for other releases, which is no failure', (tag, kind, trigger) => {
  expect(compare(tag, { 'b.whl': '7.0' }, trigger)).toEqual({
    status: 0,
    log: `::notice title=Nothing is published::${tag} is a ${kind}, which this workflow does not publish.\n`,
    output: 'publish=false\n',
  });
});

test('a module of the package is not taken for one of Python', () => {
  const folder = newFolder();
  const temp = newFolder();
  putFiles(folder, {
    'packaging.py': 'raise SystemExit("taken")',
    'tarfile.py': 'raise SystemExit("taken")',
  });
  putProgram(join(temp, 'tools', 'bin', 'python'), `exec ${python()} "$@"`);
  const { log } = runScript(COMPARE_TAG, folder, { RUNNER_TEMP: temp, TAG: 'v1', TAG_PATTERNS: 'all ^*' });
  expect(log).not.toContain('taken');
});
