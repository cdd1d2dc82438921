import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { middleOf } from './interval';
import { type Measurement, Program } from './programs';

/** What comparing a file with the checkout may cost in CI, in milliseconds. */
const LIMIT = 1;
const ROUNDS = 15;
const WORKFLOWS = 400;
const OTHERS = 50_000;
const IN_FOLDER = 500;

/**
 * Prints what a file costs that a synthesis with `CI=true` compares with the checkout, and says whether that is within
 * its limit: rendering it, and reading the one that is there, among 50,000 others.
 */
export function measureGuard(): boolean {
  const program = new Program('large');
  const root = checkout();
  const env = { LARGE: 'files', CDK_CLI_ASM_VERSION: '53.0.0' };
  program.measure(1, { ...env, CI: 'false', GIT_ROOT: root });
  const written = readdirSync(join(root, '.github', 'workflows')).length;
  if (written !== WORKFLOWS) throw new Error(`${written} workflow files were written, and not ${WORKFLOWS}`);

  const rounds = Array.from({ length: ROUNDS }, () => ({
    without: program.measure(1, { ...env, CI: 'true' }),
    compared: program.measure(1, { ...env, CI: 'true', GIT_ROOT: root }),
  }));
  rmSync(root, { recursive: true });
  const costBy = (of: (measurement: Measurement) => number) =>
    middleOf(rounds.map(({ without, compared }) => of(compared) - of(without))) / WORKFLOWS;
  const cost = costBy(({ milliseconds }) => milliseconds);
  const cpu = costBy(({ cpuMilliseconds }) => cpuMilliseconds);
  const verdict = cost > LIMIT ? `over ${LIMIT}` : 'within';
  console.log(
    `\n${WORKFLOWS} workflow files in a checkout of ${OTHERS} others, compared with CI=true: ` +
      `${cost.toFixed(2)} ms for each, ${cpu.toFixed(2)} of CPU; ${verdict}`,
  );
  return cost <= LIMIT;
}

function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), 'bench-guard-'));
  for (let index = 0; index < OTHERS; index++) {
    const folder = join(root, 'src', String(Math.floor(index / IN_FOLDER)));
    if (index % IN_FOLDER === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${index}.py`), '');
  }
  return root;
}
