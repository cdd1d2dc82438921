import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ready } from './server';

/** The stand-in as a child process. */
export class LoadServer {
  public static async start(root: string, folder: string, template: string): Promise<LoadServer> {
    const start = join(root, 'rehearsal', 'start.js');
    const child = fork(start, ['load/server.ts', folder, template], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error('the server ended');
    });
    const [ready] = await Promise.race([once(child, 'message'), ended]);
    return new LoadServer(child, ready as Ready);
  }

  private constructor(
    private readonly child: ChildProcess,
    public readonly ready: Ready,
  ) {}

  /** Peak memory in MB so far. */
  public async peakMemory(): Promise<number> {
    this.child.send('memory');
    const [{ peakKilobytes }] = (await once(this.child, 'message')) as [{ peakKilobytes: number }];
    return peakKilobytes / 1024;
  }

  /** Ends it in the middle of whatever it does, as a power cut would. */
  public async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
