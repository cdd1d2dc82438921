import { all, any, FALSE, type Formula, matches, not, TRUE, textOf } from './formula';
import { areApart, isWithin, type Pattern } from './pattern';

/** What the value of one key says about another, such as an ARN about the name in it. */
export type Implied = (
  key: string,
  pattern: Pattern,
) => readonly { readonly key: string; readonly pattern: Pattern }[];

/** What holds anyhow, where something else is asked. */
interface Facts {
  /** Lists of patterns by key, each of which the value matches. */
  readonly values: ReadonlyMap<string, readonly (readonly Pattern[])[]>;
  /** Patterns by key, none of which the value matches. */
  readonly outside: ReadonlyMap<string, readonly Pattern[]>;
  readonly truths: ReadonlyMap<string, Formula>;
  readonly known: Map<Formula, Formula>;
}

/** More pairs of patterns than these are left to the search. */
const MOST_PAIRS = 4096;

/**
 * The same with less in it: what is asked once is not asked again, and what can't go with it is left out. Of a role
 * among a hundred, the others fall away. `keys` are those that have one value as a rule.
 */
export function simplified(formula: Formula, keys: ReadonlySet<string>, implied?: Implied): Formula {
  if (formula.is !== 'all') return formula;
  const values = new Map<string, (readonly Pattern[])[]>();
  const learn = (key: string, patterns: readonly Pattern[]) =>
    values.set(key, [...(values.get(key) ?? []), patterns]);
  const isFact = (one: Formula) => one.is === 'matches' && !one.ignoresCase && keys.has(one.key);
  for (const one of formula.of) {
    if (one.is !== 'matches' || !isFact(one)) continue;
    if (isContradicted(one.patterns, values.get(one.key))) return FALSE;
    learn(one.key, one.patterns);
  }
  for (const one of formula.of) {
    if (one.is !== 'matches' || !isFact(one) || one.patterns.length > 64) continue;
    const followed = one.patterns.map((pattern) => implied?.(one.key, pattern) ?? []);
    for (const { key } of followed[0] ?? []) {
      const patterns = followed.map((all) => all.find((other) => other.key === key)?.pattern);
      const whole = patterns.filter((pattern) => pattern !== undefined);
      if (whole.length !== patterns.length) continue;
      if (isContradicted(whole, values.get(key))) return FALSE;
      learn(key, whole);
    }
  }
  const outside = new Map<string, readonly Pattern[]>();
  for (const one of formula.of) {
    if (one.is !== 'not') continue;
    for (const leaf of one.of.is === 'any' ? one.of.of : [one.of]) {
      if (leaf.is === 'matches' && isFact(leaf))
        outside.set(leaf.key, [...(outside.get(leaf.key) ?? []), ...leaf.patterns]);
    }
  }
  const isOutside = ({ key, patterns }: Extract<Formula, { is: 'matches' }>) =>
    patterns.every((pattern) => outside.get(key)?.some((one) => isWithin(pattern, one)));
  if (formula.of.some((one) => one.is === 'matches' && isFact(one) && isOutside(one))) return FALSE;
  const truths = new Map(
    formula.of.map((one) => (one.is === 'not' ? [textOf(one.of), FALSE] : [textOf(one), TRUE])),
  );
  const facts: Facts = { values, outside, truths, known: new Map() };
  // What says what is outside does not fall away by that.
  const saying: Facts = { values, outside: new Map(), truths, known: new Map() };
  return all(
    ...formula.of.map((one) =>
      isFact(one) ? one : one.is === 'not' ? not(below(one.of, saying)) : below(one, facts),
    ),
  );
}

/** What is asked itself is no reason to leave it out. */
function below(formula: Formula, facts: Facts): Formula {
  if (formula.is === 'all' || formula.is === 'any') return combined(formula, facts);
  return formula.is === 'matches' ? narrowed(formula, facts) : formula;
}

function assuming(formula: Formula, facts: Facts): Formula {
  const known = facts.known.get(formula) ?? facts.truths.get(textOf(formula));
  if (known) return known;
  const simple = formula.is === 'not' ? not(assuming(formula.of, facts)) : below(formula, facts);
  facts.known.set(formula, simple);
  return simple;
}

function combined(formula: Extract<Formula, { of: readonly Formula[] }>, facts: Facts): Formula {
  const ends = formula.is === 'all' ? 'false' : 'true';
  const parts: Formula[] = [];
  for (const one of formula.of) {
    const part = assuming(one, facts);
    if (part.is === ends) return part;
    parts.push(part);
  }
  if (parts.every((part, index) => part === formula.of[index])) return formula;
  return formula.is === 'all' ? all(...parts) : any(...parts);
}

function narrowed(leaf: Extract<Formula, { is: 'matches' }>, { values, outside }: Facts): Formula {
  if (leaf.ignoresCase) return leaf;
  const others = outside.get(leaf.key) ?? [];
  let { patterns } = leaf;
  if (others.length * patterns.length <= MOST_PAIRS)
    patterns = patterns.filter((pattern) => !others.some((one) => isWithin(pattern, one)));
  for (const fact of values.get(leaf.key) ?? []) {
    if (fact.length * patterns.length > MOST_PAIRS) continue;
    patterns = patterns.filter((pattern) => fact.some((one) => !areApart(one, pattern)));
    if (fact.every((one) => patterns.some((pattern) => isWithin(one, pattern)))) return TRUE;
  }
  return patterns.length === leaf.patterns.length ? leaf : matches(leaf.key, patterns);
}

function isContradicted(patterns: readonly Pattern[], facts: readonly (readonly Pattern[])[] = []): boolean {
  return facts.some(
    (fact) =>
      fact.length * patterns.length <= MOST_PAIRS &&
      fact.every((one) => patterns.every((pattern) => areApart(one, pattern))),
  );
}
