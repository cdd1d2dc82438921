import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

test.each([
  ['another file', 'put("NOTES.txt")', 'NOTES.txt'],
  ['an egg', 'put("acme_billing-1.2.3-py3.13.egg")', 'acme_billing-1.2.3-py3.13.egg'],
  ['an sdist of another kind', 'put("acme_billing-1.2.3.zip")', 'acme_billing-1.2.3.zip'],
  ['an option', 'put("--help.whl")', '--help.whl'],
  ['a response file', 'put("@evil.whl")', '@evil.whl'],
  ['a hidden file', 'put(".gitignore", b"*")', '.gitignore'],
  ['a command', 'put("a\\n::error title=Fine::b.whl")', "'a\\n::error title=Fine::b.whl'"],
  ['a pattern of the shell', 'put("*.whl")', '*.whl'],
  [
    'letters that look like others',
    'put("\\u0430cme-1-py3-none-any.whl")',
    "'\\u0430cme-1-py3-none-any.whl'",
  ],
  ['bytes that are no text', 'put(b"\\xff.whl")', "'\\udcff.whl'"],
  ['a folder', 'put("a.py", where="built/1/acme-1-py3-none-any.whl")', 'acme-1-py3-none-any.whl'],
  [
    'a link',
    'folder("built/1")\nos.symlink("/etc/passwd", "built/1/acme-1-py3-none-any.whl")',
    'acme-1-py3-none-any.whl',
  ],
])('%s is refused', (_, make, shown) => {
  expect(refusal(`wheel()\n${make}`)).toBe(
    `Neither wheel nor sdist::dist/ has ${shown}, and wheels (.whl) and sdists (.tar.gz) are all that is published.`,
  );
});

test('nothing is refused', () => {
  expect(refusal('folder("built/1")')).toBe('Nothing was built::The build left no files in dist/.');
});

describe('several builds', () => {
  const linux = 'wheel(tag="cp313-cp313-manylinux_2_28_x86_64")\nsdist()';
  const mac = 'wheel(tag="cp313-cp313-macosx_11_0_arm64", where="built/2")';

  test('are one release', () => {
    expect(verify(`${linux}\n${mac}`).handedOn).toEqual([
      'acme_billing-1.2.3-cp313-cp313-macosx_11_0_arm64.whl',
      'acme_billing-1.2.3-cp313-cp313-manylinux_2_28_x86_64.whl',
      'acme_billing-1.2.3.tar.gz',
    ]);
  });

  test('may make the same file', () => {
    expect(verify('wheel()\nwheel(where="built/2")').handedOn).toEqual([
      'acme_billing-1.2.3-py3-none-any.whl',
    ]);
  });

  test('may not make two files of one name', () => {
    const other = 'wheel(where="built/2", says=metadata("acme-billing", "1.2.3") + "\\n")';
    expect(refusal(`wheel()\n${other}`)).toBe(
      'One name, two contents::Two builds made acme_billing-1.2.3-py3-none-any.whl, with different bytes. ' +
        'Let one of them make it, as the first runner makes the sdist.',
    );
  });

  test('are held to one version together', () => {
    expect(refusal(`wheel(version="99.0.0", where="built/2")\nsdist()`)).toContain(
      'Tag and version differ::',
    );
  });
});
