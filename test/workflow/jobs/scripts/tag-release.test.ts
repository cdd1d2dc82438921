import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { PublishTrigger } from '../../../../src';
import { TAG_RELEASE } from '../../../../src/workflow/jobs/scripts/tag-release';
import { TOOLS } from '../../../../tools/python/environment';
import { accepted } from '../../../support/inputs';

/** Has `packaging`, as the environment of the tools has in the workflow. */
const python = () => TOOLS.program('python');

const IMPORTS = `
import json, re, sys
from packaging.version import InvalidVersion, Version
`;

const CALL = `
answers = []
for call in json.load(sys.stdin):
    tag, patterns, version = call["tag"], call["patterns"], call.get("version")
    found = version_of(tag, patterns)
    answers.append({
        "version": found and str(found),
        "isMeant": is_meant(tag, patterns),
        "tagFor": version and tag_for(Version(version), tag, patterns),
        "normal": version and str(Version(version)),
    })
print(json.dumps(answers))
`;

interface Call {
  readonly tag: string;
  readonly patterns: string[];
  readonly version?: string;
}

interface Answer {
  readonly version: string | null;
  readonly isMeant: boolean;
  /** A tag for the version of the call. */
  readonly tagFor: string | null;
  /** The version of the call as Python writes it. */
  readonly normal: string | null;
}

function ask(calls: Call[]): Answer[] {
  const output = execFileSync(python(), ['-I', '-c', IMPORTS + TAG_RELEASE + CALL], {
    input: JSON.stringify(calls),
  });
  return JSON.parse(output.toString());
}

function versionOf(tag: string, ...patterns: string[]): string | null {
  return ask([{ tag, patterns: PublishTrigger.tags(...patterns)._readableTags() }])[0].version;
}

describe('the version in a tag', () => {
  test.each([
    ['v1.2.3', ['v*.*.*'], '1.2.3'],
    ['v1.2.3', ['v*'], '1.2.3'],
    ['V1.2.3', ['V*'], '1.2.3'],
    ['1.2.3', ['*'], '1.2.3'],
    ['v1.2.3', ['*'], '1.2.3'],
    ['v1.2', ['v1.*'], '1.2'],
    ['v1.2.3-rc.1', ['v*.*.*'], '1.2.3rc1'],
    ['v1.2.3+local.7', ['v*'], '1.2.3+local.7'],
    ['2024.10', ['2024.*'], '2024.10'],
    ['v1.0.post2', ['v*'], '1.0.post2'],
    ['1!2.0', ['*'], '1!2.0'],
    ['sdk-v1.2.3', ['sdk-v*'], '1.2.3'],
    ['sdk-v1.2.3', ['sdk-*'], '1.2.3'],
    ['sdk2-1.2.3', ['sdk2-*'], '1.2.3'],
    ['sdk/1.2.3', ['sdk/*'], '1.2.3'],
    ['orders==1.0', ['orders==*'], '1.0'],
    ['@acme/sdk@1.0', ['@acme/sdk@1.*'], '1.0'],
    ['orders-sdk-v1.2.3', ['*-v*.*.*'], '1.2.3'],
    ['orders-v2-v1.2.3', ['*-v*.*.*'], '1.2.3'],
    ['orders-sdk-1.2.3', ['*-*'], '1.2.3'],
    ['a/b-v1.0', ['**-v*'], '1.0'],
    // the first place where a version can begin
    ['orders-1.0-1', ['*-*'], '1.0.post1'],
    ['v1.0-1', ['*-*', 'v*'], '1.0.post1'],
    ['x-v1.0+a-v2', ['*-v*'], '1.0+a.v2'],
    ['py-2-1.0', ['*-*'], '1.0'],
    ['sdk-v1.0', ['*', 'sdk-v*'], '1.0'],
  ])('%s of %j is %s', (tag, patterns, version) => {
    expect(versionOf(tag, ...patterns)).toBe(version);
  });

  test.each([
    ['latest', ['*'], 'it is none'],
    ['vlatest', ['v*'], 'it is none'],
    ['sdk-v1.0', ['*'], 'the name of a package is no part of it'],
    ['1.2.3', ['v*'], 'the pattern has a letter more'],
    ['v2.0', ['v1.*'], 'the pattern is of other versions'],
    ['v1.2', ['v*.*.*'], 'the pattern has three parts'],
    ['a/b-v1.0', ['*-v*'], '* stops at a slash'],
    ['v1/0', ['v*'], '* stops at a slash'],
    ['x-v1.0', ['sdk-v*', 'sdk/*'], 'it is of another package'],
    ['sdk-1.0', ['SDK-*'], 'GitHub compares with case'],
    ['sdk1.0', ['sdk-*'], 'there is no separator'],
  ])('%s of %j is none, since %s', (tag, patterns) => {
    expect(versionOf(tag, ...patterns)).toBeNull();
  });

  test.each([
    ['v1.0', '1.0'],
    ['orders-1.0', '1.0'],
    ['orders/v1.0', '1.0'],
    ['orders==1.0', '1.0'],
    ['1.0-1', '1.0.post1'],
    ['latest', null],
  ])('%s is %s where nothing is said of tags', (tag, version) => {
    for (const trigger of [PublishTrigger.anyRef(), PublishTrigger.branch('main')]) {
      expect(ask([{ tag, patterns: trigger._readableTags() }])[0].version).toBe(version);
    }
  });
});

