import { TOOL_LOCK, type ToolSet } from '../../src/workflow/actions/tool-lock';
import { parseFilename } from '../index/names';

/** What one job of a run took. */
export interface JobCost {
  readonly job: string;
  readonly seconds: number;
  /** What it downloaded from an index, in its order. */
  readonly downloads: readonly Download[];
  /** How often it set up a Python. */
  readonly pythons: number;
}

export interface Download {
  readonly filename: string;
  readonly bytes: number;
}

/** What each job installs of ours. */
const SETS: Readonly<Record<string, ToolSet>> = { build: 'build', verify: 'twine check', publish: 'twine' };

/** The downloads of a job that are tools of the workflow; the others are what the package itself asked for. */
export function toolsOf({ job, downloads }: JobCost): Download[] {
  const locked = job in SETS ? TOOL_LOCK[SETS[job]] : [];
  return downloads.filter(({ filename }) => {
    const { name, version } = parseFilename(filename) ?? {};
    return locked.some((one) => one.name === name && one.version === version);
  });
}

export const bytesOf = (downloads: readonly Download[]) =>
  downloads.reduce((sum, { bytes }) => sum + bytes, 0);

/** twine with all that it names, which is what `pip install twine` takes. */
const WHOLE_TWINE = 9_400_000;
const PUBLISH = { packages: 14, bytes: 3_000_000 };

/** Where the jobs cost more than is promised. */
export function problemsOf(costs: readonly JobCost[]): string[] {
  const total = costs.reduce((sum, cost) => sum + bytesOf(toolsOf(cost)), 0);
  return [
    ...costs.flatMap(problemsOfJob),
    ...when(
      total >= WHOLE_TWINE,
      `the tools of all jobs are ${total} bytes, and twine with all it names is ${WHOLE_TWINE}`,
    ),
  ];
}

function problemsOfJob(cost: JobCost): string[] {
  const { job, downloads, pythons } = cost;
  const tools = toolsOf(cost);
  const names = tools.map(({ filename }) => filename);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  const source = downloads.find(({ filename }) => !filename.endsWith('.whl'));
  return [
    ...when(twice, `${job} installs ${twice} twice`),
    ...when(source, `${job} compiles ${source?.filename}`),
    ...when(pythons !== 1, `${job} sets up ${pythons} Pythons`),
    ...when(job !== 'build' && tools.length < downloads.length, `${job} installs what is no tool of it`),
    ...when(
      job === 'publish' && (tools.length > PUBLISH.packages || bytesOf(tools) > PUBLISH.bytes),
      `publish installs ${tools.length} packages, ${bytesOf(tools)} bytes`,
    ),
  ];
}

function when(condition: unknown, problem: string): string[] {
  return condition ? [problem] : [];
}
