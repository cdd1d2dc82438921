import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

const WHEEL = 'acme_billing-1.2.3-py3-none-any.whl';

test.each([
  ['a name without tags', 'wheel(file="acme_billing-1.2.3.whl")', 'acme_billing-1.2.3.whl'],
  [
    'a version that is none',
    'wheel(file="acme_billing-one-py3-none-any.whl")',
    'acme_billing-one-py3-none-any.whl',
  ],
])('%s is refused', (_, make, name) => {
  expect(refusal(make)).toBe(
    `Not a wheel::${name} has no name that a wheel can have: NAME-VERSION-PYTHON-ABI-PLATFORM.whl.`,
  );
});

test.each([
  [
    'another name in METADATA',
    'wheel(says=metadata("requests", "1.2.3"))',
    'is acme-billing 1.2.3 by its name, and requests 1.2.3 by its METADATA.',
  ],
  [
    'another version in METADATA',
    'wheel(says=metadata("acme-billing", "99.0.0"))',
    'is acme-billing 1.2.3 by its name, and acme-billing 99.0.0 by its METADATA.',
  ],
  [
    'another name of its .dist-info',
    'wheel(info="requests-1.2.3.dist-info")',
    'is acme-billing 1.2.3 by its name, and requests 1.2.3 by its requests-1.2.3.dist-info.',
  ],
  [
    'other tags in WHEEL',
    'wheel(tags=["cp313-cp313-win_amd64"])',
    'has the tags py3-none-any in its name, and cp313-cp313-win_amd64 in WHEEL.',
  ],
])('%s is refused', (_, make, sentence) => {
  expect(refusal(make)).toBe(`Name and metadata differ::${WHEEL} ${sentence}`);
});

test.each([
  [
    'no .dist-info',
    'wheel(edit=lambda entries: entries[:1])',
    'has 0 folders .dist-info, and has to have one.',
  ],
  [
    'two of them',
    'wheel(edit=lambda entries: entries + [("evil-1.dist-info/METADATA", b"")])',
    'has 2 folders .dist-info, and has to have one.',
  ],
  [
    'two of them that differ in their letters',
    'wheel(edit=lambda entries: entries + [("Acme_Billing-1.2.3.Dist-Info/METADATA", b"")])',
    'has 2 folders .dist-info, and has to have one.',
  ],
  [
    'no METADATA',
    'wheel(edit=lambda entries: [entry for entry in entries if "METADATA" not in entry[0]])',
    'has no acme_billing-1.2.3.dist-info/METADATA.',
  ],
  [
    'no RECORD',
    'wheel(edit=lambda entries: [entry for entry in entries if "RECORD" not in entry[0]])',
    'has no acme_billing-1.2.3.dist-info/RECORD.',
  ],
])('%s is refused', (_, make, sentence) => {
  expect(refusal(make)).toBe(`Not a wheel::${WHEEL} ${sentence}`);
});

test('several tags in one name, a build number and another spelling of the name are usual', () => {
  const make =
    'wheel("Acme.Billing", tag="py2.py3-none-any", tags=["py2-none-any", "py3-none-any"])\n' +
    'wheel(file="acme_billing-1.2.3-7-cp313-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",' +
    ' tags=["cp313-abi3-manylinux_2_17_x86_64", "cp313-abi3-manylinux2014_x86_64"])';
  expect(verify(make)).toMatchObject({ status: 0, log: '' });
});

test('a .dist-info that installers would not find is refused', () => {
  expect(refusal('wheel(info="acme_billing-1.2.3.DIST-INFO")')).toBe(
    'Not a wheel::acme_billing-1.2.3-py3-none-any.whl has the folder acme_billing-1.2.3.DIST-INFO, ' +
      'and installers look for .dist-info in small letters.',
  );
});
