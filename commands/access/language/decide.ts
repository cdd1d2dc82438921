import { all, FALSE, type Formula, not, reasonsIn, replaceLeaves, TRUE, textOf, unknown } from './formula';
import { textOf as patternText } from './pattern';
import { type Example, keysOf, type Script } from './script';
import { type SearchOptions, search } from './search';
import { simplified } from './simplify';

/** Whether there is a request for which something holds: one, none, or nobody can tell, and why. */
export type Answer =
  | { readonly is: 'some'; readonly example: Example }
  | { readonly is: 'none' }
  | { readonly is: 'not decided'; readonly reasons: readonly string[]; readonly example?: Example };

/** As large as 10,000 repositories make it, four times over. */
export const STATES = 1_000_000;
/** More than so many things that nobody knows are not tried in all their combinations. */
const MOST_UNKNOWN = 6;

/** A request of these scripts for which the formula holds. What holds only perhaps is not decided. */
export function someOf(
  scripts: readonly Script[],
  formula: Formula,
  options: Partial<SearchOptions> = {},
): Answer {
  const answers: Answer[] = [];
  const simple = simplifiedFor(scripts, formula);
  for (const script of scripts) {
    const answer = ofScript(script, bind(simple, script), { limit: STATES, ...options });
    if (answer.is === 'some') return answer;
    answers.push(answer);
  }
  return answers.find(({ is }) => is === 'not decided') ?? { is: 'none' };
}

/** A request that is in one and not in the other. */
export function difference(
  scripts: readonly Script[],
  one: Formula,
  other: Formula,
  options: Partial<SearchOptions> = {},
): Answer {
  if (textOf(one) === textOf(other)) return { is: 'none' };
  // Of two lists that share most, what they share is never the difference.
  const others = new Set((other.is === 'any' ? other.of : [other]).map(textOf));
  const rest = one.is === 'any' ? one.of.filter((part) => !others.has(textOf(part))) : [one];
  for (const part of rest) {
    const answer = someOf(scripts, all(part, not(other)), options);
    if (answer.is !== 'none') return answer;
  }
  return { is: 'none' };
}

/** The same of requests of these scripts, with less in it. */
export function simplifiedFor(scripts: readonly Script[], formula: Formula): Formula {
  const keys = new Set(scripts.flatMap((script) => [...keysOf(script)]));
  return simplified(formula, keys, scripts[0]?.implied);
}

function ofScript(script: Script, formula: Formula, options: SearchOptions): Answer {
  const most = run(script, atMost(formula), options);
  if (most.is !== 'some') return most;
  const reasons = reasonsIn(formula);
  if (reasons.length === 0) return most;
  const least = run(script, atLeast(formula), options);
  if (least.is === 'some') return least;
  if (reasons.length > MOST_UNKNOWN) return { is: 'not decided', reasons, example: most.example };
  // What is unknown may be so on both sides, and the same whatever it is.
  for (let choice = 0; choice < 2 ** reasons.length; choice++) {
    const chosen = replaceLeaves(formula, (leaf) =>
      leaf.is === 'unknown' ? ((choice >> reasons.indexOf(leaf.reason)) & 1 ? TRUE : FALSE) : leaf,
    );
    const answer = run(script, chosen, options);
    if (answer.is === 'some') return { is: 'not decided', reasons, example: answer.example };
    if (answer.is === 'not decided') return answer;
  }
  return { is: 'none' };
}

function run(script: Script, formula: Formula, { limit, usual }: SearchOptions): Answer {
  if (formula.is === 'false') return { is: 'none' };
  // Usual values are few, and found among them is found; where they have none, only all values can tell.
  const quick = usual ? search(script, formula, { limit, usual }) : 'none';
  const outcome = typeof quick === 'object' ? quick : search(script, formula, { limit });
  if (outcome === 'none') return { is: 'none' };
  if (outcome === 'too many states') {
    return { is: 'not decided', reasons: [`more than ${limit} states to look at`] };
  }
  return { is: 'some', example: outcome.found };
}

/** With what requests of a script never have, and what the model has no word for. */
export function bind(formula: Formula, script: Script): Formula {
  const keys = keysOf(script);
  return replaceLeaves(formula, (leaf) => {
    if (leaf.is !== 'matches' && leaf.is !== 'present') return leaf;
    if (!keys.has(leaf.key)) return absent(leaf, script);
    return leaf.is === 'present' ? TRUE : leaf;
  });
}

/** Two values of a key are two things that nobody knows: what holds of the one need not hold of the other. */
function absent(leaf: Extract<Formula, { key: string }>, script: Script): Formula {
  if (script.lacks(leaf.key)) return FALSE;
  const asked = leaf.is === 'matches' ? leaf.patterns.map(patternText).sort().join(' or ') : 'there';
  const folded = leaf.is === 'matches' && leaf.ignoresCase ? " in any letters' case" : '';
  return unknown(`the condition key ${leaf.key} is not in the model, nor whether it is ${asked}${folded}`);
}

const atMost = (formula: Formula) =>
  replaceLeaves(formula, (leaf, isNegated) => (leaf.is === 'unknown' ? (isNegated ? FALSE : TRUE) : leaf));
const atLeast = (formula: Formula) =>
  replaceLeaves(formula, (leaf, isNegated) => (leaf.is === 'unknown' ? (isNegated ? TRUE : FALSE) : leaf));
