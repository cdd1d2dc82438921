import { type Asker, askersOf, requestScripts } from './access';
import { someOf } from './language/decide';
import { all, type Formula, matches, TRUE } from './language/formula';
import { literal } from './language/pattern';
import type { Script } from './language/script';
import type { Operation } from './operations';
import { RESOURCE, resourceScripts } from './requests';
import type { AccessSetup } from './setup';
import { type Item, sentences, together, type Words } from './told/item';
import { type Piece, piecesOf } from './told/pieces';

/** What somebody may do something to, and by which role or user, if by one. */
interface Target {
  readonly what: string;
  readonly by: string;
}

/** Who may do something, in sentences that are all of the answer. */
export interface Answered {
  /** To what, and who may. */
  readonly to: readonly (Target & { readonly who: readonly string[] })[];
  /** The same of those of which nobody can tell from here, and why. */
  readonly perhaps: readonly {
    readonly what: string;
    readonly who: string;
    readonly reasons: readonly string[];
  }[];
  /** Who gets in beside, without any policy saying so. */
  readonly widening: readonly string[];
}

/** The same, with the words of each sentence apart. */
export type InWords = Omit<Answered, 'to'> & {
  readonly to: readonly (Target & { readonly who: readonly Words[] })[];
};

/** Who may do something to a package of a name, or to whatever it is about. */
export function whoMay(setup: AccessSetup, operation: Operation, packageName?: string): Answered {
  const answer = whoMayInWords(setup, operation, packageName);
  return { ...answer, to: answer.to.map(({ what, by, who }) => ({ what, by, who: sentences(who) })) };
}

/** Who may do something, before it is sentences. */
export function whoMayInWords(setup: AccessSetup, operation: Operation, packageName?: string): InWords {
  const named = packageName === undefined ? TRUE : matches(RESOURCE.path, [literal(`/pypi//${packageName}`)]);
  const certain: Piece[] = [];
  const perhaps: Answered['perhaps'][number][] = [];
  const known = new Map<Formula, boolean>();
  for (const asker of askersOf(setup)) {
    for (const piece of piecesOf(setup, operation, asker)) {
      if (!isAbout(piece, operation, setup, named, known)) continue;
      const formula = all(piece.formula, named);
      const answer = someOf(scriptsFor(asker, operation, setup, formula), formula);
      if (answer.is === 'some') certain.push(piece);
      if (answer.is === 'not decided') {
        perhaps.push({
          what: piece.target.what,
          who: sentences([piece.who]).join(),
          reasons: answer.reasons,
        });
      }
    }
  }
  return { to: byTarget(certain), perhaps, widening: unique(certain.flatMap(({ who }) => who.widening)) };
}

/** What somebody may do it to is asked once, and not again for each who may. */
function isAbout(
  { target }: Piece,
  { about }: Operation,
  { partition }: AccessSetup,
  named: Formula,
  known: Map<Formula, boolean>,
): boolean {
  const found = known.get(target.formula);
  if (found !== undefined) return found;
  const is =
    about === 'none' || someOf(resourceScripts(about, partition), all(target.formula, named)).is !== 'none';
  known.set(target.formula, is);
  return is;
}

function scriptsFor(
  asker: Asker,
  operation: Operation,
  { partition }: AccessSetup,
  formula: Formula,
): Script[] {
  return requestScripts(asker, operation, partition, formula);
}

function byTarget(pieces: readonly Piece[]): InWords['to'] {
  const groups = new Map<string, { what: string; by: string; items: Item[] }>();
  for (const { target, who, by = '' } of pieces) {
    const key = `${target.what}\n${by}`;
    const group = groups.get(key) ?? { what: target.what, by, items: [] };
    group.items.push(who);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ what, by, items }) => ({ key: `${what}\n${sentences(items).join()}`, what, by, items }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ what, by, items }) => ({ what, by, who: together(items) }));
}

const unique = (texts: readonly string[]) => [...new Set(texts)].sort();
