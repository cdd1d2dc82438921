import type { Caller } from './caller/caller';
import type { RoleExplanation, Verdict } from './judge';
import type { RequestResult } from './requests';

/** The answer to a caller. */
export interface Explanation {
  readonly caller: Caller;
  readonly verdict: Verdict;

  /** One sentence. */
  readonly answer: string;
  readonly roles: readonly RoleExplanation[];

  /** What the roles that let the caller in may do with what was asked for, where something was. */
  readonly requests: readonly RequestResult[];

  /** Sentences about what was looked at. */
  readonly notes: readonly string[];
}
