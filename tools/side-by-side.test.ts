import { sideBySide } from './side-by-side';

test('each item is taken once, in order, and no more than so many at a time', async () => {
  const began: number[] = [];
  let running = 0;
  let most = 0;
  await sideBySide([5, 1, 4, 2, 3], 2, async (item) => {
    began.push(item);
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, item));
    running--;
  });
  expect(began).toEqual([5, 1, 4, 2, 3]);
  expect(most).toBe(2);
});

test('what goes wrong with one is not swallowed', async () => {
  await expect(
    sideBySide([1, 2], 2, async (item) => {
      if (item === 2) throw new Error('two');
    }),
  ).rejects.toThrow('two');
});

test('nothing is nothing to do', async () => {
  await expect(sideBySide([], 4, () => Promise.reject(new Error('asked')))).resolves.toBeUndefined();
});
