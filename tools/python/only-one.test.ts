import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './only-one';

const folder = mkdtempSync(join(tmpdir(), 'only-one-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('lets one after the other in, and says that it waits', async () => {
  const file = join(folder, 'making');
  const events: string[] = [];
  const one = (name: string) =>
    withLock(
      file,
      (text) => events.push(text),
      async () => {
        events.push(`${name} begins`);
        await new Promise((done) => setTimeout(done, 50));
        events.push(`${name} ends`);
      },
    );
  await Promise.all([one('first'), one('second')]);
  const waits = `waiting for process ${process.pid}, which does the same`;
  expect(events).toEqual(['first begins', waits, 'first ends', 'second begins', 'second ends']);
  expect(existsSync(file)).toBe(false);
});

it('does not wait for a process that has ended', async () => {
  const file = join(folder, 'ended');
  writeFileSync(file, String(2 ** 30)); // above every process id that Linux and macOS give
  let done = false;
  await withLock(
    file,
    () => {},
    async () => {
      done = true;
    },
  );
  expect(done).toBe(true);
});

it('leaves nothing behind where the action fails', async () => {
  const file = join(folder, 'failing');
  const fails = withLock(
    file,
    () => {},
    () => Promise.reject(new Error('no')),
  );
  await expect(fails).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});
