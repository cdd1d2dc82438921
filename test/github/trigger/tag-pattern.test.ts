import * as fc from 'fast-check';
import { checkTagPattern } from '../../../src/github/trigger/tag-pattern';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { tokenText } from '../../support/tokens';

describe('a pattern of tags', () => {
  test.each(['v*.*.*', 'v1.0.0', '*', '**', 'release/*', 'orders-sdk@*', 'a!b-*'])('may be %p', (pattern) => {
    expect(() => checkTagPattern(pattern)).not.toThrow();
  });

  test('may be left to deployment, in whole or in part', () => {
    for (const pattern of [tokenText(), `${tokenText()}-*`, `v*-${tokenText()}`]) {
      expect(() => checkTagPattern(pattern)).not.toThrow();
    }
  });

  test.each([
    ['v?', "has '?': for GitHub the character before it may be missing, for IAM it is any one character"],
    ['v1+', "has '+': for GitHub the character before it may be repeated, for IAM it is a plus sign"],
    ['v[0-9]', "has '[' or ']': for GitHub a set of characters, for IAM just the brackets"],
    ['v]', "has '[' or ']': for GitHub a set of characters, for IAM just the brackets"],
    ['!v*', "begins with '!': for GitHub it takes tags away, for IAM it is an exclamation mark"],
    ['', 'is empty'],
    ['v *', 'has a character that Git allows in no ref'],
    ['v:*', 'has a character that Git allows in no ref'],
    ['v\\*', 'has a character that Git allows in no ref'],
    ['v*.', 'has a form that Git allows in no ref'],
    ['v*..*', 'has a form that Git allows in no ref'],
    ['v${*}', "has '${', which IAM would read as a policy variable"],
    ['v\uff0a', 'has a character beyond Latin-1, which IAM takes in no policy'],
    ['v\u00ad*', 'has a character that nobody can see'],
    [`v${'*'.repeat(200)}`, 'is 201 characters long, of 200 at the most'],
  ])('may not be %j', (pattern, reason) => {
    expectRefusal(
      () => checkTagPattern(pattern),
      `PublishTrigger.tags ${JSON.stringify(pattern)} ${reason}.`,
      "Allowed: the name of a tag, in which '*' stands for any characters, as in 'v*.*.*'.",
      'See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet',
    );
  });

  test.each([
    ['sdk2*', "'sdk2-v*'"],
    ['acme.*', "'acme-v*'"],
    ['v*-rc*', "PublishTrigger.tags('v*').preReleasesOnly()"],
  ])('may not be %s, in which nobody can tell where the version begins', (pattern, instead) => {
    expectRefusal(
      () => checkTagPattern(pattern),
      `PublishTrigger.tags "${pattern}" does not tell where the version begins in a tag, which has to be the ` +
        'version of the package.',
      "Allowed: digits, '*' and dots at the end, and before them nothing, '-', '_', '/', '@' or '==', with or " +
        "without 'v', as in 'v*.*.*', '2024.*' and 'sdk-v*'.",
      `Write instead: ${instead}.`,
      'See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet',
    );
  });

  test.each(['?', '+', '[', ':', ' '])('may not have %p beside a token', (character) => {
    expect(() => checkTagPattern(`${tokenText()}${character}`)).toThrow(/^PublishTrigger\.tags "\$\{Token/);
    expect(() => checkTagPattern(`!${tokenText()}`)).toThrow("begins with '!'");
  });

  test('has no wildcard but `*`, whatever is given', () => {
    fc.assert(
      fc.property(anyText, (pattern) => {
        if (accepted(() => checkTagPattern(pattern) ?? true))
          expect(pattern).toMatch(/^(?!.*\$\{)[^?+[\]: ]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

test('the full name of a tag is refused with the short one', () => {
  expect(() => checkTagPattern('refs/tags/v*')).toThrow(
    /begins with 'refs\/', which is added where it belongs\. .* Write instead: 'v\*'\./,
  );
});
