import { Refusal } from '../evaluation/refusal';
import { sideBySide } from '../tools/side-by-side';
import { type Assembly, CASES, type Case, play, Scene } from './cases';
import { applied, MUTATIONS, type Mutation } from './mutations';
import { WIDTH } from './rehearse';

export interface Verdict {
  readonly mutation: Mutation;
  /** The case that noticed first, or what refused to deploy it; `undefined` where nothing noticed. */
  readonly caughtBy?: string;
  readonly seconds: number;
}

/** Plays the cases on a changed setup until one of them notices. `sound` lends its build. */
export async function judge(
  mutation: Mutation,
  assembly: Assembly,
  sound: Scene,
  cases: readonly Case[] = CASES,
): Promise<Verdict> {
  const began = Date.now();
  const caughtBy = await catcher(mutation, applied(mutation, assembly), sound, cases);
  return { mutation, caughtBy, seconds: (Date.now() - began) / 1000 };
}

async function catcher(
  { watch }: Mutation,
  changed: Assembly,
  sound: Scene,
  cases: readonly Case[],
): Promise<string | undefined> {
  let scene: Scene;
  try {
    scene = await Scene.open(sound.backdrop, changed, sound);
  } catch (error) {
    if (error instanceof Refusal) return `(not deployed) ${error.message}`;
    throw error;
  }
  try {
    for (const one of cases.filter(({ slow, says }) => !slow || says === watch)) {
      const outcome = await play(one, scene);
      if (!outcome.passed) return `${one.says} -> ${inShort(outcome.got)}`;
    }
    return undefined;
  } finally {
    await scene.close();
  }
}

/** The line that says most: the last that a step printed, where there are many. */
function inShort(text: string): string {
  const lines = text.split('\n').filter((candidate) => !candidate.startsWith('##['));
  const line = lines.at(-1) ?? text;
  return line.length > 110 ? `${line.slice(0, 110)}...` : line;
}

/** Judges all mutations, a few at a time, by cases that pass on the sound setup. */
export async function judgeAll(
  assembly: Assembly,
  sound: Scene,
  cases: readonly Case[],
  done?: (verdict: Verdict) => void,
  mutations: readonly Mutation[] = MUTATIONS,
): Promise<Verdict[]> {
  const verdicts = new Map<Mutation, Verdict>();
  await sideBySide(mutations, WIDTH, async (mutation) => {
    const verdict = await judge(mutation, assembly, sound, cases);
    verdicts.set(mutation, verdict);
    done?.(verdict);
  });
  return MUTATIONS.flatMap((mutation) => verdicts.get(mutation) ?? []);
}
