import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { literalsOf } from '../../private/token-text';
import { problemInPolicies, problemOfGitRef, withoutPrefix } from '../names/git-ref';

/**
 * Throws for a pattern of tags that GitHub's filter and IAM's StringLike do not read alike, and for one that
 * no tag could match; a token passes.
 *
 * `*` is the only wildcard of both. GitHub's does not match `/`, IAM's does: the trust policy is wider by
 * tags with a slash, which do not start the workflow.
 */
export function checkTagPattern(pattern: string): void {
  checkKind(undefined, 'PublishTrigger.tags', pattern, TEXT);
  const reason = problemOfPattern(literalsOf(pattern, 'token'));
  if (!reason) return;
  throw invalidInput({
    property: 'PublishTrigger.tags',
    given: pattern,
    reason,
    allowed: "the name of a tag, in which '*' stands for any characters, as in 'v*.*.*'",
    instead: withoutPrefix(pattern),
    see: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet',
  });
}

function problemOfPattern(pattern: string): string | undefined {
  const differences: [RegExp, string][] = [
    [/\?/, "has '?': for GitHub the character before it may be missing, for IAM it is any one character"],
    [/\+/, "has '+': for GitHub the character before it may be repeated, for IAM it is a plus sign"],
    [/[[\]]/, "has '[' or ']': for GitHub a set of characters, for IAM just the brackets"],
    [/^!/, "begins with '!': for GitHub it takes tags away, for IAM it is an exclamation mark"],
  ];
  const difference = differences.find(([wildcard]) => wildcard.test(pattern));
  if (difference) return difference[1];
  return problemOfGitRef(pattern) ?? problemInPolicies(pattern);
}
