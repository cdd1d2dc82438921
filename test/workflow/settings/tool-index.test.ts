import { Lazy } from 'aws-cdk-lib';
import { newWorkflow, reusableOf, stepOf } from '../support/publish-workflow';

const MIRROR = 'https://pypi.acme.example/simple/';

test('what is installed comes from the mirror, in every job', () => {
  const { jobs } = reusableOf(newWorkflow({ toolIndexUrl: MIRROR }));
  for (const [job, step] of [
    ['build', 'Build'],
    ['verify', 'Install twine check'],
    ['publish', 'Install twine'],
  ])
    expect(stepOf(jobs[job], step).env?.TOOL_INDEX).toBe(MIRROR);
});

test('without one, nothing is said of it', () => {
  expect(JSON.stringify(reusableOf(newWorkflow()))).not.toMatch(/"TOOL_INDEX":/);
});

const REST =
  "Allowed: an address that asks for no credentials, as in 'https://pypi.acme.example/simple/'. " +
  'See https://packaging.python.org/en/latest/specifications/simple-repository-api/ (construct Acme/Workflow)';

test.each([
  ['http://pypi.acme.example/simple/', '"http://pypi.acme.example/simple/" is not the address of an index.'],
  ['https://pypi.acme.example/$(id)', '"https://pypi.acme.example/$(id)" is not the address of an index.'],
  ['', '"" is not the address of an index.'],
  [
    'https://aws:secret@pypi.acme.example/simple/',
    '"https://…@pypi.acme.example/simple/" has credentials, and everybody who reads the file would have them.',
  ],
])('%j is refused', (toolIndexUrl, reason) => {
  expect(() => newWorkflow({ toolIndexUrl })).toThrow(new Error(`toolIndexUrl ${reason} ${REST}`));
});

test('a token is refused', () => {
  expect(() => newWorkflow({ toolIndexUrl: Lazy.string({ produce: () => MIRROR }) })).toThrow(
    'is known to CloudFormation only, and the workflow file is written before.',
  );
});
