/** A figure, and the bounds that it is between with a confidence of 95 %. */
export interface Interval {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;

/**
 * The ratio of what was measured side by side, with its bootstrap interval: how it would spread if the same
 * measurements came in other proportions.
 *
 * @param ratios one for each round
 * @param random numbers from 0 to 1
 */
export function ratioOf(ratios: number[], random: () => number): Interval {
  const logarithms = ratios.map(Math.log);
  const middles = Array.from({ length: RESAMPLES }, () =>
    middleOf(logarithms.map(() => logarithms[Math.floor(random() * logarithms.length)])),
  ).sort((a, b) => a - b);
  const at = (share: number) => Math.exp(middles[Math.floor(share * (RESAMPLES - 1))]);
  return { middle: Math.exp(middleOf(logarithms)), low: at(0.025), high: at(0.975) };
}

/** The mean of the middle half: what another program of the machine has delayed does not count. */
export function middleOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const half = sorted.slice(quarter, sorted.length - quarter);
  return half.reduce((sum, value) => sum + value, 0) / half.length;
}

/** The same numbers in each run, so that only the measurements differ. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** In some order, each as likely as any other. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
