import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkJob, JOB_ERRORS } from '../../../../src/workflow/install/scripts/check-job';
import { putProgram } from '../../support/bash';
import { shellcheckProblems } from '../../support/shellcheck';

const folder = mkdtempSync(join(tmpdir(), 'check-job-'));
afterAll(() => rmSync(folder, { recursive: true }));

const REGION = { name: 'aws_region', description: '', variable: 'CODEARTIFACT_REGION' };
const SCRIPT = checkJob([REGION], true);
const GOOD = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com', INPUT_AWS_REGION: 'us-east-1' };

/** A PATH with programs of the machine, and with programs that print a line. */
function path(name: string, linked: readonly string[], printing: Record<string, string> = {}): string {
  const bin = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(bin, { recursive: true });
  for (const program of linked) symlinkSync(`/bin/${program}`, join(bin, program));
  for (const [program, line] of Object.entries(printing)) putProgram(join(bin, program), `echo "${line}"`);
  return bin;
}

/** Runs it as GitHub runs a step whose shell is sh. */
function run(PATH: string, env: Record<string, string> = GOOD): string {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-e', '-c', SCRIPT], {
    env: { PATH, ...env },
    encoding: 'utf8',
  });
  return `${status} ${stdout}${stderr}`.trim();
}

const fails = (text: string) => `1 ::error title=Install from CodeArtifact::${text}`;
const image = path('image', ['bash', 'env'], { aws: '' });

test('a job with an identity and the AWS CLI says nothing', () => {
  expect(run(image)).toBe('0');
});

test('one with a Python, by either name, neither', () => {
  for (const name of ['python3', 'python'])
    expect(run(path(name, ['bash', 'env'], { [name]: '' }))).toBe('0');
});

test('a pull request from a fork', () => {
  expect(run(image, { IS_FORK: 'true' })).toBe(fails(JOB_ERRORS.fork));
  expect(JOB_ERRORS.fork).toBe(
    "GitHub gives a pull request from a fork no identity, so that it can not install private packages: leave this job out with if: github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository",
  );
});

test('a job without id-token: write', () => {
  expect(run(image, { IS_FORK: 'false' })).toBe(fails(JOB_ERRORS.permission));
  expect(JOB_ERRORS.permission).toBe(
    'This job may not ask GitHub for its identity: add id-token: write to its permissions, and where a workflow calls it, to those of the calling job.',
  );
});

test('an input that is empty, since GitHub holds nobody to it', () => {
  expect(run(image, { ...GOOD, INPUT_AWS_REGION: '' })).toBe(
    fails(
      'The input aws_region is empty: pass it from the configuration variable CODEARTIFACT_REGION, and set that in the repository or its organization, as the stack says it.',
    ),
  );
});

test('a container without bash', () => {
  expect(run(path('no-bash', ['env'], { aws: '' }))).toBe(fails(JOB_ERRORS.bash));
  expect(JOB_ERRORS.bash).toBe(
    "This job's container has no bash, which the next steps run in: add it to the image, on Alpine by apk add bash.",
  );
});

test('a container with neither the AWS CLI nor Python, or with one that is too old', () => {
  expect(run(path('bare', ['bash', 'env']))).toBe(fails(JOB_ERRORS.program));
  const old = path('old', ['bash', 'env']);
  putProgram(join(old, 'python3'), 'exit 1');
  expect(run(old)).toBe(fails(JOB_ERRORS.program));
  expect(JOB_ERRORS.program).toBe(
    'This job has neither the AWS CLI nor Python 3.6 or newer to get a token with: run actions/setup-python before this step, or take a container image that has one of them, such as python:3.13.',
  );
});

test.each([
  ['1.15.5', true],
  ['2.0.3', true],
  ['2.9.3', true],
  ['2.12.4', true],
  ['2.13.0', false],
  ['2.29.3', false],
  ['3.0.0', false],
])('PDM %s on PATH is too old: %s', (version, isOld) => {
  const bin = path(`pdm-${version}`, ['bash', 'env'], { aws: '', pdm: `PDM, version ${version}` });
  expect(run(bin)).toBe(isOld ? fails(JOB_ERRORS.pdm) : '0');
});

test('nobody looks for PDM where it is not set up', () => {
  expect(checkJob([], false)).not.toContain('pdm');
});

test('shellcheck finds nothing, for sh', () => {
  expect(shellcheckProblems(`#!/bin/sh\n${SCRIPT}`, 'sh')).toEqual([]);
});
