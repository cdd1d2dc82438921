import type { TestResult } from '../../../evaluation/authorization';
import { isUnknown } from '../../../evaluation/unknown';
import { GITHUB_CLAIMS } from '../../catalog';
import { codePoint, visible } from '../../output/visible';
import type { Caller } from '../caller/caller';
import { claimOf, isOfIssuer } from '../causes/causes';

/** What a condition says that its author may not have meant. */
export function noteOf(test: TestResult, caller: Caller): string | undefined {
  const { operator, key, values, actual, holds, unknown } = test;
  if (unknown) return values.some(isUnknown) ? 'known at deployment only' : undefined;
  if (key === 'provider') return undefined;
  const isListed = [...GITHUB_CLAIMS, 'sub', 'aud'].includes(claimOf(key)) && isOfIssuer(key, caller);
  if (!/^(aws|sts):/.test(key) && !isListed) {
    return 'AWS has no such condition key for this issuer, so that it is always absent';
  }
  if (holds === false && /Equals/.test(operator) && values.some((value) => /[*?]/.test(value))) {
    return `${operator} takes * for a letter; StringLike takes it for any`;
  }
  const unlike = holds === false ? foreignLetters(actual, values) : [];
  if (unlike.length)
    return `${unlike.join(', ')} is no letter of what is trusted, much as it may look like one`;
  return holds && actual === undefined
    ? `${operator} holds where the token has no ${claimOf(key)}`
    : undefined;
}

/** Letters beyond ASCII that no value has: a Cyrillic a looks as a Latin one. */
function foreignLetters(actual = '', values: readonly string[]): string[] {
  const letters = [...new Set(actual)].filter((one) => /[^\p{ASCII}]/u.test(one));
  return letters
    .filter((one) => !values.some((value) => value.includes(one)))
    .slice(0, 3)
    .map((one) => `${codePoint(one)} (${visible(one)})`);
}
