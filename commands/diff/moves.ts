import type { PlacedTemplate } from '../access/setup';
import { type NamedResource, namedResources, stackOf } from './resources';

/** Something under a fixed name that the next deployment replaces, leaves behind, deletes or fails on. */
export interface Move {
  readonly account: string;
  /** All of it in a line, as `--allow` names it. */
  readonly text: string;
  /** What comes of it. */
  readonly result: string;
  /** What to do about it. */
  readonly advice: string;
}

const TAKEN = 'The deployment fails with "already exists": the new one has the name of the old one.';
const REFACTOR =
  'Before anything else is changed, run "npx cdk refactor --unstable=refactor", or give the old construct ids back.';

/** What moves between two states of an app. What is new moves nothing, nor does a stack that is not in the app any more. */
export function movesBetween(before: readonly PlacedTemplate[], after: readonly PlacedTemplate[]): Move[] {
  const [was, is] = [namedResources(before), namedResources(after)];
  const same = (a: NamedResource) => (b: NamedResource) => a.stack === b.stack && a.logicalId === b.logicalId;
  const isNew = (one: NamedResource) => !was.some((old) => same(old)(one) && old.kind === one.kind);
  const added = is.filter(isNew);
  const stacks = new Set(after.map(({ environment }) => stackOf(environment)));
  return was.flatMap((old) => {
    const now = is.find((one) => same(old)(one) && one.kind === old.kind);
    if (now) return replacement(old, now);
    const elsewhere = added.find(({ identity }) => identity === old.identity);
    if (elsewhere) return [moved(old, elsewhere)];
    return stacks.has(old.stack) ? gone(old, added) : [];
  });
}

/** The same place in the template, and another resource. */
function replacement(old: NamedResource, now: NamedResource): Move[] {
  const changed = old.kind.fixed.filter((property) => old.fixed[property] !== now.fixed[property]);
  if (changed.length === 0) return [];
  if (old.name !== now.name) return [renamed(old, now, old.retainedOnReplace)];
  const told = changed.map(
    (name) => `${name} was ${old.fixed[name] ?? 'not given'} and is ${now.fixed[name] ?? 'not given'}`,
  );
  const text = `${old.kind.word} ${old.name} is replaced: ${told.join(', ')}`;
  const advice = `Take the change back: no ${old.kind.word} can change that.`;
  return [{ account: old.account, text, result: TAKEN, advice }];
}

function renamed({ kind, name, account }: NamedResource, now: NamedResource, isKept: boolean): Move {
  return {
    account,
    text: `${kind.word} ${name} becomes ${now.name}`,
    result: `${kind.another} ${isKept ? `The old one is kept. ${kind.kept}` : `The old one is deleted. ${kind.deleted}`}`,
    advice: `Give the old name back, unless another ${kind.word} is meant.`,
  };
}

/** One resource of AWS, at another place of the template or in another stack. */
function moved(old: NamedResource, now: NamedResource): Move {
  const [from, to] =
    old.stack === now.stack ? ['', ''] : [old, now].map(({ stack }) => ` of ${stack.split(' ')[2]}`);
  const again = `Or deploy without it, which keeps it, and take it back by "npx cdk import" with importMapping().`;
  return {
    account: old.account,
    text: `${old.kind.word} ${old.name} moves: it was ${old.logicalId}${from} and is ${now.logicalId}${to}`,
    result: TAKEN,
    advice: old.retained ? `${REFACTOR} ${again}` : REFACTOR,
  };
}

function gone(old: NamedResource, added: readonly NamedResource[]): Move[] {
  const { kind, name, account } = old;
  const beside = added.filter((one) => one.kind === kind && one.stack === old.stack);
  if (kind.word === 'role') {
    // Who loses access by a role that is gone is told beside this. One for the same callers is the same role, renamed.
    const next = beside.find(({ trust }) => trust === old.trust);
    return next ? [renamed(old, next, old.retained)] : [];
  }
  if (!old.retained) {
    const advice = `Leave it in the app, or give it RemovalPolicy.RETAIN in a deployment before.`;
    return [{ account, text: `${kind.word} ${name} is deleted`, result: kind.deleted, advice }];
  }
  const names = beside.map((one) => one.name).join(', ');
  return [
    {
      account,
      text: `${kind.word} ${name} leaves its stack and is kept`,
      result: `${kind.kept}${names && ` Beside it is made: ${names}.`}`,
      advice: 'Delete it by hand where nobody needs it. Back in the app, it has to come by "npx cdk import".',
    },
  ];
}
