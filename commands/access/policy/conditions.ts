import { all, any, type Formula, matches, not, present, unknown } from '../language/formula';
import { arnLike, like, literal, ONE, type Pattern } from '../language/pattern';

/** A value that only deployment knows stands between two of these, by its name. */
export const OPEN = '\u0001';

/** The names of what is left open in a text. */
export function openIn(text: string): string | undefined {
  const [, name] = text.split(OPEN);
  return name;
}

type Values = readonly string[];
type Compare = (key: string, values: Values, label: string) => Formula;

const by =
  (read: (value: string) => Pattern | undefined): Compare =>
  (key, values) =>
    matches(
      key,
      values.map(read).filter((pattern) => pattern !== undefined),
    );

const equal = by(literal);
const wild = by(like);
const arn = by(arnLike);
const folded: Compare = (key, values) => matches(key, values.map(literal), true);
const atMost = numbers((limit) => upTo(limit));
const below = numbers((limit) => (limit === 0 ? [] : upTo(limit - 1)));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: Readonly<Record<string, { readonly compare: Compare; readonly isNegated?: boolean }>> = {
  stringequals: { compare: equal },
  stringnotequals: { compare: equal, isNegated: true },
  stringequalsignorecase: { compare: folded },
  stringnotequalsignorecase: { compare: folded, isNegated: true },
  stringlike: { compare: wild },
  stringnotlike: { compare: wild, isNegated: true },
  arnequals: { compare: arn },
  arnlike: { compare: arn },
  arnnotequals: { compare: arn, isNegated: true },
  arnnotlike: { compare: arn, isNegated: true },
  bool: { compare: folded },
  numericequals: { compare: numbers((limit) => [literal(String(limit))]) },
  numericnotequals: { compare: numbers((limit) => [literal(String(limit))]), isNegated: true },
  numericlessthanequals: { compare: atMost },
  numericlessthan: { compare: below },
  numericgreaterthan: { compare: atMost, isNegated: true },
  numericgreaterthanequals: { compare: below, isNegated: true },
};

/** What the conditions of a statement ask for. What is not in the model is unknown, by its own words. */
export function conditionsOf(condition: unknown, label: string): Formula {
  if (condition === undefined) return all();
  if (typeof condition !== 'object' || condition === null)
    return unknown(`${label}: its Condition is not known`);
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries((keys ?? {}) as object).map(([key, values]) => testOf(operator, key, values, label)),
  );
  return all(...tests);
}

function testOf(operator: string, key: string, given: unknown, label: string): Formula {
  const values = [given].flat();
  const says = `${operator} ${key} ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
  if (!values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))) {
    return unknown(`${label}: ${says} is not plain`);
  }
  const texts = values.map(String);
  const [, qualifier, base = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i.exec(operator) ?? [];
  const name = key.toLowerCase();
  const open = texts.map(openIn).find((one) => one !== undefined) ?? openIn(key);
  if (open) return unknown(`${operator} ${key.replaceAll(OPEN, '')}: ${open} is known only at deployment`);
  const variable = texts.find((text) => text.includes('${'));
  if (variable) return unknown(`${says}: ${variable} is a policy variable`);
  if (base.toLowerCase() === 'null')
    return all(...texts.map((text) => (text === 'true' ? not(present(name)) : present(name))));
  const known = OPERATORS[base.toLowerCase()];
  if (!known) return unknown(`${says}: the operator is not in the model`);
  const found = known.compare(name, texts, label);
  const holds = known.isNegated ? not(found) : found;
  const isThere = present(name);
  // Negated, an absent key holds, and for all of no values anything does; but any of none holds never.
  if (qualifier?.toLowerCase() === 'foranyvalue') return all(isThere, holds);
  if (ifExists || qualifier) return any(not(isThere), holds);
  return holds;
}

/** Numbers without a sign: the only ones that these keys have. */
function numbers(patterns: (limit: number) => Pattern[]): Compare {
  return (key, values, label) => {
    if (!values.every((value) => /^(0|[1-9]\d{0,9})$/.test(value)))
      return unknown(`${label}: ${key}: ${values.join()} is no whole number`);
    return matches(
      key,
      values.flatMap((value) => patterns(Number(value))),
    );
  };
}

/** The digits of all numbers up to a limit, `?` being a digit where no value has anything else. */
function upTo(limit: number): Pattern[] {
  const digits = String(limit);
  const shorter = Array.from({ length: digits.length - 1 }, (_, length) =>
    Array<string>(length + 1).fill(ONE),
  );
  const smaller = [...digits].flatMap((digit, at) =>
    Array.from({ length: Number(digit) }, (_, less) => less)
      .filter((less) => at > 0 || less > 0 || digits.length === 1)
      .map((less) => [
        ...digits.slice(0, at),
        String(less),
        ...Array<string>(digits.length - at - 1).fill(ONE),
      ]),
  );
  return [...shorter, ...smaller, literal(digits)];
}
