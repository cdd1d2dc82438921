import * as fc from 'fast-check';
import { checkTagPattern } from '../../../src/github/trigger/tag-pattern';
import { patternInstead, versionBegin } from '../../../src/github/trigger/version-in-tag';
import { accepted, anyText } from '../../support/inputs';

describe('the version begins', () => {
  test.each([
    ['*', '', '*'],
    ['**', '', '**'],
    ['v*', '', 'v*'],
    ['V*', '', 'V*'],
    ['v*.*.*', '', 'v*.*.*'],
    ['v1.*', '', 'v1.*'],
    ['v1.2.3', '', 'v1.2.3'],
    ['2024.*', '', '2024.*'],
    ['sdk-v1.*', 'sdk-', 'v1.*'],
    ['*-v*.*.*', '*-', 'v*.*.*'],
    ['*-*', '*-', '*'],
    ['**/v*', '**/', 'v*'],
    ['sdk_1.*', 'sdk_', '1.*'],
    ['release/*', 'release/', '*'],
    ['orders-sdk@*', 'orders-sdk@', '*'],
    ['@acme/sdk@1.*', '@acme/sdk@', '1.*'],
    ['orders==*', 'orders==', '*'],
    ['sdk-2-*', 'sdk-2-', '*'],
    ['py3-v*', 'py3-', 'v*'],
    ['v*-v*', 'v*-', 'v*'],
    ['v*/*', 'v*/', '*'],
  ])('in %s behind %j', (pattern, prefix, version) => {
    const begin = versionBegin(pattern);
    expect([pattern.slice(0, begin), pattern.slice(begin)]).toEqual([prefix, version]);
    expect(begin).toBe(prefix.length);
  });
});

describe('nobody can tell where the version begins', () => {
  test.each([
    ['sdk2*', "'sdk2-v*'"],
    ['acme.*', "'acme-v*'"],
    ['acme*', "'acme-v*'"],
    ['release', "'release-v*'"],
    ['sdk-', "'sdk-v*'"],
    ['sdk-.*', "'sdk-v*'"],
    ['sdk=*', "'sdk-v*'"],
    ['version*', "'version-v*'"],
    ['*-sdk', "'*-sdk-v*'"],
    ['v', "'v*'"],
    ['vv*', "'vv-v*'"],
    ['v*-rc*', "PublishTrigger.tags('v*').preReleasesOnly()"],
    ['v*rc*', "PublishTrigger.tags('v*').preReleasesOnly()"],
    ['v*.*.*-*', "PublishTrigger.tags('v*.*.*').preReleasesOnly()"],
    ['v1.*.dev*', "PublishTrigger.tags('v1.*').preReleasesOnly()"],
    ['sdk-v*-*', "PublishTrigger.tags('sdk-v*').preReleasesOnly()"],
    ['2024.*_*', "PublishTrigger.tags('2024.*').preReleasesOnly()"],
    ['v*-final', "'v*'"],
    ['v1.0.0rc1', "'v*'"],
    ['sdk-1.0.0-rc.1', "'sdk-v*'"],
  ])('in %s, and instead stands %s', (pattern, instead) => {
    expect(versionBegin(pattern)).toBeUndefined();
    expect(patternInstead(pattern)).toBe(instead);
  });

  test('and what stands instead is a pattern that tells, for whatever Git takes', () => {
    const part = fc.constantFrom('v', '*', '1', '.', '-', '_', '/', '@', '==', 'sdk', 'rc', '2', 'a!');
    const pattern = fc.oneof(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
      anyText,
    );
    let told = 0;
    fc.assert(
      fc.property(pattern, (text) => {
        const message = messageOf(() => checkTagPattern(text));
        if (!message?.includes('does not tell')) return;
        const [, instead = ''] = /Write instead: (.*)\. See /.exec(message) ?? [];
        const [, advised = ''] = /'(.*)'/.exec(instead) ?? [];
        expect(accepted(() => checkTagPattern(advised) ?? true)).toBe(true);
        told += 1;
      }),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(300);
  });
});

test('a long pattern is read at once', () => {
  const start = process.hrtime.bigint();
  for (const text of [`${'*-v'.repeat(66)}*`, `${'1.*'.repeat(66)}a`, `${'-=='.repeat(66)}a`]) {
    versionBegin(text);
    patternInstead(text);
  }
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(100);
});

function messageOf(call: () => void): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
