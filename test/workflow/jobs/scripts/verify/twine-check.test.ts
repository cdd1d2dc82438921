import { VERIFY } from '../../../../../src/workflow/jobs/scripts/verify/program';
import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

const UNRENDERED =
  'wheel(says="Metadata-Version: 2.1\\nName: acme-billing\\nVersion: 1.2.3\\nDescription-Content-Type: text/x-rst\\n\\n' +
  '.. raw:: html\\n   :file: /etc/passwd\\n\\n::error title=Fine::100%0A\\n")';

test('a README that PyPI would not render is a warning, and no command of the workflow', () => {
  const { status, log, handedOn } = verify(UNRENDERED, {}, VERIFY);
  expect(status).toBe(0);
  expect(handedOn).toHaveLength(1);
  expect(log).toMatch(/^::warning title=Twine check::.*acme_billing-1\.2\.3-py3-none-any\.whl.*\n$/);
  expect(log).not.toContain('built/');
});

test('a README that it would render is none', () => {
  expect(verify('wheel()\nsdist()', {}, VERIFY)).toMatchObject({ status: 0, log: '' });
});

test('an option makes them strict', () => {
  expect(refusal(UNRENDERED, { STRICT: 'true' }, VERIFY)).toMatch(/^Twine check::.*acme_billing-1\.2\.3/);
});
