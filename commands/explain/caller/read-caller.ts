import { Misuse } from '../../command';
import type { Caller } from './caller';
import { callerOfEvents, eventsIn } from './cloudtrail';
import { claimsOfToken, isToken } from './json-web-token';
import { claimsInSubject } from './subject';

const TAKEN =
  'the claims of a token as JSON, a JSON Web Token, or an event AssumeRoleWithWebIdentity of CloudTrail';

/** Who asks, by what somebody has of it. No error holds a part of the text, which may be a token. */
export function readCaller(input: string, from: string): Caller {
  const text = input.replace(/^\ufeff/, '').trim();
  if (!text) throw new Misuse(`${from} is empty. Give ${TAKEN}.`);
  const bare = bareToken(text);
  if (isToken(bare)) return callerOfClaims(claimsOfToken(bare, from), 'token', from);
  const value = parse(text, from);
  const events = eventsIn(value);
  if (events) return callerOfEvents(events, from);
  const token = tokenIn(value);
  if (token && !hasSubject(value)) return callerOfClaims(claimsOfToken(token, from), 'token', from);
  const claims = claimsIn(value);
  if (!claims) throw new Misuse(`${from} has no sub, so that it can't be who asks. Give ${TAKEN}.`);
  return callerOfClaims(claims, 'claims', from);
}

/** A token as it gets out of a header, of quotes, or of a terminal that breaks its lines. */
function bareToken(text: string): string {
  const [, , unquoted = text] = /^(["'`])(.*)\1$/s.exec(text) ?? [];
  return unquoted.replace(/^(authorization:\s*)?bearer\s+/i, '').replaceAll(/\s+/g, '');
}

function parse(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [position] = /position \d+/.exec((error as Error).message) ?? [];
    throw new Misuse(
      `${from} is neither JSON${position ? ` (${position})` : ''} nor a JSON Web Token. Give ${TAKEN}.`,
    );
  }
}

type Claims = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasSubject = (value: unknown) => isObject(value) && 'sub' in value;

/** The claims themselves, or somewhere in what a program that decodes tokens gives: those that are nearest to the top. */
function claimsIn(value: unknown): Claims | undefined {
  for (let level = [value]; level.length; level = level.flatMap(itemsOf)) {
    const claims = level.find(hasSubject);
    if (claims) return claims as Claims;
  }
  return undefined;
}

function itemsOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** A token that stands somewhere in JSON, such as the answer of GitHub to a job that asks for one. */
function tokenIn(value: unknown): string | undefined {
  if (typeof value === 'string') return isToken(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const item of itemsOf(value)) {
    const token = tokenIn(item);
    if (token) return token;
  }
  return undefined;
}

function callerOfClaims(given: Claims, source: 'token' | 'claims', from: string): Caller {
  const entries = Object.entries(given).map(([claim, value]) => [claim, plain(claim, value, from)] as const);
  const claims = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  if (!claims.sub) throw new Misuse(`${from} has no sub, so that it can't be who asks. Give ${TAKEN}.`);
  // Every token has these, and nobody types them.
  const isComplete = source === 'token' || ['iat', 'exp', 'jti'].some((claim) => claim in given);
  if (isComplete) return { source, isComplete, claims, notes: [] };
  return {
    source,
    isComplete,
    claims: { ...claimsInSubject(claims.sub), ...claims },
    notes: ['These are some claims of a token (no iat, exp, jti): one that is not among them is not known.'],
  };
}

function plain(claim: string, value: unknown, from: string): string | undefined {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (['string', 'number', 'boolean'].includes(typeof one)) return String(one);
  if (claim === 'sub' || claim === 'aud' || claim === 'iss') {
    throw new Misuse(`${from}: ${claim} is no text. AWS takes a token with one ${claim}.`);
  }
  return undefined; // null, or a claim of another shape, which no condition compares
}
