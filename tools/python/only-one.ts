import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs an action while no other process runs one under the same file. One that has ended holds nobody up. */
export async function withLock(
  file: string,
  tell: (text: string) => void,
  action: () => Promise<void>,
): Promise<void> {
  for (let waited = 0; !take(file); waited++) {
    if (waited === 0) tell(`waiting for process ${readFileSync(file, 'utf8')}, which does the same`);
    await sleep(200);
  }
  try {
    await action();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isRunning(file)) rmSync(file, { force: true });
    return false;
  }
}

function isRunning(file: string): boolean {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
