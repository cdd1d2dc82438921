import { availableParallelism } from 'node:os';
import { type Assembly, CASES, type Case, type Outcome, play, type Scene } from './cases';
import { addPublicPackages } from './python/public-packages';
import { addBuildTools } from './python/stand-ins';
import { Backdrop } from './stage';

/** At most so many at a time: the programs take a processor each. */
export const WIDTH = Math.max(2, availableParallelism());

export interface Progress {
  readonly done: (outcome: Outcome) => void;
}

/** What both tables need: the public index filled with what the workflow installs. */
export async function openBackdrop({ reusable }: Assembly): Promise<Backdrop> {
  const backdrop = await Backdrop.open();
  try {
    addBuildTools(backdrop.pypi, pinsIn(reusable.text));
    addPublicPackages(backdrop.pypi);
    return backdrop;
  } catch (error) {
    await backdrop.close();
    throw error;
  }
}

/** The versions of twine and build that a workflow pins. */
function pinsIn(text: string): [string, string][] {
  return [...text.matchAll(/\b(twine|build)==(\d[\w.]*)/g)].map(([, name = '', version = '']) => [
    name,
    version,
  ]);
}

/** Plays all cases: the quick ones one after the other, the others beside them. */
export async function playAll(
  scene: Scene,
  cases: readonly Case[] = CASES,
  progress?: Progress,
): Promise<Outcome[]> {
  const outcomes = new Map<Case, Outcome>();
  const one = async (chosen: Case) => {
    const outcome = await play(chosen, scene);
    outcomes.set(chosen, outcome);
    progress?.done(outcome);
  };
  const slow = cases.filter((chosen) => chosen.slow);
  const worker = async () => {
    for (let next = slow.shift(); next; next = slow.shift()) await one(next);
  };
  const quick = async () => {
    for (const chosen of cases.filter((c) => !c.slow)) await one(chosen);
  };
  await Promise.all([quick(), ...Array.from({ length: WIDTH }, worker)]);
  return cases.flatMap((chosen) => outcomes.get(chosen) ?? []);
}
