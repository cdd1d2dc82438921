import { type Compared, compare, counts } from './compare';
import { measureGuard } from './guard';
import type { Interval } from './interval';
import { measureLargeApps } from './large-apps';
import { Program } from './programs';
import { checkSameTemplates } from './same-templates';
import { PIPELINES_PER_STACK } from './synthesize';
import { measureFiles } from './workflow-files';

/** The most that the upper end of an interval may be: of the time that a process takes, and of its peak memory. */
const LIMIT = 1.1;

interface Comparison {
  readonly what: string;
  readonly byHand: string;
  readonly ours: string;
  /** How many of it an app has, and the most rounds that they are compared in: 400 take seconds. */
  readonly apps: readonly [count: number, mostRounds: number][];
}

const COMPARISONS: readonly Comparison[] = [
  {
    what: 'pipelines',
    byHand: 'by-hand',
    ours: 'by-pipeline',
    apps: [
      [1, 480],
      [10, 360],
      [100, 160],
      [400, 80],
    ],
  },
  {
    what: 'provider and role',
    byHand: 'parts/role-by-hand',
    ours: 'parts/role-by-construct',
    apps: [[1, 360]],
  },
  {
    what: 'domain and repository',
    byHand: 'parts/repository-by-hand',
    ours: 'parts/repository-by-construct',
    apps: [[1, 360]],
  },
];
const BATCH = 40;

/** All, or those whose name in the first column has one of the arguments in it. */
const asked = process.argv.slice(2);
const isAsked = (what: string) => asked.length === 0 || asked.some((text) => what.includes(text));

let isOver = false;
let isOpen = false;
console.log(
  '| what | measure | by hand | ours | ratio | by hand to itself | |\n|---|---|---|---|---|---|---|',
);
for (const { what, apps, ...sources } of COMPARISONS) {
  for (const [count, most] of apps) {
    const name = apps.length > 1 ? `${count} ${what}` : what;
    if (isAsked(name)) report(name, sources, count, most);
  }
}
if (isAsked('workflow files') && !measureFiles()) isOver = true;
if (isAsked('guard') && !measureGuard()) isOver = true;
if (isAsked('large apps')) measureLargeApps();
// As the commands of the package end: 1 where it is too slow, 3 where that can't be told.
process.exitCode = isOver ? 1 : isOpen ? 3 : 0;

function report(
  name: string,
  sources: Pick<Comparison, 'byHand' | 'ours'>,
  count: number,
  most: number,
): void {
  const [byHand, ours] = [new Program(sources.byHand), new Program(sources.ours)];
  const inTwoStacks = Math.min(count, PIPELINES_PER_STACK + 1);
  checkSameTemplates(ours.templates(inTwoStacks), byHand.templates(inTwoStacks));
  for (const row of compare(byHand, ours, count, { batch: BATCH, most })) {
    console.log(lineOf(name, row));
    if (!counts(row)) isOpen = true;
    else if (row.ratio.high > LIMIT) isOver = true;
  }
}

function lineOf(name: string, row: Compared): string {
  const { measure, byHand, ours, ratio, toItself } = row;
  const over = ratio.high > LIMIT ? `over ${LIMIT.toFixed(2)}` : 'within';
  const cells = [name, measure, byHand.toFixed(0), ours.toFixed(0), textOf(ratio), textOf(toItself)];
  return `| ${[...cells, counts(row) ? over : "can't tell"].join(' | ')} |`;
}

function textOf({ middle, low, high }: Interval): string {
  return `${middle.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}
