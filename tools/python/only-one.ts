import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs an action while no other process runs one under the same file. One that has ended holds nobody up. */
export async function withLock(
  file: string,
  tell: (text: string) => void,
  action: () => Promise<void>,
): Promise<void> {
  for (let told = false; !take(file); ) {
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (holder && !isRunning(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (holder && !told) tell(`waiting for process ${holder}, which does the same`);
    told ||= !!holder;
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
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