describe('a release is meant', () => {
  const v = PublishTrigger.tags('v*');
  test.each([
    ['v1.0', true, true, false],
    ['v1.0.post1', true, true, false],
    ['v1.0+local', true, true, false],
    ['v1.0rc1', true, false, true],
    ['v1.0-alpha.2', true, false, true],
    ['v1.0.dev1', true, false, true],
    ['v1.0.post1.dev1', true, false, true],
    ['latest', false, false, false],
    ['vlatest', false, false, false],
  ])('%s: all %s, final %s, pre %s', (tag, ...meant) => {
    const triggers = [v, v.finalOnly(), v.preReleasesOnly()];
    const answers = ask(triggers.map((trigger) => ({ tag, patterns: trigger._readableTags() })));
    expect(answers.map(({ isMeant }) => isMeant)).toEqual(meant);
  });

  test('where one of the patterns that read the version there means it', () => {
    const patterns = PublishTrigger.anyOf(
      PublishTrigger.tags('v*', '*-*').finalOnly(),
      PublishTrigger.tags('nightly-*').preReleasesOnly(),
    )._readableTags();
    const meant = ask(
      ['v1.0', 'v1.0rc1', 'nightly-1.0rc1', 'nightly-1.0', 'other-1.0rc1', 'v1.0-1'].map((tag) => ({
        tag,
        patterns,
      })),
    ).map(({ isMeant }) => isMeant);
    expect(meant).toEqual([true, false, true, true, false, true]);
  });
});

describe('the tag for another version', () => {
  const tagFor = (tag: string, version: string, trigger: PublishTrigger) =>
    ask([{ tag, version, patterns: trigger._readableTags() }])[0].tagFor;

  test.each([
    ['v1.2.4', '1.2.3', ['v*'], 'v1.2.3'],
    ['1.2.4', '1.2.3', ['*'], '1.2.3'],
    ['V1.2.4', '1.2.3', ['*'], 'V1.2.3'],
    ['sdk-v1.0', '1.1', ['sdk-v*', 'v*'], 'sdk-v1.1'],
    ['orders-sdk-v1.0', '1.1', ['*-v*'], 'orders-sdk-v1.1'],
    ['orders-v2-v1.0', '1.1', ['*-v*'], 'orders-v2-v1.1'],
    ['py-2-1', '1', ['*-*'], 'py-1'],
    ['py-2-x', '1', ['*-*'], 'py-2-v1'],
    ['x-v1.0', '1.0', ['sdk-v*'], 'sdk-v1.0'],
    ['latest', '1.0', ['v*'], 'v1.0'],
    ['v1.0', '1.0rc1', ['v*.*'], 'v1.0rc1'],
  ])('%s and %s by %j is %s', (tag, version, patterns, expected) => {
    expect(tagFor(tag, version, PublishTrigger.tags(...patterns))).toBe(expected);
  });

  test.each([
    ['v1.0', '2.0', PublishTrigger.tags('v1.*')],
    ['v1.2.3', '1.2', PublishTrigger.tags('v*.*.*')],
    ['v1.0', '1.0rc1', PublishTrigger.tags('v*').finalOnly()],
    ['v1.0rc1', '1.0', PublishTrigger.tags('v*').preReleasesOnly()],
    ['latest', '1.0', PublishTrigger.tags('*-v*')],
  ])('%s and %s is none where the trigger takes none: %#', (tag, version, trigger) => {
    expect(tagFor(tag, version, trigger)).toBeNull();
  });
});

