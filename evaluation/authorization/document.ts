import { Refusal } from '../refusal';
import { type Conditions, readConditions } from './conditions';

/** A statement as it is written, with every value a list. */
export interface WrittenStatement {
  readonly effect: 'Allow' | 'Deny';
  /** Names by kind; everybody is `*` of kind `AWS`. */
  readonly principal?: Readonly<Record<string, readonly string[]>>;
  readonly actions: readonly string[];
  /** Absent in a trust policy. */
  readonly resources?: readonly string[];
  readonly conditions: Conditions;
  /** Policy name, position and Sid, to point at in messages. */
  readonly label: string;
}

const ELEMENTS = new Set(['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition']);

/**
 * Reads a policy document with all intrinsics resolved, and leaves open what its words mean.
 * Refuses unknown versions and statement elements, and policy variables.
 */
export function readDocument(name: string, document: unknown): WrittenStatement[] {
  const json = asObject(document, name);
  for (const key of Object.keys(json)) {
    if (!['Version', 'Id', 'Statement'].includes(key)) throw new Refusal(`${name}: unknown element ${key}`);
  }
  if (json.Version !== '2012-10-17') {
    throw new Refusal(`${name}: Version is ${String(json.Version)}, only 2012-10-17 is known`);
  }
  if (JSON.stringify(json).includes('${')) {
    throw new Refusal(`${name}: holds a policy variable or an unresolved expression`);
  }
  const statements = Array.isArray(json.Statement) ? json.Statement : [json.Statement];
  return statements.map((statement, i) => readStatement(`${name}, statement ${i + 1}`, statement));
}

function readStatement(label: string, statement: unknown): WrittenStatement {
  const json = asObject(statement, label);
  for (const key of Object.keys(json)) {
    if (!ELEMENTS.has(key)) throw new Refusal(`${label}: element ${key} is not known`);
  }
  if (json.Effect !== 'Allow' && json.Effect !== 'Deny') {
    throw new Refusal(`${label}: Effect is ${String(json.Effect)}`);
  }
  const full = json.Sid ? `${label} (${String(json.Sid)})` : label;
  return {
    effect: json.Effect,
    principal: json.Principal === undefined ? undefined : namesByKind(json.Principal, full),
    actions: texts(json.Action, `${full}: Action`),
    resources: json.Resource === undefined ? undefined : texts(json.Resource, `${full}: Resource`),
    conditions: readConditions(json.Condition, full),
    label: full,
  };
}

function namesByKind(principal: unknown, label: string): Record<string, string[]> {
  if (principal === '*') return { AWS: ['*'] };
  if (typeof principal !== 'object' || principal === null || Array.isArray(principal)) {
    throw new Refusal(`${label}: Principal ${JSON.stringify(principal)} is not known`);
  }
  const kinds = Object.entries(principal).map(([kind, given]) => {
    const names = Array.isArray(given) ? given : [given];
    for (const name of names) {
      if (typeof name !== 'string')
        throw new Refusal(`${label}: Principal ${JSON.stringify(name)} is no text`);
    }
    return [kind, names];
  });
  return Object.fromEntries(kinds);
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(`${what}: expected an object, got ${JSON.stringify(value)}`);
  }
  return value as Record<string, unknown>;
}

/** One string or a list of strings; anything else, an unresolved intrinsic for one, is refused. */
function texts(value: unknown, what: string): string[] {
  const list = Array.isArray(value) ? value : [value];
  for (const item of list) {
    if (typeof item !== 'string') throw new Refusal(`${what}: expected text, got ${JSON.stringify(item)}`);
  }
  return list as string[];
}
