import { removeFolders } from '../../../support/cli';
import { refusal } from '../../../support/verify';

afterAll(removeFolders);

const WHEEL = 'Unsafe archive::acme_billing-1.2.3-py3-none-any.whl';
const LINK = 'wheel(attributes={"acme_billing/__init__.py": 0o120777})';

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

test('what is no zip file is refused', () => {
  expect(refusal('put("acme_billing-1.2.3-py3-none-any.whl", b"x")')).toBe(
    "Broken archive::acme_billing-1.2.3-py3-none-any.whl can not be read: 'File is not a zip file'",
  );
});
