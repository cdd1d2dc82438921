import { Refusal } from '../refusal';
import { asPattern, isUnknown, unknownParts } from '../unknown';
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

/** A test of a condition, and how it went. */
export interface TestResult {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];

  /** What the request has; left out where it has nothing, or where nobody knows. */
  readonly actual?: string;

  /** Left out where it can't be told. */
  readonly holds?: boolean;

  /** Why it can't be told. */
  readonly unknown?: string;
}

/** How each test goes: a key that the context has nothing about can't be told, and the others are. */
export function examine(condition: Condition, context: Context): TestResult[] {
  const known = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return condition.map((test) => {
    const { operator, key, values } = test;
    if (!known.has(key.toLowerCase())) {
      return { operator, key, values, unknown: `condition key ${key} is not known here` };
    }
    const actual = known.get(key.toLowerCase());
    const result = { operator, key, values, ...(actual !== undefined && { actual }) };
    const holds = holding(test, actual);
    if (holds !== undefined) return { ...result, holds };
    const parts = values.flatMap(unknownParts);
    return {
      ...result,
      unknown: `${operator} ${key} wants what only the deployment knows: ${parts.join(', ')}`,
    };
  });
}

/** The first test that fails, in words, or `undefined` where all hold. */
export function failingTest(condition: Condition, context: Context): string | undefined {
  const results = examine(condition, context);
  results.forEach(({ unknown }, i) => {
    if (unknown) throw new Refusal(`${condition[i]?.label}: ${unknown}`);
  });
  const failing = results.find(({ holds }) => !holds);
  return failing && inWords(failing);
}

export function inWords({ operator, key, values, actual }: TestResult): string {
  const value = actual === undefined ? 'is absent' : `is ${actual}`;
  return `${operator} ${key} wants ${values.join(' or ')}, but it ${value}`;
}

function holding({ operator, values }: Test, actual: string | undefined): boolean | undefined {
  const [, qualifier, base, ifExists] = OPERATOR_NAME.exec(operator) as unknown as string[];
  const { matches, negated = false } = OPERATORS[base as string] as Operator;
  if (actual === undefined) {
    if (qualifier === 'ForAnyValue') return false;
    return Boolean(ifExists) || qualifier === 'ForAllValues' || negated;
  }
  if (values.some((accepted) => !isUnknown(accepted) && matches(accepted, actual))) return !negated;
  const isOpen = values.some((accepted) => isUnknown(accepted) && matchesText(asPattern(accepted), actual));
  return isOpen ? undefined : negated;
}
