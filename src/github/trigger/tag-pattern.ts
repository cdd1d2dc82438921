import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { isKnownLater, literalsOf } from '../../private/token-text';
import { problemInPolicies, problemOfGitRef, withoutPrefix } from '../names/git-ref';
import { patternOfRegExp } from './regular-expression';
import { patternInstead, versionBegin } from './version-in-tag';

const DIFFERENCES: [RegExp, string][] = [
  [/\?/, "has '?': for GitHub the character before it may be missing, for IAM it is any one character"],
  [/\+/, "has '+': for GitHub the character before it may be repeated, for IAM it is a plus sign"],
  [/[[\]]/, "has '[' or ']': for GitHub a set of characters, for IAM just the brackets"],
  [/^!/, "begins with '!': for GitHub it takes tags away, for IAM it is an exclamation mark"],
];
const FILTER_PATTERNS =
  'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet';

/**
 * Throws for a pattern of tags that GitHub's filter and IAM's StringLike do not read alike, for one that no tag
 * could match, and for one that does not tell where the version begins; a token passes.
 *
 * `*` is the only wildcard of both. GitHub's does not match `/`, IAM's does: the trust policy is wider by
 * tags with a slash, which do not start the workflow.
 */
export function checkTagPattern(pattern: string): void {
  checkKind(undefined, 'PublishTrigger.tags', pattern, TEXT);
  const meant = isKnownLater(pattern) ? undefined : patternOfRegExp(pattern);
  const reason = meant
    ? 'is a regular expression, which neither GitHub nor IAM reads as one'
    : problemOfPattern(literalsOf(pattern, 'token'));
  if (reason) {
    throw invalidInput({
      property: 'PublishTrigger.tags',
      given: pattern,
      reason,
      allowed: "the name of a tag, in which '*' stands for any characters, as in 'v*.*.*'",
      instead: meant ? `'${meant}'` : withoutPrefix(pattern),
      see: FILTER_PATTERNS,
    });
  }
  if (isKnownLater(pattern) || versionBegin(pattern) !== undefined) return;
  throw invalidInput({
    property: 'PublishTrigger.tags',
    given: pattern,
    reason: 'does not tell where the version begins in a tag, which has to be the version of the package',
    allowed:
      "digits, '*' and dots at the end, and before them nothing, '-', '_', '/', '@' or '==', with or without 'v', " +
      "as in 'v*.*.*', '2024.*' and 'sdk-v*'",
    instead: patternInstead(pattern),
    see: FILTER_PATTERNS,
  });
}

function problemOfPattern(pattern: string): string | undefined {
  const difference = DIFFERENCES.find(([wildcard]) => wildcard.test(pattern));
  if (difference) return difference[1];
  return problemOfGitRef(pattern) ?? problemInPolicies(pattern);
}
