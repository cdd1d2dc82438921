import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

const BEGIN = 'Broken metadata::acme_billing-1.2.3-py3-none-any.whl has';
const WHERE = 'acme_billing-1.2.3.dist-info/METADATA';

test.each([
  ['no name', 'Version: 1.2.3\\n', `0 lines Name in ${WHERE}, and has to have one.`],
  [
    'two names',
    'Name: acme-billing\\nName: requests\\nVersion: 1.2.3\\n',
    `2 lines Name in ${WHERE}, and has to have one.`,
  ],
  [
    'two versions in letters of two kinds',
    'Name: acme-billing\\nVersion: 1.2.3\\nVERSION: 99\\n',
    `2 lines Version in ${WHERE}, and has to have one.`,
  ],
  [
    'a name that no package can have',
    'Name: acme billing\\nVersion: 1.2.3\\n',
    `the name 'acme billing' in ${WHERE}, which no package can have.`,
  ],
  [
    'a name of two lines',
    'Name: acme-billing\\n ::set-output name=x::y\\nVersion: 1.2.3\\n',
    `the name 'acme-billing\\n ::set-output name=x::y' in ${WHERE}, which no package can have.`,
  ],
  [
    'letters that look like others',
    'Name: \\u0430cme-billing\\nVersion: 1.2.3\\n',
    `the name '\\u0430cme-billing' in ${WHERE}, which no package can have.`,
  ],
  [
    'a version that is none',
    'Name: acme-billing\\nVersion: 1.2.3%0A::error\\n',
    `the version '1.2.3%250A::error' in ${WHERE}, which is none by PEP 440.`,
  ],
])('%s', (_, says, sentence) => {
  expect(refusal(`wheel(says="Metadata-Version: 2.1\\n${says}")`)).toBe(`${BEGIN} ${sentence}`);
});

test('bytes that are no text', () => {
  const make =
    'latin = "Name: acme-billing\\nVersion: 1.2.3\\nAuthor: J\\xf6rg\\n".encode("latin-1")\n' +
    'wheel(edit=lambda entries: [(name, latin if "METADATA" in name else data) for name, data in entries])';
  expect(refusal(make)).toBe(`${BEGIN} a ${WHERE} that is not UTF-8.`);
});

test('a version that is equal and written otherwise is another one', () => {
  expect(refusal('wheel(says=metadata("acme_billing", "1.2.3.0"))')).toBe(
    'Name and metadata differ::acme_billing-1.2.3-py3-none-any.whl is acme-billing 1.2.3 by its name, ' +
      'and acme-billing 1.2.3.0 by its METADATA.',
  );
  expect(verify('wheel(says=metadata("acme_billing", "v1.2.3"))')).toMatchObject({ status: 0, log: '' });
});
