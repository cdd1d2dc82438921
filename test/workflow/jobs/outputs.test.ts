import { workflowOutputs } from '../../../src/workflow/jobs/outputs';

const JOB = { permissions: {} };

test('each output is that of the last job which has it', () => {
  const outputs = workflowOutputs({
    build: { ...JOB, outputs: { artifact_name: 'a', sha256: 'b' } },
    verify: { ...JOB, outputs: { sha256: 'c', version: 'd' } },
    publish: JOB,
  });
  expect(Object.entries(outputs).map(([name, { value }]) => [name, value])).toEqual([
    ['artifact_name', '${{ jobs.build.outputs.artifact_name }}'],
    ['sha256', '${{ jobs.verify.outputs.sha256 }}'],
    ['version', '${{ jobs.verify.outputs.version }}'],
  ]);
});

test('what jobs tell each other and nobody else stays in the workflow', () => {
  expect(workflowOutputs({ build: { ...JOB, outputs: { row: '1' } } })).toEqual({});
});
