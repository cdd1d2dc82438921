import { Refusal } from './authorization';
import { type Assembly, CASES, play, Scene } from './cases';
import { applied, MUTATIONS, type Mutation } from './mutations';

export interface Verdict {
  readonly mutation: Mutation;
  /** The case that noticed first, or what refused to deploy it; `undefined` where nothing noticed. */
  readonly caughtBy?: string;
  readonly seconds: number;
}

/** Plays the cases on a changed setup until one of them notices. `sound` lends its build. */
export async function judge(mutation: Mutation, assembly: Assembly, sound: Scene): Promise<Verdict> {
  const began = Date.now();
  const caughtBy = await catcher(mutation, applied(mutation, assembly), sound);
  return { mutation, caughtBy, seconds: (Date.now() - began) / 1000 };
}

async function catcher({ watch }: Mutation, changed: Assembly, sound: Scene): Promise<string | undefined> {
  let scene: Scene;
  try {
    scene = await Scene.open(sound.backdrop, changed, sound);
  } catch (error) {
    if (error instanceof Refusal) return `(not deployed) ${error.message}`;
    throw error;
  }
  try {
    for (const one of CASES.filter(({ slow, says }) => !slow || says === watch)) {
      const outcome = await play(one, scene);
      if (!outcome.passed) return one.says;
    }
    return undefined;
  } finally {
    await scene.close();
  }
}

/** Judges all mutations, a few at a time. */
export async function judgeAll(
  assembly: Assembly,
  sound: Scene,
  done?: (verdict: Verdict) => void,
): Promise<Verdict[]> {
  const verdicts = new Map<Mutation, Verdict>();
  const waiting = [...MUTATIONS];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const verdict = await judge(next, assembly, sound);
      verdicts.set(next, verdict);
      done?.(verdict);
    }
  };
  await Promise.all([worker(), worker()]);
  return MUTATIONS.flatMap((mutation) => verdicts.get(mutation) ?? []);
}
