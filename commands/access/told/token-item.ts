import type { Issuer } from '../github-tokens';
import { all, any, type Formula, matches, not, TRUE } from '../language/formula';
import { literal } from '../language/pattern';
import { conditionsOf } from '../policy/conditions';
import type { Statement } from '../policy/statement';
import type { AccessSetup, Identity } from '../setup';
import { admits, audienceOf, providerArn } from '../trust';
import type { Item } from './item';
import { onRef, readOwnerSubject, readSubject, type Subject, whenOf, workflowOf } from './subject';
import { type Claim, excludedIn, furtherWords, isExcluding, someRepository } from './token-words';
import { wideningOf } from './widening';

/** What a trust policy admits of an issuer's tokens, piece by piece: a repository and a context each. */
export function tokenItems(setup: AccessSetup, identity: Identity, issuer: Issuer): Item[] {
  if (identity.kind !== 'role') return [];
  const arn = providerArn(setup, identity, issuer);
  const denied = any(
    ...identity.trust.filter(({ effect }) => effect === 'Deny').map((one) => admits(one, arn)),
  );
  const taken = audienceOf(setup, arn, issuer);
  return identity.trust
    .filter((one) => one.effect === 'Allow' && admits(one, arn).is !== 'false')
    .flatMap((statement) => split(statement, issuer, (one) => all(admits(one, arn), not(denied), taken)));
}

function split(statement: Statement, issuer: Issuer, formulaOf: (statement: Statement) => Formula): Item[] {
  const claims = claimsIn(statement, issuer);
  const isTwice = [...claims.keys()].some(
    (name) => name.toLowerCase().endsWith(':sub') && !isExcluding(name),
  );
  const subjects = isTwice ? undefined : claims.get('sub');
  if (!subjects) return [{ ...wordsOf(claims, undefined, []), formula: formulaOf(statement) }];
  const idKey = `${issuer.name}:repository_id`.toLowerCase();
  const groups = new Map<string, string[]>();
  for (const text of subjects.values) {
    const subject = readSubject(text);
    const ofOwner = readOwnerSubject(text, excludedIn(claims));
    const group = subject
      ? `${subject.owner}/${subject.repository}:${subject.context}`
      : ofOwner
        ? `${ofOwner.owner}/*:${ofOwner.context}`
        : text;
    groups.set(group, [...(groups.get(group) ?? []), text]);
  }
  const ids = claims.get('repository_id')?.values ?? [];
  const owned = [...groups.values()].map((texts) => ({
    texts,
    id: texts.map(readSubject).find((one) => one?.repositoryId)?.repositoryId,
  }));
  const isPaired = ids.length > 1 && ids.length <= MOST_PAIRED && owned.every(({ id }) => id !== undefined);
  const items = owned.map(({ texts, id }) => ({
    ...wordsOf(claims, texts[0], texts),
    formula: all(
      formulaOf(withSubjects(statement, issuer, texts)),
      isPaired ? matches(idKey, [literal(String(id))]) : TRUE,
    ),
  }));
  if (!isPaired) return items;
  // Ids and names are two lists: what is of the one may have the name of another.
  const names = unique(
    owned.flatMap(({ texts }) => texts.flatMap((text) => readSubject(text)?.repository ?? [])),
  );
  const words = wordsOf(claims, undefined, []);
  const who = `${names.join(' or ')}, known by its id, under the name of another of them`;
  return [
    ...items,
    {
      ...words,
      who,
      when: unique(items.map(({ when }) => when)).join(' or '),
      widening: unique(items.flatMap(({ widening }) => widening)),
      formula: all(formulaOf(statement), not(any(...items.map(({ formula }) => formula)))),
    },
  ];
}

/** Of more repositories in a statement, each is told with the ids of all. */
const MOST_PAIRED = 50;
const unique = (texts: readonly string[]) => [...new Set(texts)].sort();

/** A statement with some of its subjects alone. */
function withSubjects(statement: Statement, { name }: Issuer, texts: readonly string[]): Statement {
  const key = `${name}:sub`.toLowerCase();
  const narrowed = Object.entries(statement.written).map(([operator, keys]) => [
    operator,
    Object.fromEntries(
      Object.entries(keys).map(([one, values]) => [
        one,
        one.toLowerCase() === key && isPlain(operator) ? texts : values,
      ]),
    ),
  ]);
  return { ...statement, condition: conditionsOf(Object.fromEntries(narrowed), statement.label) };
}

const isPlain = (operator: string) => /^(ForAnyValue:)?String(Equals|Like)$/.test(operator);

