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
