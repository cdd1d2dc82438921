import { VERIFY } from '../../../../../src/workflow/jobs/scripts/verify/program';
import { removeFolders } from '../../../support/cli';
import { refusal } from '../../../support/verify';

afterAll(removeFolders);

const WHEEL = 'Unsafe archive::acme_billing-1.2.3-py3-none-any.whl has the entry';
const SDIST = 'Unsafe archive::acme_billing-1.2.3.tar.gz has the entry';

const inWheel = (name: string) => `wheel(edit=lambda entries: entries + [(${JSON.stringify(name)}, b"")])`;
const inSdist = (name: string) =>
  `sdist(edit=lambda entries: entries + [(${JSON.stringify(name)}, b"", tarfile.REGTYPE)])`;

describe.each([
  ['a wheel', WHEEL, inWheel],
  ['an sdist', SDIST, inSdist],
])('an entry of %s', (_, begin, make) => {
  test.each([
    '../evil.py',
    'acme_billing/../../evil.py',
    '/etc/profile.d/evil.sh',
    'C:/evil.py',
    'acme_billing//evil.py',
    './evil.py',
  ])('leads nowhere else: %s', (name) => {
    expect(refusal(make(name))).toBe(`${begin} ${name}, which is no plain path below its folder.`);
  });

  test('has no separators of Windows', () => {
    expect(refusal(make('..\\evil.py'))).toBe(
      `${begin} '..\\\\evil.py', which is no plain path below its folder.`,
    );
  });

  test.each([
    ['turns the direction of writing', 'a\u202eyp.py', "'a\\u202eyp.py'"],
    ['ends a line', 'a\n::error::b', "'a\\n::error::b'"],
  ])('%s', (_case, name, shown) => {
    expect(refusal(make(name))).toBe(`${begin} ${shown}, whose name can not be printed.`);
  });
});

test('a name may stand once in a wheel', () => {
  const twice = 'wheel(edit=lambda entries: entries + [("acme_billing-1.2.3.dist-info/METADATA", b"")])';
  expect(refusal(`import warnings; warnings.simplefilter("ignore")\n${twice}`)).toBe(
    `${WHEEL} acme_billing-1.2.3.dist-info/METADATA twice, and tools differ in which one they take.`,
  );
});

test('a name may stand once in an sdist', () => {
  expect(refusal(inSdist('acme_billing-1.2.3/PKG-INFO'))).toBe(
    `${SDIST} acme_billing-1.2.3/PKG-INFO twice, and tools differ in which one they take.`,
  );
});

describe('no more is read than an archive may hold', () => {
  const small = VERIFY.replace('LARGEST_CONTENT = 4 * 2**30', 'LARGEST_CONTENT = 2**20')
    .replace('LARGEST_METADATA = 2**22', 'LARGEST_METADATA = 2**16')
    .replace('MOST_ENTRIES = 100_000', 'MOST_ENTRIES = 50');

  test.each([
    [
      'a wheel of zeros',
      'wheel(edit=lambda entries: entries + [("acme_billing/a", bytes(2**21))])',
      'Unsafe archive::acme_billing-1.2.3-py3-none-any.whl unpacks to more than 0.000977 GiB.',
    ],
    [
      'an sdist of zeros',
      'sdist(edit=lambda entries: entries + [("acme_billing-1.2.3/a", bytes(2**21), tarfile.REGTYPE)])',
      'Unsafe archive::acme_billing-1.2.3.tar.gz unpacks to more than 0.000977 GiB.',
    ],
    [
      'metadata without an end',
      'wheel(says=metadata("acme-billing", "1.2.3") + "x" * 2**17)',
      `${WHEEL} acme_billing-1.2.3.dist-info/METADATA, which is larger than 0.0625 MiB.`,
    ],
    [
      'a name that is as long as an archive',
      'sdist(edit=lambda entries: [("a" * 2**21, b"", tarfile.REGTYPE)])',
      'Unsafe archive::acme_billing-1.2.3.tar.gz unpacks to more than 0.000977 GiB.',
    ],
    [
      'entries without an end',
      'wheel(edit=lambda entries: entries + [(f"acme_billing/{i}", b"") for i in range(99)])',
      'Unsafe archive::acme_billing-1.2.3-py3-none-any.whl has more than 50 entries.',
    ],
  ])('%s', (_, make, sentence) => {
    expect(small).not.toBe(VERIFY);
    expect(refusal(make, {}, small)).toBe(sentence);
  });
});
