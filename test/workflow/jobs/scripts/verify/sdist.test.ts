import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

const SDIST = 'acme_billing-1.2.3.tar.gz';
const adding = (...entry: string[]) => `sdist(edit=lambda entries: entries + [(${entry.join(', ')})])`;

test.each([
  ['SYMTYPE', 'a link'],
  ['LNKTYPE', 'a hard link'],
  ['FIFOTYPE', 'a pipe'],
])('%s: %s is refused', (kind) => {
  expect(refusal(adding('"acme_billing-1.2.3/passwd"', 'b"/etc/passwd"', `tarfile.${kind}`))).toBe(
    `Unsafe archive::${SDIST} has the entry acme_billing-1.2.3/passwd, which is no plain file or folder.`,
  );
});

test('a second folder is refused', () => {
  expect(refusal(adding('"evil/a.py"', 'b""', 'tarfile.REGTYPE'))).toBe(
    `Not an sdist::${SDIST} has 2 entries beside each other at the top, and has to have one folder.`,
  );
});

test('no PKG-INFO is refused', () => {
  expect(refusal('sdist(edit=lambda entries: entries[:1])')).toBe(
    `Not an sdist::${SDIST} has no PKG-INFO in its folder.`,
  );
});

test('a name without a version is refused', () => {
  expect(refusal('sdist(file="acme.tar.gz")')).toBe(
    'Not an sdist::acme.tar.gz has no name that an sdist can have: NAME-VERSION.tar.gz.',
  );
});

test('another name or version in PKG-INFO is refused', () => {
  expect(refusal('sdist(says=metadata("requests", "2.0"))')).toBe(
    `Name and metadata differ::${SDIST} is acme-billing 1.2.3 by its name, and requests 2.0 by its PKG-INFO.`,
  );
});

test('the PKG-INFO of an .egg-info is not asked', () => {
  const egg = adding(
    '"acme_billing-1.2.3/src/acme_billing.egg-info/PKG-INFO"',
    'metadata("evil", "9").encode()',
    'tarfile.REGTYPE',
  );
  expect(verify(egg)).toMatchObject({ status: 0, log: '' });
});

test('the name that older tools write, with hyphens, is the same name', () => {
  expect(verify('sdist("acme-billing")')).toMatchObject({ status: 0, log: '' });
});

test('what is no gzip file is refused', () => {
  expect(refusal('put("acme_billing-1.2.3.tar.gz", b"x")')).toBe(
    `Broken archive::${SDIST} can not be read: "Not a gzipped file (b'x')"`,
  );
});

describe('what is behind the last entry is refused:', () => {
  const HIDDEN = `Unsafe archive::${SDIST} has bytes behind its last entry, so that tools differ in what they find in it.`;
  const change = (edit: string) =>
    'import gzip\n' +
    'path = sdist()\ndata = gzip.decompress(open(path, "rb").read())\n' +
    'def block(name, size):\n' +
    '    header = tarfile.TarInfo(name)\n    header.size = size\n    return header.tobuf(tarfile.GNU_FORMAT)\n' +
    'short = data.rstrip(b"\\0")\nshort += bytes(-len(short) % 512)\n' +
    `open(path, "wb").write(gzip.compress(${edit}))`;

  test.each([
    ['an archive behind the end', 'data + data'],
    ['an archive behind a block that is none', 'short + b"x" * 512 + data'],
    ['an entry of a negative size', 'short + block("acme_billing-1.2.3/a.py", -1024) + data'],
    ['less than a block', 'short + b"x"'],
  ])('%s', (_, edit) => {
    expect(refusal(change(edit))).toBe(HIDDEN);
  });

  test.each([
    ['more zeros', 'data + bytes(10240)'],
    ['no zeros', 'short'],
  ])('but %s are usual', (_, edit) => {
    expect(verify(change(edit))).toMatchObject({ status: 0, log: '' });
  });

  test('bytes that are not packed', () => {
    expect(refusal('path = sdist()\nopen(path, "ab").write(b"evil")')).toBe(
      `Broken archive::${SDIST} can not be read: "Not a gzipped file (b'ev')"`,
    );
  });
});

test.each([
  ['a size beside the size', '{}', '{"size": "1"}'],
  ['one name for all entries', '{"path": "acme_billing-1.2.3/a.py"}', '{}'],
])('%s is refused', (_, ofAll, ofOne) => {
  const make = `
folder("built/1")
with tarfile.open("built/1/${SDIST}", "w:gz", format=tarfile.PAX_FORMAT, pax_headers=${ofAll}) as archive:
    header = tarfile.TarInfo("acme_billing-1.2.3/a.py")
    header.size, header.pax_headers = 1, ${ofOne}
    archive.addfile(header, io.BytesIO(b"1"))
`;
  expect(refusal(make)).toBe(
    `Unsafe archive::${SDIST} describes the entry acme_billing-1.2.3/a.py in two ways, and tools differ in which one they take.`,
  );
});

test('a long name, a date with a fraction and a comment for all are usual', () => {
  const make = `
folder("built/1")
with tarfile.open("built/1/${SDIST}", "w:gz", format=tarfile.PAX_FORMAT, pax_headers={"comment": "a commit"}) as archive:
    for name in ("PKG-INFO", "a" * 200 + ".py"):
        data = metadata("acme_billing", "1.2.3").encode()
        header = tarfile.TarInfo(f"acme_billing-1.2.3/{name}")
        header.size, header.mtime = len(data), 1.5
        archive.addfile(header, io.BytesIO(data))
`;
  expect(verify(make)).toMatchObject({ status: 0, log: '' });
});
