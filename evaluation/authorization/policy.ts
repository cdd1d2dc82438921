import { Refusal } from '../refusal';
import { type Condition, checkCondition } from './conditions';
import { type Principals, readPrincipals } from './principals';

/** A policy document after reading: lists are lists, and every element in it is one this module knows. */
export interface Policy {
  /** How messages call it, for example `role publish, policy DefaultPolicy`. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly principals?: Principals;
  readonly actions: readonly string[];
  /** Absent in a trust policy. */
  readonly resources?: readonly string[];
  readonly condition: Condition;
  /** Policy name, position and Sid, to point at in messages. */
  readonly label: string;
}

const ELEMENTS = new Set(['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition']);

/**
 * Reads a policy document with all intrinsics resolved.
 * Refuses unknown versions, statement elements, operators, principals and policy variables.
 */
export function readPolicy(name: string, document: unknown): Policy {
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
  return { name, statements: statements.map((s, i) => readStatement(`${name}, statement ${i + 1}`, s)) };
}

function readStatement(label: string, statement: unknown): Statement {
  const json = asObject(statement, label);
  for (const key of Object.keys(json)) {
    if (!ELEMENTS.has(key)) throw new Refusal(`${label}: element ${key} is not known`);
  }
  if (json.Effect !== 'Allow' && json.Effect !== 'Deny') {
    throw new Refusal(`${label}: Effect is ${String(json.Effect)}`);
  }
  const full = json.Sid ? `${label} (${String(json.Sid)})` : label;
  const actions = texts(json.Action, `${full}: Action`);
  for (const action of actions) {
    if (action !== '*' && !/^[a-z0-9-]+:[A-Za-z*?]+$/.test(action)) {
      throw new Refusal(`${full}: ${action} is no action`);
    }
  }
  return {
    effect: json.Effect,
    principals: json.Principal === undefined ? undefined : readPrincipals(json.Principal, full),
    actions,
    resources: json.Resource === undefined ? undefined : texts(json.Resource, `${full}: Resource`),
    condition: checkCondition(json.Condition, full),
    label: full,
  };
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(`${what}: expected an object, got ${JSON.stringify(value)}`);
  }
  return value as Record<string, unknown>;
}

/** One string or a list of strings; anything else, an unresolved intrinsic for one, is refused. */
export function texts(value: unknown, what: string): string[] {
  const list = Array.isArray(value) ? value : [value];
  for (const item of list) {
    if (typeof item !== 'string') throw new Refusal(`${what}: expected text, got ${JSON.stringify(item)}`);
  }
  return list as string[];
}
