import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';

/** What a process has taken, by its own account. */
export interface Taken {
  readonly cpuMilliseconds: number;
  readonly kibibytes: number;
}

/** A stack holds 500 resources at the most, and a pipeline is five of them and its outputs. */
export const PIPELINES_PER_STACK = 10;

/**
 * Synthesizes an app of as many pipelines as the first argument says, and prints what the process has taken; with
 * `templates` as the second, the templates instead.
 */
export function synthesize(build: (app: App, count: number) => void): void {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new App({ outdir });
  build(app, Number(process.argv[2]));
  const { stacks } = app.synth();
  const isForTemplates = process.argv[3] === 'templates';
  console.log(JSON.stringify(isForTemplates ? stacks.map(({ template }) => template) : taken()));
  rmSync(outdir, { recursive: true });
}

/** Divides so many pipelines among stacks. */
export function inStacks(app: App, count: number, fill: (stack: Stack, indexes: number[]) => void): void {
  for (let first = 0; first < count; first += PIPELINES_PER_STACK) {
    const length = Math.min(count - first, PIPELINES_PER_STACK);
    fill(
      newStack(app, first),
      Array.from({ length }, (_, index) => first + index),
    );
  }
}

export function newStack(app: App, index: number): Stack {
  return new Stack(app, `Stack${index}`, { env: { account: '111111111111', region: 'us-east-1' } });
}

function taken(): Taken {
  const { user, system } = process.cpuUsage();
  return { cpuMilliseconds: (user + system) / 1000, kibibytes: process.resourceUsage().maxRSS };
}
