import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';

interface Template {
  readonly Resources: Record<string, { readonly Type: string }>;
}

/** A stack holds 500 resources at the most, and a pipeline is five of them and its outputs. */
export const PIPELINES_PER_STACK = 10;

/**
 * Synthesizes an app of as many pipelines as the first argument says, and prints the peak memory in KiB; with
 * `types` as the second, the types of its resources instead.
 */
export function synthesize(build: (app: App, count: number) => void): void {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new App({ outdir });
  build(app, Number(process.argv[2]));
  const { stacks } = app.synth();
  console.log(process.argv[3] === 'types' ? JSON.stringify(typesIn(stacks)) : process.resourceUsage().maxRSS);
  rmSync(outdir, { recursive: true });
}

function typesIn(stacks: { readonly template: Template }[]): string[] {
  return stacks.flatMap(({ template }) =>
    Object.values(template.Resources)
      .map(({ Type }) => Type)
      .sort(),
  );
}
