import type { ClaimCause } from '../../../src/github/trust/refusal-causes';

/** What is trusted, and what the caller has in its place. */
export type Said = readonly [trusted: readonly string[], has: string | undefined];

/** Causes by their ids: each is said once. */
export type Found = Partial<Record<ClaimCause, Said>>;

export type Claims = Readonly<Record<string, string | undefined>>;