/** As the specification writes it, and without the white space that it allows around. */
const PEP_440 =
  /^v?(\d+!)?\d+(\.\d+)*([-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?\d*)?(-\d+|[-_.]?(post|rev|r)[-_.]?\d*)?([-_.]?dev[-_.]?\d*)?(\+[a-z0-9]+([-_.][a-z0-9]+)*)?$/i;

/** How GitHub's documentation reads a filter. */
function filterOf(pattern: string): RegExp {
  const parts = pattern.split(/(\*+)/).map((part) => {
    if (part === '*') return '[^/]*';
    return part.startsWith('*') ? '.*' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** What stands behind the first cut at which both halves match and the second is a version. */
function versionByTrying(tag: string, pattern: string): string | undefined {
  const [, readable] = PublishTrigger.tags(pattern)._readableTags()[0].split(' ');
  const [prefix, version] = readable.split('^').map(filterOf);
  const cuts = Array.from({ length: tag.length + 1 }, (_, cut) => cut);
  const begin = cuts.find(
    (cut) => prefix.test(tag.slice(0, cut)) && version.test(tag.slice(cut)) && PEP_440.test(tag.slice(cut)),
  );
  return begin === undefined ? undefined : tag.slice(begin);
}

describe('for any pattern, any tag that GitHub takes by it, and any version', () => {
  const word = fc.constantFrom('sdk', 'orders', 'py', '*', '**', 'v2', 'a.b', '2', 'A!');
  const separator = fc.constantFrom('-', '_', '/', '@', '==');
  const versionPattern = fc.constantFrom('*', '**', 'v*', 'v*.*.*', '1.*', 'v1.*', '*.*', '2024.*', 'V*');
  const pattern = fc
    .tuple(fc.array(fc.tuple(word, separator), { maxLength: 3 }), versionPattern)
    .map(([words, version]) => words.flat().join('') + version)
    .filter((text) => accepted(() => PublishTrigger.tags(text)) !== undefined);
  const number = fc.constantFrom('0', '1', '2', '10', '2024');
  const release = fc.array(number, { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join('.'));
  const suffix = fc.constantFrom(
    '',
    '',
    '',
    'rc1',
    '-rc.1',
    'a2',
    '.dev3',
    '.post1',
    '-1',
    '+local.1',
    '-beta',
  );
  const version = fc.tuple(fc.constantFrom('', 'v'), release, suffix).map((parts) => parts.join(''));
  /** What a star can stand for. */
  const filling = fc.constantFrom('', 'sdk', 'a-b', 'x-1', 'v2', '1.0', '1', '1-2', 'a/b');
  const triple = pattern.chain((text) =>
    fc.record({
      pattern: fc.constant(text),
      tag: fc
        .tuple(fc.array(filling, { minLength: 8, maxLength: 8 }), fc.option(version, { nil: undefined }))
        .map(([fillings, tail]) => tagOf(text, fillings, tail)),
      version,
    }),
  );

  /** A tag of a pattern: each star is filled, and what the version is behind is a version, or filled as well. */
  function tagOf(text: string, fillings: string[], tail: string | undefined): string {
    const [, readable] = PublishTrigger.tags(text)._readableTags()[0].split(' ');
    const [prefix, rest] = readable.split('^');
    let next = 0;
    const fill = (part: string) => part.replace(/\*+/g, () => fillings[next++ % fillings.length]);
    return fill(prefix) + (tail ?? fill(rest));
  }

  const triples = fc.sample(triple, { numRuns: 6000, seed: 1 });
  const answers = ask(
    triples.map(({ tag, pattern: text, version: other }) => ({
      tag,
      patterns: PublishTrigger.tags(text)._readableTags(),
      version: other,
    })),
  );
  const expected = triples.map(({ tag, pattern: text }) => versionByTrying(tag, text));
  const normal = ask(expected.map((text) => ({ tag: '', patterns: [], version: text ?? '0' }))).map(
    ({ normal: text }) => text,
  );

  test('the version is what a trial of each cut finds', () => {
    const wrong = triples.filter(
      (_, index) => answers[index].version !== (expected[index] === undefined ? null : normal[index]),
    );
    expect(wrong).toEqual([]);
    // neither half of the sample is too small to tell
    const found = expected.filter((text) => text !== undefined).length;
    expect(found).toBeGreaterThan(1500);
    expect(triples.length - found).toBeGreaterThan(500);
  });

  test('the tag in the advice is one that the pattern matches, and says that version', () => {
    const advised = triples.flatMap(({ pattern: text, tag }, index) => {
      const { tagFor, normal: wanted } = answers[index];
      return tagFor === null ? [] : [{ text, tag, tagFor, wanted: String(wanted) }];
    });
    expect(advised.length).toBeGreaterThan(1000);
    expect(advised.filter(({ text, tagFor }) => !filterOf(text).test(tagFor))).toEqual([]);
    const said = ask(
      advised.map(({ text, tagFor }) => ({
        tag: tagFor,
        patterns: PublishTrigger.tags(text)._readableTags(),
      })),
    );
    expect(advised.filter(({ wanted }, index) => said[index].version !== wanted)).toEqual([]);
  });
});

test('a pattern of many stars is read at once', () => {
  const patterns = PublishTrigger.tags(`${'*-'.repeat(60)}v*`)._readableTags();
  const start = process.hrtime.bigint();
  const [{ version }] = ask([{ tag: `${'a-'.repeat(90)}x1.0`, patterns }]);
  expect(version).toBeNull();
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(3000);
});
