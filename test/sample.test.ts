import { pairsOf, pairwise } from './support/sample';

/** Every row of columns with so many values each. */
function product(...sizes: number[]): number[][] {
  return sizes.reduce<number[][]>(
    (rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, value) => [...row, value])),
    [[]],
  );
}

test('two columns have as many pairs as rows, and all are kept', () => {
  const rows = product(2, 3);
  expect(pairsOf(rows).size).toBe(6);
  expect(pairwise(rows)).toHaveLength(6);
});

test.each([1, 2, 3])('each pair is in a sample by the seed %i, which is small', (seed) => {
  const rows = product(2, 4, 6, 2, 3, 2, 3, 2);
  const sample = pairwise(rows, seed);
  expect(pairsOf(sample)).toEqual(pairsOf(rows));
  expect(sample.length).toBeLessThan(40); // of 3456
});

test('no pair is asked for that no row has', () => {
  const rows = product(2, 2, 2).filter(([a, b]) => !(a === 1 && b === 1));
  const sample = pairwise(rows);
  expect(pairsOf(sample)).toEqual(pairsOf(rows));
  expect(pairsOf(sample)).not.toContain('0=1 1=1');
});

test('a seed gives the same sample each time, and another one gives another', () => {
  const rows = product(4, 4, 4);
  expect(pairwise(rows, 1)).toEqual(pairwise(rows, 1));
  expect(pairwise(rows, 1)).not.toEqual(pairwise(rows, 2));
});
