import { Token } from 'aws-cdk-lib';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { literalsOf } from '../../private/token-text';

const GIT_REF_FORMAT = 'https://git-scm.com/docs/git-check-ref-format';
const ENVIRONMENTS =
  'https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments';

/** Throws for what Git would not take as the name of a branch or tag, a pattern included; a token passes. */
export function checkGitRef(property: string, kind: 'branch' | 'tag', name: string, place?: string): void {
  checkKind(place, property, name, { ...TEXT, allowed: `the exact name of a ${kind}` });
  const literal = literalsOf(name, 'token');
  const reason = problemOfGitRef(literal) ?? problemForIam(literal);
  if (!reason) return;
  const allowed = `the exact name of a ${kind}, without refs/ before it`;
  const instead = withoutPrefix(name);
  throw invalidInput({ property, given: name, reason, allowed, instead, see: GIT_REF_FORMAT }, place);
}

/** Throws for no branch, and for what Git would not take as the name of one. */
export function checkBranches(place: string, property: string, names: string[]): void {
  if (names.length === 0) {
    const reason = 'is empty, so that no branch could install';
    throw invalidInput({ property, given: [], reason, allowed: 'at least one' }, place);
  }
  for (const name of names) checkGitRef(property, 'branch', name, place);
}

/** What to write for the full name of a ref. */
export function withoutPrefix(name: string): string | undefined {
  const [, short] = /^refs\/(?:heads|tags)\/(.+)$/.exec(name) ?? [];
  return short && `'${short}'`;
}

/** Why Git would refuse a name, if it would. A `*` counts as a character here. */
export function problemOfGitRef(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (/^refs\//.test(name)) return "begins with 'refs/', which is added where it belongs";
  if (/[\p{Cc} ~^:\\[]/u.test(name)) return 'has a character that Git allows in no ref';
  if (/(^|\/)\.|\.lock(\/|$)|\.\.|@\{|\/\/|^\/|[/.]$|^@$|^-/.test(name))
    return 'has a form that Git allows in no ref';
  if (name.length > 200) return `is ${name.length} characters long, of 200 at the most`;
  return undefined;
}

/** Why IAM would read a name as more than itself, if it would. */
export function problemForIam(name: string): string | undefined {
  if (/[*?]/.test(name)) return "has a wildcard, which IAM would match with other names ('*' and '?')";
  return problemInPolicies(name);
}

/**
 * Why a name can't stand in a policy as it is, its wildcards aside.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
 */
export function problemInPolicies(name: string): string | undefined {
  if (name.includes('${')) return "has '${', which IAM would read as a policy variable";
  if (/[^\u0020-\u00ff]/.test(name)) return 'has a character beyond Latin-1, which IAM takes in no policy';
  if (/[\u007f-\u00a0\u00ad]/.test(name)) return 'has a character that nobody can see';
  return undefined;
}

/** Throws for an environment that GitHub or IAM would read as another one; a token passes. */
export function checkEnvironment(
  name: string,
  property = 'PublishTrigger.environment',
  place?: string,
): void {
  checkKind(place, property, name, TEXT);
  const reason = problemOfEnvironment(literalsOf(name, 'token'));
  if (!reason) return;
  const allowed = 'the exact name of an environment, up to 255 characters';
  throw invalidInput({ property, given: name, reason, allowed, see: ENVIRONMENTS }, place);
}

function problemOfEnvironment(name: string): string | undefined {
  if (name.trim() === '') return 'is empty';
  if (name !== name.trim()) return 'has white space at its ends';
  if (name.length > 255) return `is ${name.length} characters long`;
  if (/\p{Cc}/u.test(name)) return 'has a control character';
  if (/%3a/i.test(name))
    return "has '%3A', which GitHub writes for ':', so that two environments would be one";
  if (name.includes('${{')) return 'has an expression, which would be another environment in each run';
  return problemForIam(name);
}

/** A name as it stands in a subject. GitHub escapes the colon and nothing else. */
export function escapeSubject(name: string): string {
  return name.replaceAll(':', '%3A');
}

/** A name as GitHub's filters read it literally; a token passes, since it is no token any more once escaped. */
export function escapeFilter(name: string): string {
  return Token.isUnresolved(name) ? name : name.replace(/[[\]+!]/g, '\\$&');
}
