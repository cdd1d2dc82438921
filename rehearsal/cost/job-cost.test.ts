import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TOOL_LOCK, type ToolSet } from '../../src/workflow/actions/tool-lock';
import { TOOLS } from '../../tools/python/environment';
import { parseFilename } from '../index/names';
import { type Download, type JobCost, problemsOf, toolsOf } from './job-cost';

/** The wheels of a set for this Python, with their sizes. */
function wheelsOf(set: ToolSet): Download[] {
  return readdirSync(TOOLS.wheels).flatMap((filename) => {
    const { name, version } = parseFilename(filename) ?? {};
    const isLocked = TOOL_LOCK[set].some((one) => one.name === name && one.version === version);
    return isLocked ? [{ filename, bytes: statSync(join(TOOLS.wheels, filename)).size }] : [];
  });
}

const job = (name: string, downloads: Download[], pythons = 1): JobCost => ({
  job: name,
  seconds: 1,
  downloads,
  pythons,
});
const SETUPTOOLS = { filename: 'setuptools-84.2.1-py3-none-any.whl', bytes: 900_000 };
const twine = wheelsOf('twine');
const build = job('build', [...wheelsOf('build'), SETUPTOOLS, SETUPTOOLS]);
const verify = job('verify', wheelsOf('twine check'));
const publish = job('publish', twine);

test('what the locked tools cost is within the limits', () => {
  expect(twine).toHaveLength(14);
  expect(problemsOf([build, verify, publish])).toEqual([]);
});

test('what a package asks for is none of ours', () => {
  expect(toolsOf(build)).toEqual(wheelsOf('build'));
  expect(build.downloads).toContain(SETUPTOOLS);
});

test.each<[string, JobCost, string]>([
  [
    'a tool twice',
    job('verify', [...verify.downloads, twine[0]]),
    `verify installs ${twine[0].filename} twice`,
  ],
  ['a source', job('build', [{ filename: 'acme-1.0.tar.gz', bytes: 1 }]), 'build compiles acme-1.0.tar.gz'],
  ['a second Python', job('publish', twine, 2), 'publish sets up 2 Pythons'],
  ['what is no tool', job('verify', [SETUPTOOLS]), 'verify installs what is no tool of it'],
  [
    'too many bytes',
    job(
      'publish',
      twine.map(({ filename }) => ({ filename, bytes: 1_000_000 })),
    ),
    'publish installs 14 packages, 14000000 bytes',
  ],
])('%s is found', (_what, cost, problem) => {
  expect(problemsOf([cost])).toContain(problem);
});

test('more than twine as a whole is found', () => {
  const heavy = job(
    'verify',
    wheelsOf('twine check').map((one) => ({ ...one, bytes: 600_000 })),
  );
  expect(problemsOf([heavy])).toEqual([
    'the tools of all jobs are 10200000 bytes, and twine with all it names is 9400000',
  ]);
});
