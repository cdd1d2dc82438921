import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

const WHEEL = 'Unsafe archive::acme_billing-1.2.3-py3-none-any.whl';
const LINK = 'wheel(attributes={"acme_billing/__init__.py": 0o120777})';
const HIDDEN = 'has bytes that belong to no entry, so that tools differ in what they find in it.';

test('a link is refused', () => {
  expect(refusal(LINK)).toBe(
    `${WHEEL} has the entry acme_billing/__init__.py, which is no plain file or folder.`,
  );
});

test('a way of packing that installers need not know is refused', () => {
  expect(refusal('wheel(packed=zipfile.ZIP_LZMA)')).toBe(
    `${WHEEL} has the entry acme_billing/__init__.py, which is packed in an unusual way.`,
  );
});

test.each([
  ['before its first entry', 'data = b"#!/bin/sh\\n" + data'],
  ['behind its end', 'data = data + b"x" * 30'],
  [
    'between its entries, where who reads from the beginning finds another file',
    'import struct\n' +
      'at = data.index(b"PK\\x01\\x02")\n' +
      'other = b"PK\\x03\\x04" + struct.pack("<5H3I2H", 20, 0, 0, 0, 0, 0, 0, 0, 4, 0) + b"evil"\n' +
      'end = len(data) - 22\n' +
      'start = struct.pack("<I", at + len(other))\n' +
      'data = data[:at] + other + data[at:end + 16] + start + data[end + 20:]',
  ],
])('bytes %s are refused', (_, change) => {
  const make = `path = wheel()\ndata = open(path, "rb").read()\n${change}\nopen(path, "wb").write(data)`;
  expect(refusal(make)).toBe(`${WHEEL} ${HIDDEN}`);
});

test('an entry whose two names differ is refused', () => {
  const make =
    'path = wheel()\ndata = open(path, "rb").read()\n' +
    'open(path, "wb").write(data.replace(b"acme_billing/__init__.py", b"acme_billing/__evil__.py", 1))';
  expect(refusal(make)).toContain('Broken archive::acme_billing-1.2.3-py3-none-any.whl can not be read: ');
});

test('sizes that follow their entries are usual', () => {
  const make =
    'class Pipe(io.RawIOBase):\n' +
    '    def __init__(self): self.data = b""\n' +
    '    def writable(self): return True\n' +
    '    def write(self, data): self.data += bytes(data); return len(data)\n' +
    'path = wheel()\npipe = Pipe()\n' +
    'with zipfile.ZipFile(path) as old, zipfile.ZipFile(pipe, "w") as new:\n' +
    '    for name in old.namelist(): new.writestr(name, old.read(name))\n' +
    'open(path, "wb").write(pipe.data)';
  expect(verify(make)).toMatchObject({ status: 0, log: '' });
});

test('what is no zip file is refused', () => {
  expect(refusal('put("acme_billing-1.2.3-py3-none-any.whl", b"x")')).toBe(
    "Broken archive::acme_billing-1.2.3-py3-none-any.whl can not be read: 'File is not a zip file'",
  );
});
