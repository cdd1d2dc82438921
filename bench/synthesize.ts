import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';

/** A stack holds 500 resources at the most, and a pipeline is five of them and its outputs. */
export const PIPELINES_PER_STACK = 10;

/** Synthesizes an app of as many pipelines as the first argument says, and prints the peak memory in KiB. */
export function synthesize(build: (app: App, count: number) => void): void {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new App({ outdir });
  build(app, Number(process.argv[2]));
  app.synth();
  rmSync(outdir, { recursive: true });
  console.log(process.resourceUsage().maxRSS);
}
