import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { PIPELINES_PER_STACK } from './synthesize';

/** Compares whole processes that synthesize the same resources: with the pipeline, and written by hand. */
const LIMIT = 1.1;
const ROUNDS: [pipelines: number, rounds: number][] = [
  [1, 41],
  [100, 41],
];

/** What the workflow files of a pipeline may cost when the CDK CLI runs the app, in milliseconds. */
const LIMIT_OF_FILES = 5;
const ROUNDS_OF_FILES = 81;

interface Measurement {
  readonly milliseconds: number;
  readonly kibibytes: number;
}

const folder = mkdtempSync(join(__dirname, 'out-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const byPipeline = compile('by-pipeline');
const byHand = compile('by-hand');
let failed = false;

if (typesOf(byPipeline) !== typesOf(byHand)) throw new Error('The two do not make the same resources');
console.log('pipelines  measure      by hand   pipeline  ratio');
for (const [pipelines, rounds] of ROUNDS) {
  const hand: Measurement[] = [];
  const pipeline: Measurement[] = [];
  measure(byHand, pipelines);
  measure(byPipeline, pipelines);
  for (let round = 0; round < rounds; round++) {
    // Whoever goes first changes with each round, so that a drift of the machine falls on both.
    const order = round % 2 ? [byHand, byPipeline] : [byPipeline, byHand];
    for (const script of order) (script === byHand ? hand : pipeline).push(measure(script, pipelines));
  }
  report(pipelines, 'time, ms', hand, pipeline, ({ milliseconds }) => milliseconds);
  report(pipelines, 'memory, MiB', hand, pipeline, ({ kibibytes }) => kibibytes / 1024);
}
measureFiles();
process.exitCode = failed ? 1 : 0;

/** As a user runs it: the compiled library, and no TypeScript at run time. */
function compile(name: string): string {
  const outfile = join(folder, `${name}.js`);
  buildSync({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['aws-cdk-lib', 'constructs', '../../lib'],
    alias: { 'cdk-python-artifact-pipeline': '../../lib' },
  });
  return outfile;
}

/** The types of all resources of more than one stack. */
function typesOf(script: string): string {
  return run(script, PIPELINES_PER_STACK + 1, ['types']);
}

/**
 * Whole processes again, as the CDK CLI starts them, writing the files anew each time or not at all.
 *
 * So little is told by the difference of two that ran one after the other, whatever the machine does meanwhile.
 */
function measureFiles(): void {
  const root = join(folder, 'checkout');
  const times = { without: [] as number[], with: [] as number[] };
  for (let round = 0; round < ROUNDS_OF_FILES; round++) {
    for (const files of round % 2 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      rmSync(root, { recursive: true, force: true });
      mkdirSync(root);
      const env = { CI: 'false', CDK_CLI_ASM_VERSION: '53.0.0', ...(files === 'with' && { GIT_ROOT: root }) };
      times[files].push(measure(byPipeline, 1, env).milliseconds);
      if (files === 'with' && readdirSync(join(root, '.github', 'workflows')).length !== 2) {
        throw new Error('No workflow files were written');
      }
    }
  }
  const cost = median(times.with.map((time, round) => time - times.without[round]));
  if (cost > LIMIT_OF_FILES) failed = true;
  const verdict = cost > LIMIT_OF_FILES ? `  over ${LIMIT_OF_FILES}` : '';
  console.log(`\nworkflow files of one pipeline, rendered and written: ${cost.toFixed(1)} ms${verdict}`);
}

function measure(script: string, pipelines: number, env: NodeJS.ProcessEnv = {}): Measurement {
  const start = process.hrtime.bigint();
  const kibibytes = Number(run(script, pipelines, [], env));
  return { milliseconds: Number(process.hrtime.bigint() - start) / 1e6, kibibytes };
}

function run(script: string, pipelines: number, args: string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, String(pipelines), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function report(
  pipelines: number,
  what: string,
  hand: Measurement[],
  pipeline: Measurement[],
  of: (measurement: Measurement) => number,
): void {
  const [before, after] = [median(hand.map(of)), median(pipeline.map(of))];
  const ratio = after / before;
  if (ratio > LIMIT) failed = true;
  const columns = [String(pipelines).padEnd(9), what.padEnd(11), before.toFixed(0).padStart(8)];
  const verdict = ratio > LIMIT ? `over ${LIMIT.toFixed(2)}` : '';
  console.log([...columns, after.toFixed(0).padStart(9), ratio.toFixed(3).padStart(6), verdict].join('  '));
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
