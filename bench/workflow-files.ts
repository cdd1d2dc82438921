import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { middleOf } from './interval';
import { Program } from './programs';

/** What the workflow files of a pipeline may cost when the CDK CLI runs the app, in milliseconds. */
const LIMIT = 5;
const ROUNDS = 81;

/**
 * Prints what writing the files of one pipeline takes, and says whether that is within its limit: whole processes, as
 * the CDK CLI starts them, which write the files anew each time or not at all.
 *
 * So little is told by the difference of two that ran one after the other, whatever the machine does meanwhile.
 */
export function measureFiles(): boolean {
  const program = new Program('by-pipeline');
  const root = mkdtempSync(join(tmpdir(), 'bench-checkout-'));
  const differences: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times = { with: 0, without: 0 };
    for (const files of round % 2 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      rmSync(root, { recursive: true, force: true });
      mkdirSync(root);
      const env = { CI: 'false', CDK_CLI_ASM_VERSION: '53.0.0', ...(files === 'with' && { GIT_ROOT: root }) };
      times[files] = program.measure(1, env).milliseconds;
      if (files === 'with' && readdirSync(join(root, '.github', 'workflows')).length !== 2) {
        throw new Error('No workflow files were written');
      }
    }
    differences.push(times.with - times.without);
  }
  rmSync(root, { recursive: true });
  const cost = middleOf(differences);
  const verdict = cost > LIMIT ? `over ${LIMIT}` : 'within';
  console.log(`\nworkflow files of one pipeline, rendered and written: ${cost.toFixed(1)} ms, ${verdict}`);
  return cost <= LIMIT;
}
