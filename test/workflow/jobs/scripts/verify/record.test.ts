import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

test.each([
  [
    'a file that it does not list',
    'wheel(edit=lambda entries: entries + [("acme_billing/evil.py", b"")])',
    'has acme_billing/evil.py, which its RECORD does not list.',
  ],
  [
    'a file that is not there',
    'wheel(record=lambda lines: lines + ["acme_billing/lost.py,,"])',
    'lists acme_billing/lost.py, which is not in it.',
  ],
  [
    'other bytes',
    'wheel(edit=lambda entries: [(entries[0][0], b"import evil")] + entries[1:])',
    'has other bytes in acme_billing/__init__.py than its RECORD says.',
  ],
  [
    'a hash that can be forged',
    'wheel(record=lambda lines: [lines[0].replace("sha256", "md5")] + lines[1:])',
    'has no SHA-2 hash of acme_billing/__init__.py in its RECORD.',
  ],
  [
    'a line twice',
    'wheel(record=lambda lines: lines + lines[:1])',
    'has a RECORD in which a line is twice, or not of three columns.',
  ],
  [
    'a line of other columns',
    'wheel(record=lambda lines: lines + ["a"])',
    'has a RECORD in which a line is twice, or not of three columns.',
  ],
])('%s is refused', (_, make, sentence) => {
  expect(refusal(make)).toBe(`RECORD is wrong::acme_billing-1.2.3-py3-none-any.whl ${sentence}`);
});

test('folders and signatures need not be listed', () => {
  const make =
    'wheel(edit=lambda entries: [("acme_billing/", b"")] + entries + [("acme_billing-1.2.3.dist-info/RECORD.jws", b"{}")])';
  expect(verify(make)).toMatchObject({ status: 0, log: '' });
});
