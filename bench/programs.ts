import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Taken } from './synthesize';

export interface Measurement extends Taken {
  /** Of the whole process, as who starts it waits. */
  readonly milliseconds: number;
}

/** A program as a user runs it: with the compiled library, and no TypeScript at run time. */
export class Program {
  private static folder?: string;

  private readonly script: string;

  /** @param source its path from this folder, without `.ts` */
  constructor(source: string) {
    this.script = join(Program.compiled(), `${basename(source)}.js`);
    const library = join('..', '..', 'lib');
    buildSync({
      entryPoints: [join(__dirname, `${source}.ts`)],
      outfile: this.script,
      bundle: true,
      platform: 'node',
      external: ['aws-cdk-lib', 'constructs', library],
      alias: { 'cdk-python-artifact-pipeline': library },
    });
  }

  public measure(count: number, env: NodeJS.ProcessEnv = {}): Measurement {
    const start = process.hrtime.bigint();
    const taken = JSON.parse(this.run([String(count)], env));
    return { milliseconds: Number(process.hrtime.bigint() - start) / 1e6, ...taken };
  }

  public templates(count: number): unknown[] {
    return JSON.parse(this.run([String(count), 'templates'], {}));
  }

  private run(args: string[], env: NodeJS.ProcessEnv): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.script, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, ...env },
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  private static compiled(): string {
    if (Program.folder) return Program.folder;
    const folder = mkdtempSync(join(__dirname, 'out-'));
    process.on('exit', () => rmSync(folder, { recursive: true }));
    Program.folder = folder;
    return folder;
  }
}
