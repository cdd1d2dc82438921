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

test('a patch that does not apply names the file', () => {
  const workflow = newWorkflow();
  workflow.reusable.patch(JsonPatch.remove('/jobs/deploy'));
  expect(() => workflow.files).toThrow(
    'JsonPatch.remove "/jobs/deploy" does not apply to .github/workflows/codeartifact_python.yml, which has nothing at /jobs/deploy.',
  );
});
