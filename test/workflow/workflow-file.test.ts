import { JsonPatch } from '../../src';
import { callerOf, newWorkflow, reusableOf } from './support/publish-workflow';

test('a patch changes the text of its file, and of no other one', () => {
  const workflow = newWorkflow();
  const before = workflow.files;
  workflow.caller.patch(JsonPatch.add('/on/workflow_dispatch', {}));
  expect(callerOf(workflow).on).toEqual({ push: { tags: ['v*.*.*'] }, workflow_dispatch: {} });
  expect(workflow.files[workflow.reusable.path]).toBe(before[workflow.reusable.path]);
  expect(workflow.files[workflow.caller.path]).toBe(workflow.caller.text);
});

test('several patches apply in their order', () => {
  const workflow = newWorkflow();
  workflow.reusable.patch(
    JsonPatch.replace('/jobs/build/runs-on', 'a'),
    JsonPatch.replace('/jobs/build/runs-on', 'b'),
  );
  workflow.reusable.patch(JsonPatch.remove('/jobs/build/steps/0'));
  const { build } = reusableOf(workflow).jobs;
  expect(build['runs-on']).toBe('b');
  expect(build.steps?.[0].name).toBe('Set up Python for the package');
});

test('what a job is permitted by a patch, the caller grants', () => {
  const workflow = newWorkflow();
  workflow.reusable.patch(JsonPatch.add('/jobs/build/permissions/packages', 'read'));
  expect(callerOf(workflow).jobs.publish.permissions).toEqual({
    contents: 'read',
    packages: 'read',
    'id-token': 'write',
  });
});

const JOB = { 'runs-on': 'ubuntu-24.04', steps: [{ run: 'ls' }] };
const BEFORE = { contents: 'read', 'id-token': 'write' };
const FILE = '.github/workflows/codeartifact_python.yml';

test.each<[string, unknown, unknown]>([
  ['without permissions, which inherits none', JOB, BEFORE],
  ['with none', { ...JOB, permissions: {} }, BEFORE],
  ['with none of a scope', { ...JOB, permissions: { issues: 'none' } }, BEFORE],
  ['with one of its own', { ...JOB, permissions: { issues: 'write' } }, { ...BEFORE, issues: 'write' }],
  ['with write-all', { ...JOB, permissions: 'write-all' }, 'write-all'],
])('the caller grants right to a job %s', (_, job, granted) => {
  const workflow = newWorkflow();
  workflow.reusable.patch(JsonPatch.add('/jobs/lint', job));
  expect(callerOf(workflow).jobs.publish.permissions).toEqual(granted);
});

test.each<[string, JsonPatch, string]>([
  [
    'read-all beside a permission to write',
    JsonPatch.add('/jobs/lint', { ...JOB, permissions: 'read-all' }),
    `${FILE} "read-all" stands beside id-token: write, and a caller can not grant both. Write instead: the scopes that the job needs, as in { contents: 'read' }.`,
  ],
  [
    'an access that is none',
    JsonPatch.add('/jobs/build/permissions/issues', 'admin'),
    `${FILE} /jobs/build/permissions/issues "admin" is no access, so that the caller can not be told what to grant.`,
  ],
  [
    'a word for permissions',
    JsonPatch.replace('/jobs/build/permissions', 'read'),
    `${FILE} /jobs/build/permissions "read" are no permissions, so that`,
  ],
  ['nothing for a job', JsonPatch.add('/jobs/lint', 'x'), `${FILE} /jobs/lint "x" is no job, so that`],
  ['no job', JsonPatch.replace('/jobs', {}), `${FILE} /jobs {} has no job, so that`],
  ['no jobs', JsonPatch.remove('/jobs'), `${FILE} /jobs (not given) has no job, so that`],
])('%s is refused, since the caller could not grant it', (_, patch, message) => {
  const workflow = newWorkflow();
  workflow.reusable.patch(patch);
  expect(() => workflow.files).toThrow(message);
});

test('a patch that does not apply names the file', () => {
  const workflow = newWorkflow();
  workflow.reusable.patch(JsonPatch.remove('/jobs/deploy'));
  expect(() => workflow.files).toThrow(
    'JsonPatch.remove "/jobs/deploy" does not apply to .github/workflows/codeartifact_python.yml, which has nothing at /jobs/deploy.',
  );
});
