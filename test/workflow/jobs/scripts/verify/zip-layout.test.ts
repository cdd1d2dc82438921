import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

const WHEEL = 'Unsafe archive::acme_billing-1.2.3-py3-none-any.whl';
const HIDDEN = `${WHEEL} has bytes that belong to no entry, so that tools differ in what they find in it.`;
const twoWays = (entry: string) =>
  `${WHEEL} describes the entry ${entry} in two ways, and tools differ in which one they take.`;

/** Python that writes wheels as a pipe gets them, with sizes behind the entries, and changes the bytes of one. */
const CHANGES = `
import struct, zlib

class Pipe(io.RawIOBase):
    def __init__(self): self.data = b""
    def writable(self): return True
    def write(self, data): self.data += bytes(data); return len(data)

def piped(packed=zipfile.ZIP_DEFLATED, is_large=False):
    path, pipe = wheel(), Pipe()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(pipe, "w", packed) as new:
        for name in old.namelist():
            with new.open(name, "w", force_zip64=is_large) as entry: entry.write(old.read(name))
    open(path, "wb").write(pipe.data)
    return path

def change(path, edit):
    data = open(path, "rb").read()
    open(path, "wb").write(edit(data))

def entry(name, data):
    sizes = zlib.crc32(data), len(data), len(data), len(name), 0
    return b"PK\\x03\\x04" + struct.pack("<5H3L2H", 20, 0, 0, 0, 33, *sizes) + name + data

def longer_last(data, hidden):
    """Says of the last entry that what is hidden behind its content is a part of it."""
    last = zipfile.ZipFile(io.BytesIO(data)).infolist()[-1]
    at, end = data.index(b"PK\\x01\\x02"), len(data) - 22
    more = data[at - 16:at] + hidden
    size = struct.pack("<L", last.compress_size + len(more))
    before = data[:at - 16] + more + data[at - 16:at - 8] + size + data[at - 4:at]
    directory = data[at:end]
    record = directory.rindex(b"PK\\x01\\x02")
    directory = directory[:record + 20] + size + directory[record + 24:]
    return before + directory + data[end:end + 16] + struct.pack("<L", len(before)) + data[end + 20:]

def large_end(data, where=0):
    """The end of a zip file with many entries, which says by its locator where its directory ends."""
    end = len(data) - 22
    count, size, start = struct.unpack("<10xHLL2x", data[end:])
    return (data[:end] + b"PK\\x06\\x06" + struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, count, count, size, start)
            + b"PK\\x06\\x07" + struct.pack("<LQL", 0, where or end, 1) + data[end:])
`;

test.each([
  ['before its first entry', 'lambda data: b"#!/bin/sh\\n" + data'],
  ['behind its end', 'lambda data: data + b"x" * 30'],
  ['in a comment', 'lambda data: data[:-2] + b"\\x04\\0evil"'],
  [
    'between its entries',
    'lambda data: (at := data.index(b"PK\\x01\\x02"), more := entry(b"evil.py", b"")) and ' +
      'data[:at] + more + data[at:-6] + struct.pack("<L", at + len(more)) + data[-2:]',
  ],
])('bytes %s are refused', (_, edit) => {
  expect(refusal(`${CHANGES}change(wheel(), ${edit})`)).toBe(HIDDEN);
});

test('entries in the content of another one, for who looks for its end, are refused', () => {
  const hide = 'change(piped(), lambda data: longer_last(data, entry(b"evil.py", b"VALUE = 2")))';
  expect(refusal(CHANGES + hide)).toBe(HIDDEN);
});

test('a directory that counts other entries is refused', () => {
  const count = 'change(wheel(), lambda data: data[:-14] + struct.pack("<HH", 2, 2) + data[-10:])';
  expect(refusal(CHANGES + count)).toBe(HIDDEN);
});

test('two ends that say different places are refused', () => {
  expect(refusal(`${CHANGES}change(wheel(), lambda data: large_end(data, 1))`)).toBe(HIDDEN);
});

describe('an entry that begins with something else than the directory says is refused:', () => {
  const INIT = 'acme_billing/__init__.py';

  test.each([
    ['another name', 'data.replace(b"billing/__init__.py", b"billing/__evil__.py", 1)'],
    ['another size', 'data[:18] + b"\\3\\0\\0\\0" + data[22:]'],
    ['another way of packing', 'data[:8] + b"\\0\\0" + data[10:]'],
    ['another sum', 'data[:14] + b"evil" + data[18:]'],
    ['that its sizes follow', 'data[:6] + b"\\x08\\0" + data[8:]'],
  ])('%s', (_, edit) => {
    expect(refusal(`${CHANGES}change(wheel(), lambda data: ${edit})`)).toBe(twoWays(INIT));
  });

  test('another name of a file that is not in RECORD', () => {
    const signed = 'acme_billing-1.2.3.dist-info/RECORD.jws';
    const make =
      `path = wheel(edit=lambda entries: entries + [("${signed}", b"VALUE = 2\\n")])\n` +
      `change(path, lambda data: data.replace(b"${signed}", b"acme_billing/evil_evil_evil_evil_evi.py", 1))`;
    expect(refusal(CHANGES + make)).toBe(twoWays(signed));
  });

  test('a file in place of a folder', () => {
    const make =
      'path = wheel(edit=lambda entries: entries + [("acme_billing/evil.py/", b"")])\n' +
      'change(path, lambda data: data.replace(b"acme_billing/evil.py/", b"acme_billing/evil.pyc", 1))';
    expect(refusal(CHANGES + make)).toBe(twoWays('acme_billing/evil.py/'));
  });
});

test('a name beside the name is refused', () => {
  const make =
    'path = wheel()\n' +
    'with zipfile.ZipFile(path) as old: entries = [(name, old.read(name)) for name in old.namelist()]\n' +
    'with zipfile.ZipFile(path, "w") as new:\n' +
    '    for name, data in entries:\n' +
    '        header = zipfile.ZipInfo(name)\n' +
    '        header.extra = struct.pack("<HHBL", 0x7075, 12, 1, 0) + b"evil.py"\n' +
    '        new.writestr(header, data)';
  expect(refusal(CHANGES + make)).toBe(twoWays('acme_billing/__init__.py'));
});

test.each([
  ['sizes that follow their entries', 'piped()'],
  ['large sizes that follow', 'piped(is_large=True)'],
  ['the end that many entries have', 'change(wheel(), large_end)'],
  [
    'large sizes before their entries',
    'path = wheel()\n' +
      'with zipfile.ZipFile(path) as old: entries = [(name, old.read(name)) for name in old.namelist()]\n' +
      'with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:\n' +
      '    for name, data in entries:\n' +
      '        with new.open(name, "w", force_zip64=True) as file: file.write(data)',
  ],
])('%s are usual', (_, make) => {
  expect(verify(CHANGES + make)).toMatchObject({ status: 0, log: '' });
});

test('sizes that follow what is not packed are refused, since nobody could find its end', () => {
  expect(refusal(`${CHANGES}piped(zipfile.ZIP_STORED)`)).toBe(HIDDEN);
});
