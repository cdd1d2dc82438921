import { Automaton } from './automaton';
import { evaluate, type Formula } from './formula';
import type { Pattern } from './pattern';

/** Whether a text matches one of the patterns. */
export function isIn(text: string, patterns: readonly Pattern[]): boolean {
  const automaton = new Automaton();
  const bit = automaton.add(patterns);
  let state = automaton.start;
  for (const char of text) state = automaton.step(state, char);
  return (state.accepted & bit) !== 0n;
}

/** Whether a formula holds for a request, given the values of its keys; a key without a value is absent. */
export function holdsFor(formula: Formula, values: Readonly<Record<string, string>>): boolean | undefined {
  return evaluate(formula, (leaf) => {
    if (leaf.is === 'present') return Object.hasOwn(values, leaf.key);
    if (leaf.is !== 'matches') return undefined;
    const value = Object.hasOwn(values, leaf.key) ? values[leaf.key] : undefined;
    if (value === undefined) return false;
    const { patterns, ignoresCase } = leaf;
    if (!ignoresCase) return isIn(value, patterns);
    return isIn(
      value.toLowerCase(),
      patterns.map((pattern) => pattern.map((e) => ([...e].length === 1 ? e.toLowerCase() : e))),
    );
  });
}
