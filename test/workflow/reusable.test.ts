import { newWorkflow, reusableOf } from './support/publish-workflow';

const workflow = reusableOf(newWorkflow());

test('it takes the version of Python and the folder of the package, and asks for neither', () => {
  expect(workflow.on.workflow_call?.inputs).toEqual({
    python_version: {
      description: 'The version of Python that builds the package',
      type: 'string',
      default: '3.13',
    },
    working_directory: {
      description: 'The folder of the package in its repository',
      type: 'string',
      default: '.',
    },
    trusted_repository: {
      description: 'What the role trusts of the calling repository, for explanations only',
      type: 'string',
      default: '',
    },
  });
});

test('it hands on which artifact has the files, and what is in it', () => {
  const outputs = workflow.on.workflow_call?.outputs ?? {};
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['artifact_name', 'sha256']));
  for (const [name, { value }] of Object.entries(outputs)) {
    const [, id] = /^\$\{\{ jobs\.(\w+)\.outputs\.(\w+) \}\}$/.exec(value) ?? [];
    expect(workflow.jobs[id].outputs).toHaveProperty(name);
  }
});

test('the default of the input is what the options say, as a string', () => {
  const { on } = reusableOf(newWorkflow({ pythonVersion: '3.10' }));
  expect(on.workflow_call?.inputs.python_version.default).toBe('3.10');
});

test('no permission, unless a job says so', () => {
  expect(workflow.permissions).toEqual({});
});

test('scripts run in a bash that stops at the first failure, of a pipe too', () => {
  expect(workflow.defaults).toEqual({ run: { shell: 'bash' } });
});

test('it has no concurrency, since that of the caller could be the same and wait for itself', () => {
  expect(workflow).not.toHaveProperty('concurrency');
});
