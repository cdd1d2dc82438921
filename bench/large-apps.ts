import { middleOf } from './interval';
import { type Measurement, Program } from './programs';

const ROUNDS = 9;

const APPS = [
  ['one', 'one pipeline, to compare with'],
  ['organization', 'one for an organization with 10,000 repositories'],
  ['named repositories', 'one for 100 named repositories, 20 in a role'],
  ['packages', 'one with 300 packages'],
  ['teams', '50 teams with 20 repositories each'],
] as const;

/** Prints what it takes to synthesize apps at which something is large. */
export function measureLargeApps(): void {
  const program = new Program('large');
  console.log('\n| app | time, ms | CPU, ms | memory, MiB |\n|---|---|---|---|');
  for (const [LARGE, what] of APPS) {
    const rounds = Array.from({ length: ROUNDS }, () => program.measure(1, { LARGE }));
    const middle = (of: (measurement: Measurement) => number) => middleOf(rounds.map(of)).toFixed(0);
    const time = middle(({ milliseconds }) => milliseconds);
    const cpu = middle(({ cpuMilliseconds }) => cpuMilliseconds);
    const memory = middle(({ kibibytes }) => kibibytes / 1024);
    console.log(`| ${what} | ${time} | ${cpu} | ${memory} |`);
  }
}
