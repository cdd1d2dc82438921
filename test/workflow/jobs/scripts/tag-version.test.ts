import { tagPrefix } from '../../../../src/workflow/jobs/scripts/tag-version';
import { removeFolders } from '../../support/cli';
import { refusal, verify } from '../../support/verify';

afterAll(removeFolders);

describe('the tag is the version of every file', () => {
  test.each([
    ['v1.2.3', '1.2.3', ''],
    ['1.2.3', '1.2.3', ''],
    ['v1.2', '1.2.0', ''],
    ['v1.2.3-rc.1', '1.2.3rc1', ''],
    ['v1.2.3+local', '1.2.3+local', ''],
    ['sdk-v1.2.3', '1.2.3', 'sdk-'],
    ['sdk/1.2.3', '1.2.3', 'sdk-\nsdk/'],
    ['v1.2.3', '1.2.3', 'sdk-'],
  ])('%s and %s', (TAG, version, TAG_PREFIXES) => {
    const { status, log } = verify(`wheel(version="${version}")`, { TAG, TAG_PREFIXES });
    expect({ status, log }).toEqual({ status: 0, log: '' });
  });
});

test('another version fails, with both and what to do', () => {
  expect(refusal('sdist()', { TAG: 'v1.2.4' })).toBe(
    'Tag and version differ::The tag is v1.2.4, and the version in acme_billing-1.2.3.tar.gz is 1.2.3. ' +
      'Push the tag v1.2.3, or change the version of the package.',
  );
});

test.each([
  [
    'one of the files',
    'wheel()\nsdist(version="1.2.4")',
    'v1.2.3',
    '',
    'acme_billing-1.2.4.tar.gz is 1.2.4.',
  ],
  ['a tag that is no version', 'wheel()', 'latest', '', 'The tag is latest, and'],
  ['the tag of a package beside it', 'wheel()', 'x-v1.2.3', 'sdk-', 'The tag is x-v1.2.3'],
  ['a longer version', 'wheel()', 'sdk-v1.2', 'sdk-', 'Push the tag sdk-v1.2.3,'],
  ['a tag that is a command', 'wheel()', 'v1%0A::error::', '', "The tag is 'v1%250A::error::', and"],
])('%s fails', (_, make, TAG, TAG_PREFIXES, message) => {
  expect(refusal(make, { TAG, TAG_PREFIXES })).toContain(message);
});

test.each([
  ['v*.*.*', ''],
  ['*', ''],
  ['v1.*', ''],
  ['sdk-v*', 'sdk-'],
  ['sdk/v*.*.*', 'sdk/'],
  ['sdk-*', 'sdk-'],
  ['v1.2.3', ''],
  ['dev*', 'de'],
])('before the version in tags like %s stands %j', (pattern, prefix) => {
  expect(tagPrefix(pattern)).toBe(prefix);
});
