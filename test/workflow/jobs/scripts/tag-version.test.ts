import { PublishTrigger } from '../../../../src';
import { removeFolders } from '../../support/cli';
import { refusal, verify } from '../../support/verify';

afterAll(removeFolders);

const V = PublishTrigger.tags('*');
const SDK = PublishTrigger.tags('sdk-v*', 'sdk/*');
const env = (TAG: string, trigger: PublishTrigger) => ({
  TAG,
  TAG_PATTERNS: trigger._readableTags().join('\n'),
});

describe('the tag is the version of every file', () => {
  test.each([
    ['v1.2.3', '1.2.3', V],
    ['1.2.3', '1.2.3', V],
    ['v1.2', '1.2.0', V],
    ['v1.2.3-rc.1', '1.2.3rc1', V],
    ['v1.2.3+local', '1.2.3+local', V],
    ['sdk-v1.2.3', '1.2.3', SDK],
    ['sdk/1.2.3', '1.2.3', SDK],
    ['orders-sdk-v1.2.3', '1.2.3', PublishTrigger.tags('*-v*.*.*')],
    ['v1.2.3', '1.2.3', PublishTrigger.branch('main')],
    ['sdk@1.2.3', '1.2.3', PublishTrigger.anyRef()],
    ['v1.2.3rc1', '1.2.3rc1', V.preReleasesOnly()],
    ['v1.2.3.post1', '1.2.3.post1', V.finalOnly()],
  ])('%s and %s', (tag, version, trigger) => {
    const { status, log, outputs } = verify(`wheel(version="${version}")`, env(tag, trigger));
    expect({ status, log, publish: outputs.publish }).toEqual({ status: 0, log: '', publish: undefined });
  });
});

test('another version fails, with both and what to do', () => {
  expect(refusal('sdist()', { TAG: 'v1.2.4' })).toBe(
    'Tag and version differ::The tag is v1.2.4, and the version in acme_billing-1.2.3.tar.gz is 1.2.3. ' +
      'Push the tag v1.2.3, or change the version of the package.',
  );
});

test.each([
  ['one of the files', 'wheel()\nsdist(version="1.2.4")', 'v1.2.3', V, 'acme_billing-1.2.4.tar.gz is 1.2.4.'],
  ['a tag that is no version', 'wheel()', 'latest', V, 'The tag is latest, and'],
  ['the tag of a package beside it', 'wheel()', 'x-v1.2.3', SDK, 'Push the tag sdk-v1.2.3, or'],
  ['a longer version', 'wheel()', 'sdk-v1.2', SDK, 'Push the tag sdk-v1.2.3, or'],
  [
    'a version that no tag of the trigger says',
    'wheel()',
    'v2.0',
    PublishTrigger.tags('v2.*'),
    'is 1.2.3. Change the version of the package.',
  ],
  ['a tag that is a command', 'wheel()', 'v1%0A::error::', V, "The tag is 'v1%250A::error::', and"],
])('%s fails', (_, make, tag, trigger, message) => {
  expect(refusal(make, env(tag, trigger))).toContain(message);
});

test.each([
  ['v1.2.3rc1', 'pre-release', V.finalOnly()],
  ['v1.2.3.dev1', 'pre-release', V.finalOnly()],
  ['v7.0', 'final release', V.preReleasesOnly()],
])('%s is not published by a trigger for other releases, which is no failure', (tag, kind, trigger) => {
  const { status, log, outputs, handedOn } = verify('wheel()', env(tag, trigger));
  expect({ status, log, publish: outputs.publish }).toEqual({
    status: 0,
    log: `::notice title=Nothing is published::${tag} is a ${kind}, which this workflow does not publish.\n`,
    publish: 'false',
  });
  expect(handedOn).toHaveLength(1);
});

test('what is not published is held to everything else', () => {
  expect(refusal('wheel()\nsdist(version="1.2.4")', env('v1.0', V))).toContain('Tag and version differ');
  const { status, log } = verify('wheel()\nsdist(version="1.2.4")', env('v1.0', V.preReleasesOnly()));
  expect(status).toBe(1);
  expect(log).toContain('::error title=More than one version::');
});
