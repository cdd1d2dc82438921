import { sideBySide } from '../../tools/side-by-side';
import { Refused } from '../cases/door';
import type { ReaderCase } from './cases';
import type { ReaderWorld } from './world';

export interface Played {
  readonly case: ReaderCase;
  readonly passed: boolean;
  /** What happened. */
  readonly got: string;
  readonly seconds: number;
}

export async function play(one: ReaderCase, world: ReaderWorld): Promise<Played> {
  const began = Date.now();
  const got = await one.run(world).then(
    () => 'allowed',
    (error: unknown) =>
      error instanceof Refused ? error.message : `broken: ${error instanceof Error ? error.stack : error}`,
  );
  const passed = one.refused ? one.refused.test(got) && !got.startsWith('broken') : got === 'allowed';
  return { case: one, passed, got, seconds: (Date.now() - began) / 1000 };
}

/** Plays cases, a few at a time. */
export async function playAll(
  cases: readonly ReaderCase[],
  world: ReaderWorld,
  done: (played: Played) => void,
): Promise<Played[]> {
  const all: Played[] = [];
  await sideBySide(cases, 2, async (one) => {
    const played = await play(one, world);
    all.push(played);
    done(played);
  });
  return all;
}
