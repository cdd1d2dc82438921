import * as fc from 'fast-check';
import {
  checkEnvironment,
  checkGitRef,
  escapeFilter,
  escapeSubject,
  problemForIam,
  problemOfGitRef,
} from '../../../src/github/names/git-ref';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { tokenText } from '../../support/tokens';

const FORBIDDEN = 'has a character that Git allows in no ref';
const FORM = 'has a form that Git allows in no ref';
const WILDCARD = "has a wildcard, which IAM would match with other names ('*' and '?')";
const BEYOND = 'has a character beyond Latin-1, which IAM takes in no policy';
const INVISIBLE = 'has a character that nobody can see';
const VARIABLE = "has '${', which IAM would read as a policy variable";

describe('a branch or tag', () => {
  test.each([
    'main',
    'release/1.x',
    'feature/a-b_c',
    'v1.0.0',
    'a@b',
    "it's",
    'gr\u00fcn',
    'a{b}',
    '$x',
    'a]b',
    '%3A',
  ])('may be %p', (name) => {
    expect(() => checkGitRef('PublishTrigger.branch', 'branch', name)).not.toThrow();
  });

  test('may be left to deployment, in whole or in part', () => {
    for (const name of [tokenText(), `release/${tokenText()}`, `${tokenText()}/x`]) {
      expect(() => checkGitRef('PublishTrigger.branch', 'branch', name)).not.toThrow();
    }
  });

  test.each([
    ['', 'is empty'],
    ['a b', FORBIDDEN],
    [' main', FORBIDDEN],
    ['main\n', FORBIDDEN],
    ['a~b', FORBIDDEN],
    ['a^b', FORBIDDEN],
    ['a:b', FORBIDDEN],
    ['a\\b', FORBIDDEN],
    ['a[b', FORBIDDEN],
    ['a\u007fb', FORBIDDEN],
    ['a..b', FORM],
    ['.a', FORM],
    ['a/.b', FORM],
    ['a.', FORM],
    ['a/', FORM],
    ['/a', FORM],
    ['a//b', FORM],
    ['a.lock', FORM],
    ['a.lock/b', FORM],
    ['a@{b', FORM],
    ['@', FORM],
    ['-a', FORM],
    ['a'.repeat(201), 'is 201 characters long, of 200 at the most'],
    ['*', WILDCARD],
    ['release/*', WILDCARD],
    ['release-?', WILDCARD],
    ['${aws:username}', FORBIDDEN],
    ['a${b}', VARIABLE],
    ['m\u0430in', BEYOND],
    ['main\u200b', BEYOND],
    ['main\u202e', BEYOND],
    ['ma\u00adin', INVISIBLE],
    ['main\u00a0', INVISIBLE],
  ])('may not be %j', (name, reason) => {
    expectRefusal(
      () => checkGitRef('PublishTrigger.branch', 'branch', name),
      `PublishTrigger.branch ${JSON.stringify(name)} ${reason}.`,
      'Allowed: the exact name of a branch, without refs/ before it.',
      'See https://git-scm.com/docs/git-check-ref-format',
    );
  });

  test('says what it is in its refusal', () => {
    expectRefusal(
      () => checkGitRef('WorkflowHost.tag', 'tag', '*'),
      `WorkflowHost.tag "*" ${WILDCARD}.`,
      'Allowed: the exact name of a tag, without refs/ before it.',
      'See https://git-scm.com/docs/git-check-ref-format',
    );
  });

  test.each(['*', '?', '[', ':'])('may not have %p beside a token', (character) => {
    const name = `${tokenText()}${character}`;
    expect(() => checkGitRef('PublishTrigger.branch', 'branch', name)).toThrow('PublishTrigger.branch "$');
  });

  test('is plain text for IAM and Git, whatever is given', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const isAccepted = accepted(() => checkGitRef('PublishTrigger.branch', 'branch', name) ?? true);
        if (isAccepted) expect(name).toMatch(/^(?!.*\$\{)[!-)+->@-Z\]-}\u00a1-\u00ac\u00ae-\u00ff]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the problem of a name', () => {
  test('is none for Git where it is a wildcard, which counts as a character', () => {
    expect(problemOfGitRef('v*.*.*')).toBeUndefined();
    expect(problemForIam('v*.*.*')).toBe(WILDCARD);
  });
});

describe('an environment', () => {
  test.each([
    'release',
    'Production (EU)',
    'prod:eu',
    'a/b',
    'a.lock',
    '[prod]',
    '100%',
    'x'.repeat(255),
  ])('may be %p', (name) => {
    expect(() => checkEnvironment(name)).not.toThrow();
  });

  test('may be left to deployment, in whole or in part', () => {
    for (const name of [tokenText(), `release-${tokenText()}`]) {
      expect(() => checkEnvironment(name)).not.toThrow();
    }
  });

  test.each([
    ['', 'is empty'],
    ['  ', 'is empty'],
    [' release', 'has white space at its ends'],
    ['release\n', 'has white space at its ends'],
    ['re\nlease', 'has a control character'],
    ['x'.repeat(256), 'is 256 characters long'],
    ['prod%3Aeu', "has '%3A', which GitHub writes for ':', so that two environments would be one"],
    ['prod%3aeu', "has '%3A', which GitHub writes for ':', so that two environments would be one"],
    ['*', WILDCARD],
    ['prod-?', WILDCARD],
    ['${{ inputs.name }}', 'has an expression, which would be another environment in each run'],
    ['a${b}', VARIABLE],
    ['rele\u0430se', BEYOND],
    ['re\u00adlease', INVISIBLE],
  ])('may not be %j', (name, reason) => {
    expectRefusal(
      () => checkEnvironment(name),
      `PublishTrigger.environment ${JSON.stringify(name)} ${reason}.`,
      'Allowed: the exact name of an environment, up to 255 characters.',
      'See https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments',
    );
  });

  test.each(['*', '?', '%3A'])('may not have %p beside a token', (text) => {
    expect(() => checkEnvironment(`${tokenText()}${text}`)).toThrow('PublishTrigger.environment "$');
  });

  test('has no second spelling in a subject, whatever is given', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const both = accepted(() => [one, other].map((name) => checkEnvironment(name)));
        if (both) expect(escapeSubject(one) === escapeSubject(other)).toBe(one === other);
      }),
      { numRuns: 500 },
    );
  });
});

test('in a subject the colon is escaped, and nothing else', () => {
  expect(escapeSubject('prod:eu:1 %/@')).toBe('prod%3Aeu%3A1 %/@');
});

test('in a filter of GitHub what it reads as a wildcard is escaped', () => {
  expect(escapeFilter('a[b]+!c-d/e')).toBe('a\\[b\\]\\+\\!c-d/e');
});

test('the full name of a branch or tag is refused with the short one', () => {
  expectRefusal(
    () => checkGitRef('WorkflowHost.branch', 'branch', 'refs/heads/feature/x'),
    'WorkflowHost.branch "refs/heads/feature/x" begins with \'refs/\', which is added where it belongs.',
    'Allowed: the exact name of a branch, without refs/ before it.',
    "Write instead: 'feature/x'.",
    'See https://git-scm.com/docs/git-check-ref-format',
  );
});