/** The claims that a statement asks for in the plain way; others are told as they are written. */
function claimsIn({ written }: Statement, issuer: Issuer): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  const prefix = `${issuer.name}:`.toLowerCase();
  for (const [operator, keys] of Object.entries(written)) {
    for (const [key, given] of Object.entries(keys)) {
      const values = [given].flat().map(String);
      const name = key.toLowerCase().startsWith(prefix) ? key.slice(prefix.length).toLowerCase() : undefined;
      // Asked for twice, in two ways, it is told as it is written: both have to hold.
      if (name !== undefined && isPlain(operator) && !claims.has(name)) claims.set(name, { values });
      else claims.set(`${operator} ${key}`, { values });
    }
  }
  return claims;
}

function wordsOf(
  claims: ReadonlyMap<string, Claim>,
  text: string | undefined,
  texts: readonly string[],
): Omit<Item, 'formula'> {
  const subject = text === undefined ? undefined : readSubject(text);
  const ofOwner = text === undefined ? undefined : readOwnerSubject(text, excludedIn(claims));
  const context = (subject ?? ofOwner)?.context;
  const called = claims.get('job_workflow_ref')?.values.map(workflowOf).sort();
  const refs = claims.get('ref')?.values.map(onRef).sort();
  const environments = claims
    .get('environment')
    ?.values.map((name) => `in the environment ${name}`)
    .sort();
  const whens = [
    ...(context === undefined ? (environments ?? []) : [whenOf(context)]),
    ...(refs && !context?.startsWith('ref:') ? [refs.join(' or ')] : []),
  ];
  return {
    who: subject ? repositoryWords(subject, texts, claims) : someRepository(text, claims, ofOwner),
    before: called ? `${called.join(' or ')}, called by ` : 'any workflow of ',
    // A subject that is told as it is says when, too.
    when: whens.join(' ') || (text !== undefined && !/^repo:[^/:*?]+\/\*$/.test(text) ? '' : ANYTIME),
    further: furtherWords(claims, subject),
    widening: wideningOf({
      refs: [
        ...(context?.startsWith('ref:') ? [context.slice(4)] : []),
        ...(claims.get('ref')?.values ?? []),
      ],
      called: claims.get('job_workflow_ref')?.values ?? [],
      environments: [
        ...(context?.startsWith('environment:') ? [whenOf(context)] : []),
        ...(context === undefined ? (environments ?? []) : []),
      ],
      context: context ?? '*',
      isNameAlone:
        subject !== undefined &&
        !claims.has('repository_id') &&
        !claims.has('repository_owner_id') &&
        hasClassicSubject(texts),
      isAnyRepository: subject === undefined,
    }),
    ...(subject && { parts: partsOf(subject, texts) }),
    ...(ofOwner && { parts: { owner: [ofOwner.owner] } }),
  };
}

const hasClassicSubject = (texts: readonly string[]) =>
  texts.some((text) => readSubject(text)?.repositoryId === undefined);

const ANYTIME = 'on any branch, tag, pull request or environment';

/** An example of a repository is to have its own ids, where they are known. */
function partsOf({ owner, repository }: Subject, texts: readonly string[]): Item['parts'] {
  const known = texts.map(readSubject).find((one) => one?.repositoryId !== undefined);
  return {
    owner: [owner],
    repository: [repository],
    ...(known?.ownerId &&
      known.repositoryId && { 'owner id': [known.ownerId], 'repository id': [known.repositoryId] }),
  };
}

function repositoryWords(
  { owner, repository }: Subject,
  texts: readonly string[],
  claims: ReadonlyMap<string, Claim>,
): string {
  const subjects = texts.flatMap((text) => readSubject(text) ?? []);
  const immutable = subjects.find(({ repositoryId }) => repositoryId !== undefined);
  const hasClassic = subjects.some(({ repositoryId }) => repositoryId === undefined);
  const ids = claims.get('repository_id')?.values ?? [];
  const owners = claims.get('repository_owner_id')?.values ?? [];
  const id = immutable?.repositoryId
    ? [`id ${immutable.repositoryId}`]
    : ids.length > 0
      ? [`id ${[...ids].sort().join(' or ')}`]
      : [];
  const isBound = ids.length > 0 || !hasClassic;
  const notes = [
    ...(isBound
      ? id
      : owners.length > 0
        ? [`of the owner with the id ${[...owners].sort().join(' or ')}`]
        : ['whoever has that name']),
    ...(immutable && hasClassic && !isBound ? [`or id ${immutable.repositoryId}`] : []),
    ...(isBound && !immutable ? ['classic subject'] : isBound && !hasClassic ? ['immutable subject'] : []),
  ];
  return `${owner}/${repository} (${notes.join(', ')})`;
}
