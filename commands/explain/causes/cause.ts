import { fillIn, SIGN_IN_CAUSES, type SignInCauseId } from '../../../src/github/trust/refusal-causes';

/** Why a sign-in is refused, with what was trusted and given. */
export interface Cause {
  readonly id: SignInCauseId;
  readonly title: string;
  readonly trusted: string;
  readonly has: string;
  readonly remedy: string;
  readonly command: string;
}

export type Places = Readonly<Record<string, string | undefined>>;

const SHOWN = 4;

/** The cause in the sentences that it has everywhere. */
export function causeOf(id: SignInCauseId, places: Places): Cause {
  const { title, ...sentences } = SIGN_IN_CAUSES[id];
  const filled = Object.entries(sentences).map(([part, sentence]) => [part, fillIn(sentence, places)]);
  return { id, title, ...Object.fromEntries(filled) };
}

/** Alternatives in words; of many, the first. */
export function alternatives(values: readonly string[]): string {
  const distinct = [...new Set(values)];
  const more = distinct.length - SHOWN;
  return more > 1 ? `${distinct.slice(0, SHOWN).join(' or ')} or ${more} more` : distinct.join(' or ');
}
