import { createHash } from 'node:crypto';
import type { Pattern } from './pattern';

/** What has to hold of a request, in words on single keys. */
export type Formula =
  | { readonly is: 'true' }
  | { readonly is: 'false' }
  | { readonly is: 'all'; readonly of: readonly Formula[] }
  | { readonly is: 'any'; readonly of: readonly Formula[] }
  | { readonly is: 'not'; readonly of: Formula }
  /** The key is there, and its value matches one of the patterns. */
  | {
      readonly is: 'matches';
      readonly key: string;
      readonly patterns: readonly Pattern[];
      readonly ignoresCase?: boolean;
    }
  | { readonly is: 'present'; readonly key: string }
  /** Nobody can say from here, and why. The same reason is the same answer, whatever it is. */
  | { readonly is: 'unknown'; readonly reason: string };

export const TRUE: Formula = { is: 'true' };
export const FALSE: Formula = { is: 'false' };

export const unknown = (reason: string): Formula => ({ is: 'unknown', reason });
export const present = (key: string): Formula => ({ is: 'present', key });

export function matches(key: string, patterns: readonly Pattern[], ignoresCase = false): Formula {
  if (patterns.length === 0) return FALSE;
  return { is: 'matches', key, patterns, ...(ignoresCase && { ignoresCase }) };
}

export function all(...given: readonly Formula[]): Formula {
  const of = unique(
    given.flatMap((one) => (one.is === 'all' ? one.of : [one])).filter(({ is }) => is !== 'true'),
  );
  if (of.some(({ is }) => is === 'false')) return FALSE;
  return of.length === 0 ? TRUE : of.length === 1 ? (of[0] as Formula) : { is: 'all', of };
}

export function any(...given: readonly Formula[]): Formula {
  const of = unique(
    given.flatMap((one) => (one.is === 'any' ? one.of : [one])).filter(({ is }) => is !== 'false'),
  );
  if (of.some(({ is }) => is === 'true')) return TRUE;
  return of.length === 0 ? FALSE : of.length === 1 ? (of[0] as Formula) : { is: 'any', of };
}

export function not(of: Formula): Formula {
  if (of.is === 'true') return FALSE;
  if (of.is === 'false') return TRUE;
  return of.is === 'not' ? of.of : { is: 'not', of };
}

/** The same text for what says the same in another order. */
export function textOf(formula: Formula): string {
  const known = texts.get(formula);
  if (known !== undefined) return known;
  const text = short(write(formula), formula);
  texts.set(formula, text);
  return text;
}

const texts = new WeakMap<Formula, string>();

/** The text of what is made of others would grow with each that it is in. */
function short(text: string, { is }: Formula): string {
  const isMade = is === 'all' || is === 'any' || is === 'not';
  return isMade && text.length > 64 ? `${is}#${createHash('sha256').update(text).digest('base64')}` : text;
}

function write(formula: Formula): string {
  switch (formula.is) {
    case 'all':
    case 'any':
      return `${formula.is}(${formula.of.map(textOf).sort().join('\n')})`;
    case 'not':
      return `not(${textOf(formula.of)})`;
    case 'matches': {
      const patterns = [...new Set(formula.patterns.map((pattern) => pattern.join('\u0001')))].sort();
      return `matches(${formula.key}\u0002${formula.ignoresCase ?? ''}\u0002${patterns.join('\u0002')})`;
    }
    case 'present':
      return `present(${formula.key})`;
    case 'unknown':
      return `unknown(${formula.reason})`;
    default:
      return formula.is;
  }
}

function unique(formulas: readonly Formula[]): Formula[] {
  return formulas.length < 2
    ? [...formulas]
    : [...new Map(formulas.map((one) => [textOf(one), one])).values()];
}

/** The reasons for which it can't be said. */
export function reasonsIn(formula: Formula): string[] {
  switch (formula.is) {
    case 'all':
    case 'any':
      return [...new Set(formula.of.flatMap(reasonsIn))];
    case 'not':
      return reasonsIn(formula.of);
    case 'unknown':
      return [formula.reason];
    default:
      return [];
  }
}

/** The keys that it looks at. */
export function keysIn(formula: Formula): Set<string> {
  const keys = new Set<string>();
  replaceLeaves(formula, (leaf) => {
    if (leaf.is === 'matches' || leaf.is === 'present') keys.add(leaf.key);
    return leaf;
  });
  return keys;
}

/** The formula with something else in the place of each leaf. */
export function replaceLeaves(
  formula: Formula,
  replace: (leaf: Formula, isNegated: boolean) => Formula,
  isNegated = false,
): Formula {
  switch (formula.is) {
    case 'all':
    case 'any': {
      const parts = formula.of.map((one) => replaceLeaves(one, replace, isNegated));
      // What stays the same stays one, so that its text is not written again.
      if (parts.every((part, index) => part === formula.of[index])) return formula;
      return formula.is === 'all' ? all(...parts) : any(...parts);
    }
    case 'not': {
      const of = replaceLeaves(formula.of, replace, !isNegated);
      return of === formula.of ? formula : not(of);
    }
    default:
      return replace(formula, isNegated);
  }
}

/** Evaluates, where each leaf is true, false or not known yet. */
export function evaluate(
  formula: Formula,
  leaf: (leaf: Formula) => boolean | undefined,
): boolean | undefined {
  switch (formula.is) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'not': {
      const value = evaluate(formula.of, leaf);
      return value === undefined ? undefined : !value;
    }
    case 'all':
    case 'any': {
      const decisive = formula.is === 'any';
      let isOpen = false;
      for (const one of formula.of) {
        const value = evaluate(one, leaf);
        if (value === decisive) return decisive;
        if (value === undefined) isOpen = true;
      }
      return isOpen ? undefined : !decisive;
    }
    default:
      return leaf(formula);
  }
}
