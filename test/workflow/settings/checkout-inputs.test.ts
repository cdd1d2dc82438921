import { interpolate } from '../../../rehearsal/runner/expressions';
import { type PublishWorkflowProps, Submodules } from '../../../src';
import { newWorkflow, reusableOf, stepOf } from '../support/publish-workflow';

function checkoutsOf(props: Partial<PublishWorkflowProps> = {}) {
  const { test, build } = reusableOf(newWorkflow({ testCommand: 'pytest', ...props })).jobs;
  return [test, build].map((job) => stepOf(job, 'Check out').with ?? {});
}

test.each([
  ['branch', '0'],
  ['tag', '1'],
])('from a %s, GitHub reads a depth of %s', (ref_type, depth) => {
  for (const inputs of checkoutsOf()) {
    expect(interpolate(String(inputs['fetch-depth']), { github: { ref_type } })).toBe(depth);
  }
});

test('no option makes all tags come along where a tag is the version', () => {
  for (const inputs of checkoutsOf({ lfs: true, submodules: Submodules.RECURSIVE })) {
    expect(inputs).not.toHaveProperty('fetch-tags');
  }
});

test('submodules and large files come along on request', () => {
  for (const inputs of checkoutsOf()) {
    expect(Object.keys(inputs)).toEqual(['persist-credentials', 'fetch-depth']);
  }
  for (const inputs of checkoutsOf({ lfs: true, submodules: Submodules.RECURSIVE })) {
    expect(inputs).toMatchObject({ lfs: true, submodules: 'recursive' });
  }
  for (const inputs of checkoutsOf({ submodules: Submodules.DIRECT })) expect(inputs.submodules).toBe('true');
});

test('the token of the job stays out of the folder, whatever is checked out', () => {
  for (const inputs of checkoutsOf({ submodules: Submodules.DIRECT })) {
    expect(inputs['persist-credentials']).toBe(false);
  }
});
