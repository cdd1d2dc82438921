import { type Asker, access, askersOf, requestScripts } from './access';
import { type Answer, difference, simplifiedFor, someOf } from './language/decide';
import { all, any, type Formula, not, textOf } from './language/formula';
import { holdsFor } from './language/holds';
import type { Example, Script } from './language/script';
import { OPERATIONS, type Operation } from './operations';
import type { AccessSetup } from './setup';
import type { Item } from './told/item';
import { type Piece, piecesOf } from './told/pieces';
import { usualParts } from './usual';

/** What somebody gains or loses, or may do so. */
export interface Change {
  readonly says: 'gains' | 'loses' | 'may gain' | 'may lose';
  readonly operation: Operation;
  readonly asker: Asker;
  readonly who: Pick<Item, 'before' | 'who' | 'when' | 'further'>;
  readonly what: string;
  readonly example?: Example;
  /** Why it can't be told. */
  readonly reasons: readonly string[];
}

/** More pieces than these are not looked at one by one, but until so many are found that changed. */
const ONE_BY_ONE = 60;
const MOST = 20;
/** A condition of so few parts is looked at quickly, and so are many of them. */
const FEW_LEAVES = 60;

/** Who gains and who loses what, from what is there before to what is there after. */
export function changes(
  before: AccessSetup,
  after: AccessSetup,
  operations: readonly Operation[] = OPERATIONS,
): Change[] {
  const usual = usualParts(before, after);
  const known = new Map<string, Change[]>();
  return operations.flatMap((operation) => {
    const found: Change[] = [];
    for (const asker of askersOf(before, after)) {
      // What a policy gives to everybody it gives to those of the account as well.
      const isTold = found.some((one) => one.asker.by === 'resource policy');
      if (asker.by === 'resource policy alone' && isTold) continue;
      const was = access(before, operation, asker);
      const is = access(after, operation, asker);
      if (textOf(was) === textOf(is)) continue;
      // Many actions are allowed by the same statements, and change alike.
      const key = [JSON.stringify(asker), operation.about, textOf(was), textOf(is)].join('|');
      const same = known.get(key) ?? changesOf(before, after, operation, asker, usual);
      known.set(key, same);
      found.push(...same.map((one) => ({ ...one, operation })));
    }
    return found;
  });
}

function changesOf(
  before: AccessSetup,
  after: AccessSetup,
  operation: Operation,
  asker: Asker,
  usual: Record<string, string[]>,
): Change[] {
  const [was, is] = [before, after].map((setup) => access(setup, operation, asker)) as [Formula, Formula];
  const scripts = requestScripts(asker, operation, after.partition, any(was, is));
  const [mine, theirs] = [after, before].map((setup) => piecesOf(setup, operation, asker)) as [
    Piece[],
    Piece[],
  ];
  return [
    ...changed(mine, theirs, scripts, was, usual).map((one) => changeOf('gain', operation, asker, one)),
    ...changed(theirs, mine, scripts, is, usual).map((one) => changeOf('lose', operation, asker, one)),
  ];
}

interface Found {
  readonly piece: Piece;
  readonly answer: Answer;
}

function changed(
  mine: readonly Piece[],
  theirs: readonly Piece[],
  scripts: readonly Script[],
  other: Formula,
  usual: Record<string, string[]>,
): Found[] {
  const known = new Set(theirs.map(({ formula }) => textOf(formula)));
  const candidates = mine
    .filter(({ formula }) => !known.has(textOf(formula)))
    // Most of many roles are seen to be the same without a search.
    .filter(({ formula }) => simplifiedFor(scripts, all(formula, not(other))).is !== 'false');
  // Compared with nothing, each is quickly looked at.
  const isSmall = ({ formula }: Piece) =>
    leavesIn(simplifiedFor(scripts, all(formula, not(other)))) <= FEW_LEAVES;
  if (candidates.length <= ONE_BY_ONE || other.is === 'false' || candidates.every(isSmall)) {
    return candidates
      .map((piece) => ({
        piece,
        answer: difference(scripts, piece.formula, other, { usual: { ...usual, ...piece.who.parts } }),
      }))
      .filter(({ answer }) => answer.is !== 'none');
  }
  const found: Found[] = [];
  let rest = candidates;
  while (found.length < MOST) {
    const some = any(...rest.map(({ formula }) => formula));
    const answer = someOf(scripts, all(some, not(other)), { usual });
    if (answer.is === 'none') return found;
    const values = answer.is === 'some' ? answer.example.values : (answer.example?.values ?? {});
    const piece = rest.find((one) => holdsFor(one.formula, values) !== false);
    if (!piece)
      return [
        ...found,
        {
          piece: rest[0] as Piece,
          answer: { is: 'not decided', reasons: answer.is === 'not decided' ? answer.reasons : [] },
        },
      ];
    found.push({ piece, answer });
    rest = rest.filter((one) => one !== piece);
  }
  // The others are not left out in silence.
  const [next] = rest;
  const reasons = [`more than ${MOST} changed, and the others were not looked at one by one`];
  return next ? [...found, { piece: next, answer: { is: 'not decided', reasons } }] : found;
}

function changeOf(
  does: 'gain' | 'lose',
  operation: Operation,
  asker: Asker,
  { piece: { who, target }, answer }: Found,
): Change {
  const { before, when, further } = who;
  return {
    says: answer.is === 'some' ? SURELY[does] : `may ${does}`,
    operation,
    asker,
    who: { before, who: who.who, when, further },
    what: target.what,
    ...(answer.is !== 'none' && answer.example && { example: answer.example }),
    reasons: answer.is === 'not decided' ? answer.reasons : [],
  };
}

const SURELY = { gain: 'gains', lose: 'loses' } as const;

function leavesIn(formula: Formula): number {
  if (formula.is === 'not') return leavesIn(formula.of);
  if (formula.is !== 'all' && formula.is !== 'any') return 1;
  return formula.of.reduce((sum, one) => sum + leavesIn(one), 0);
}
