import * as fc from 'fast-check';

/** Whether everything is tried rather than a sample: `npm run test:whole`. */
export const WHOLE = process.env.TEST_WHOLE === '1';

/** What samples are drawn by, so that each run has the same one: another by `TEST_SEED=1 npm test`. */
export const SEED = Number(process.env.TEST_SEED ?? 20260715);

/** The pairs of values that rows have, each as a text; a row has one value for each of its columns. */
export function pairsOf(rows: readonly (readonly number[])[]): Set<string> {
  return new Set(rows.flatMap(pairsIn));
}

function pairsIn(row: readonly number[]): string[] {
  return row.flatMap((value, column) =>
    row.slice(column + 1).map((other, index) => `${column}=${value} ${column + 1 + index}=${other}`),
  );
}

/**
 * Some of the rows, in which each pair of values that any of them has occurs: one after the other that with the most
 * pairs which no row before it has.
 */
export function pairwise<T extends readonly number[]>(rows: readonly T[], seed = SEED): T[] {
  const shuffled = fc.shuffledSubarray([...rows], { minLength: rows.length });
  const [order] = fc.sample(shuffled, { numRuns: 1, seed });
  const left = pairsOf(rows);
  const chosen: T[] = [];
  while (left.size > 0) {
    const gains = order.map((row) => pairsIn(row).filter((pair) => left.has(pair)).length);
    const best = order[gains.indexOf(Math.max(...gains))];
    chosen.push(best);
    for (const pair of pairsIn(best)) left.delete(pair);
  }
  return chosen;
}
