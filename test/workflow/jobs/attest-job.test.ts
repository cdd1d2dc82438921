import { callerOf, newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const workflow = newWorkflow({ provenance: true });
const { build, attest, publish } = reusableOf(workflow).jobs;

test('without being asked for, nothing is attested, since private repositories may not be able to', () => {
  expect(Object.keys(reusableOf(newWorkflow()).jobs)).toEqual(['build', 'verify', 'publish']);
});

test('the job that attests is the only one that may', () => {
  expect(attest.permissions).toEqual({
    'id-token': 'write',
    attestations: 'write',
    'artifact-metadata': 'write',
  });
  expect(build.permissions).toEqual({ contents: 'read' });
  expect(publish.permissions).toEqual({ 'id-token': 'write' });
});

test('it runs no code of the package, and verifies the files first', () => {
  expect(stepNames(attest)).toEqual([
    'Start clean',
    'Take over the files',
    'Verify the hashes',
    'Record where the files come from',
  ]);
  expect(stepOf(attest, 'Record where the files come from').with).toEqual({ 'subject-path': 'dist/*' });
});

test('nothing is published before it is attested', () => {
  expect(attest.needs).toEqual(['verify']);
  expect(publish.needs).toEqual(['verify', 'attest']);
});

test('the caller grants what it needs', () => {
  expect(callerOf(workflow).jobs.publish.permissions).toEqual({
    contents: 'read',
    'id-token': 'write',
    attestations: 'write',
    'artifact-metadata': 'write',
  });
  expect(workflow.caller.text).toContain('attestations: write # stores where the files come from\n');
});
