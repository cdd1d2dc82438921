import type { TestResult } from '../../../evaluation/authorization';
import { isUnknown } from '../../../evaluation/unknown';
import { GITHUB_CLAIMS } from '../../catalog';
import { claimOf } from '../causes/causes';

/** What a condition says that its author may not have meant. */
export function noteOf({ operator, key, values, actual, holds, unknown }: TestResult): string | undefined {
  if (unknown) return values.some(isUnknown) ? 'known at deployment only' : undefined;
  if (key === 'provider') return undefined;
  if (!/^(aws|sts):/.test(key) && ![...GITHUB_CLAIMS, 'sub', 'aud'].includes(claimOf(key))) {
    return 'AWS has no such condition key, so that it is always absent';
  }
  if (holds === false && /Equals/.test(operator) && values.some((value) => /[*?]/.test(value))) {
    return `${operator} takes * for a letter; StringLike takes it for any`;
  }
  return holds && actual === undefined
    ? `${operator} holds where the token has no ${claimOf(key)}`
    : undefined;
}
