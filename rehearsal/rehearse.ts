import { availableParallelism } from 'node:os';
import { sideBySide } from '../tools/side-by-side';
import { CASES, type Case, type Outcome, play, type Scene } from './cases';
import { addPublicPackages } from './python/public-packages';
import { addTools } from './python/stand-ins';
import { Backdrop } from './stage';

/** At most so many at a time: the programs take a processor each. */
export const WIDTH = Math.max(2, availableParallelism());

export interface Progress {
  readonly done: (outcome: Outcome) => void;
}

/** What both tables need: the public index filled with what the workflow installs. */
export async function openBackdrop(): Promise<Backdrop> {
  const backdrop = await Backdrop.open();
  try {
    addTools(backdrop.pypi);
    addPublicPackages(backdrop.pypi);
    return backdrop;
  } catch (error) {
    await backdrop.close();
    throw error;
  }
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
  const quick = cases.filter((chosen) => !chosen.slow);
  const slow = cases.filter((chosen) => chosen.slow);
  await Promise.all([sideBySide(quick, 1, one), sideBySide(slow, WIDTH, one)]);
  return cases.flatMap((chosen) => outcomes.get(chosen) ?? []);
}
