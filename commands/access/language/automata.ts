import { Automaton, type Languages } from './automaton';
import { type Formula, textOf } from './formula';

export type Match = Extract<Formula, { is: 'matches' }>;

/** An automaton, and which of its languages is that of which `matches`, by its text. */
export interface Readied {
  readonly automaton: Automaton;
  readonly bits: ReadonlyMap<string, Languages>;
}

/** As many as a comparison needs by turns; each is large where a policy is. */
const KEPT = 16;
const kept = new Map<string, Readied>();

/** The automaton of some leaves on one key: the last ones made are kept, since searches ask for the same again. */
export function automatonOf(leaves: readonly Match[]): Readied {
  const sorted = [...new Map(leaves.map((leaf) => [textOf(leaf), leaf]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const key = sorted.map(([text]) => text).join('\u0003');
  const known = kept.get(key);
  const readied = known ?? make(sorted);
  kept.delete(key);
  kept.set(key, readied);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return readied;
}

function make(leaves: readonly (readonly [string, Match])[]): Readied {
  const automaton = new Automaton();
  const bits = leaves.map(([text, { patterns, ignoresCase }]) => {
    const folded = patterns.map((pattern) => pattern.map((e) => ([...e].length === 1 ? e.toLowerCase() : e)));
    return [text, automaton.add(ignoresCase ? folded : patterns)] as const;
  });
  return { automaton, bits: new Map(bits) };
}
