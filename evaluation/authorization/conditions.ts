import { Refusal } from '../refusal';
import { matchesText } from './wildcard';

/**
 * What is known about a request, by condition key. A key that is modelled but has no value in this
 * request is present with `undefined`; a key that is missing altogether is one nobody thought of.
 */
export type Context = Readonly<Record<string, string | undefined>>;

/** Accepted values by operator and key, as a document writes them. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Operator, key, accepted values. */
export type Condition = readonly Test[];

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly label: string;
}

interface Operator {
  readonly matches: (accepted: string, actual: string) => boolean;
  /** A negated operator holds when no value matches, and when the key is absent. */
  readonly negated?: boolean;
}

const equal = (a: string, b: string) => a === b;
const numeric = (compare: (limit: number, value: number) => boolean) => (limit: string, value: string) =>
  /^-?\d+(\.\d+)?$/.test(limit) && /^-?\d+(\.\d+)?$/.test(value) && compare(Number(limit), Number(value));

const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: { matches: equal },
  StringNotEquals: { matches: equal, negated: true },
  StringEqualsIgnoreCase: { matches: (a, b) => a.toLowerCase() === b.toLowerCase() },
  StringLike: { matches: matchesText },
  StringNotLike: { matches: matchesText, negated: true },
  NumericEquals: { matches: numeric((limit, value) => value === limit) },
  NumericLessThan: { matches: numeric((limit, value) => value < limit) },
  NumericLessThanEquals: { matches: numeric((limit, value) => value <= limit) },
  NumericGreaterThan: { matches: numeric((limit, value) => value > limit) },
  NumericGreaterThanEquals: { matches: numeric((limit, value) => value >= limit) },
  Bool: { matches: (a, b) => a.toLowerCase() === b.toLowerCase() },
};

const OPERATOR_NAME = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/;

/** Every value as text, in a list; refuses values that are not plain. */
export function readConditions(value: unknown, label: string): Conditions {
  return mapValues(value ?? {}, (keys, operator) =>
    mapValues(keys, (accepted, key) =>
      (Array.isArray(accepted) ? accepted : [accepted]).map((one) => {
        if (!['string', 'number', 'boolean'].includes(typeof one)) {
          throw new Refusal(`${label}: ${operator} ${key}: ${JSON.stringify(one)} is no plain value`);
        }
        return String(one);
      }),
    ),
  );
}

/** Refuses operators that are not in the table and values that are not plain. */
export function checkCondition(value: unknown, label: string): Condition {
  return Object.entries(readConditions(value, label)).flatMap(([operator, keys]) => {
    const [, , base] = OPERATOR_NAME.exec(operator) ?? [];
    if (!base || !Object.hasOwn(OPERATORS, base)) {
      throw new Refusal(`${label}: condition operator ${operator} is not known`);
    }
    return Object.entries(keys).map(([key, values]) => ({ operator, key, values, label }));
  });
}

function mapValues<T>(record: unknown, map: (value: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record as object).map(([key, value]) => [key, map(value, key)]));
}

/** The first test that fails, in words, or `undefined` where all hold. */
export function failingTest(condition: Condition, context: Context): string | undefined {
  const known = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  for (const { key, label } of condition) {
    if (!known.has(key.toLowerCase())) throw new Refusal(`${label}: condition key ${key} is not known here`);
  }
  for (const test of condition) {
    const actual = known.get(test.key.toLowerCase());
    if (!holds(test, actual)) {
      const value = actual === undefined ? 'is absent' : `is ${actual}`;
      return `${test.operator} ${test.key} wants ${test.values.join(' or ')}, but it ${value}`;
    }
  }
  return undefined;
}

function holds({ operator, values }: Test, actual: string | undefined): boolean {
  const [, qualifier, base, ifExists] = OPERATOR_NAME.exec(operator) as unknown as string[];
  const { matches, negated = false } = OPERATORS[base as string] as Operator;
  if (actual === undefined) {
    if (qualifier === 'ForAnyValue') return false;
    return Boolean(ifExists) || qualifier === 'ForAllValues' || negated;
  }
  return values.some((accepted) => matches(accepted, actual)) !== negated;
}
