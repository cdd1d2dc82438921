import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from './invalid-input';

/** What a value has to be, for who writes JavaScript or Python and has no compiler that says so. */
export interface Kind {
  readonly allowed: string;
  /** What to write in the place of another value. */
  readonly instead?: string;
  readonly accepts: (value: unknown) => boolean;
  /** What each item of a list has to be. */
  readonly items?: Kind;
}

/** The same for a property that can't be left out. */
export interface NeededKind extends Kind {
  readonly isNeeded: true;
}

/** A kind for each property of an interface: one that can't be left out where the property can't. */
export type Kinds<P> = { readonly [K in keyof P]-?: undefined extends P[K] ? Kind : NeededKind };

export const TEXT: Kind = { allowed: 'a text', accepts: (value) => typeof value === 'string' };
export const NUMBER: Kind = { allowed: 'a number', accepts: (value) => typeof value === 'number' };
export const BOOLEAN: Kind = { allowed: 'true or false', accepts: (value) => typeof value === 'boolean' };

/** An object by a member that only its class has: two copies of a library have two classes of one name. */
export function objectWith(member: string, allowed: string, instead?: string): Kind {
  return {
    allowed,
    instead,
    accepts: (value) => isObject(value) && member in value,
  };
}

export function listOf(items: Kind): Kind {
  return {
    allowed: `a list, each ${items.allowed}`,
    accepts: Array.isArray,
    items,
    instead: inBrackets(items.instead),
  };
}

export function mapping(allowed: string, items?: Kind): Kind {
  return { allowed, accepts: (value) => isObject(value) && !Array.isArray(value), items };
}

/** One of the values of an enum, by the name of the enum. */
export function memberOf(name: string, members: Record<string, string>): Kind {
  const [first] = Object.keys(members);
  return {
    allowed: `a value of ${name}`,
    instead: `${name}.${first}`,
    accepts: (value) => Object.values(members).includes(value as string),
  };
}

export function needed(kind: Kind): NeededKind {
  return { ...kind, isNeeded: true };
}

/** Throws for properties of another kind, and for one that is missing; a token passes. */
export function checkKinds<P extends object>(place: IConstruct | string, props: P, kinds: Kinds<P>): void {
  if (!isObject(props)) {
    const names = Object.entries<Kind>(kinds).flatMap(([name, kind]) => ('isNeeded' in kind ? [name] : []));
    throw invalidInput(
      {
        property: 'props',
        given: props,
        reason: 'is no object with properties',
        allowed: names.length ? `an object with ${names.join(', ')}` : 'an object, or nothing',
      },
      place,
    );
  }
  for (const [name, kind, isNeeded] of rowsOf(kinds)) {
    const value = (props as Record<string, unknown>)[name];
    if (value !== undefined || isNeeded) checkKind(place, name, value, kind);
  }
}

type Row = readonly [name: string, kind: Kind, isNeeded: boolean];

/** A table is read for every construct, and going through the members of a large object takes long. */
const rows = new WeakMap<object, readonly Row[]>();

function rowsOf(kinds: object): readonly Row[] {
  const known = rows.get(kinds);
  if (known) return known;
  const read = Object.entries<Kind>(kinds as Record<string, Kind>).map(
    ([name, kind]): Row => [name, kind, 'isNeeded' in kind],
  );
  rows.set(kinds, read);
  return read;
}

/** Throws for a value of another kind; a token passes, and so does nothing where it is not needed. */
export function checkKind(
  place: IConstruct | string | undefined,
  property: string,
  value: unknown,
  kind: Kind,
  isNeeded = true,
): void {
  if (value === undefined) {
    if (isNeeded) throw otherKind(place, property, value, kind, 'is missing');
    return;
  }
  if (!kind.accepts(value)) {
    if (Token.isUnresolved(value)) return;
    throw otherKind(place, property, value, kind, `is ${nounOf(value)}`);
  }
  if (!kind.items || Token.isUnresolved(value)) return;
  for (const [key, item] of Object.entries(value as object)) {
    checkKind(place, `${property}[${Array.isArray(value) ? key : JSON.stringify(key)}]`, item, kind.items);
  }
}

function otherKind(
  place: IConstruct | string | undefined,
  property: string,
  given: unknown,
  { allowed, instead }: Kind,
  reason: string,
): Error {
  return invalidInput({ property, given, reason, allowed, instead }, place);
}

function nounOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const noun: Record<string, string> = { string: 'a text', boolean: 'a boolean', object: 'another object' };
  return noun[typeof value] ?? `a ${typeof value}`;
}

function inBrackets(text: string | undefined): string | undefined {
  return text && `[${text}]`;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
