import { type Issuer, tokenScripts } from './github-tokens';
import { someOf } from './language/decide';
import { any, type Formula, matches, replaceLeaves, unknown } from './language/formula';
import { type Pattern, textOf } from './language/pattern';

/** Subjects as GitHub makes them, unless an owner made up others: `repo:`, the repository and one context. */
const USUAL = /^repo:[^:]*(:(\*|pull_request|(ref|environment):[^:]*))?$/;

/**
 * A subject that GitHub does not make by itself may be one that an owner made up with `include_claim_keys`. Which
 * claims there are, and whose, is on GitHub alone.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository
 */
export function withMadeUpSubjects(formula: Formula, issuer: Issuer): Formula {
  const key = `${issuer.name}:sub`.toLowerCase();
  return replaceLeaves(formula, (leaf) => {
    if (leaf.is !== 'matches' || leaf.key !== key) return leaf;
    const madeUp = leaf.patterns.filter((pattern) => isMadeUp(pattern, issuer));
    if (madeUp.length === 0) return leaf;
    const usual = leaf.patterns.filter((pattern) => !madeUp.includes(pattern));
    const reasons = madeUp.map((pattern) =>
      unknown(`the subject ${textOf(pattern)} is one that an owner has to make up`),
    );
    return any(matches(key, usual, leaf.ignoresCase), ...reasons);
  });
}

const known = new Map<string, boolean>();

function isMadeUp(pattern: Pattern, issuer: Issuer): boolean {
  const text = textOf(pattern);
  if (USUAL.test(text) || !text.includes(':')) return false;
  const id = `${issuer.name} ${text}`;
  const key = `${issuer.name}:sub`.toLowerCase();
  const found =
    known.get(id) ?? someOf(tokenScripts(issuer, new Set([key])), matches(key, [pattern])).is === 'none';
  known.set(id, found);
  return found;
}
