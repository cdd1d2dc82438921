import { Lazy } from 'aws-cdk-lib';
import type { ExtraSteps, WorkflowStep } from '../../../src';
import { newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const SHA = 'c'.repeat(40);
const HARDEN: WorkflowStep = {
  name: 'Harden the runner',
  uses: `step-security/harden-runner@${SHA}`,
  version: 'v2.20.0',
  with: { 'egress-policy': 'audit' },
};
const say = (name: string): WorkflowStep => ({ name, run: 'ls' });

test('steps stand at the points that they are named for', () => {
  const { jobs } = reusableOf(
    newWorkflow({
      testCommand: 'pytest',
      extraSteps: {
        beforeTest: [say('a')],
        beforeBuild: [say('b'), say('b2')],
        afterBuild: [say('c')],
        beforePublish: [say('d')],
        afterPublish: [say('e')],
      },
    }),
  );
  expect(stepNames(jobs.test).slice(-2)).toEqual(['a', 'Test']);
  expect(stepNames(jobs.build).join()).toContain('b,b2,Build,c,Require files in dist/');
  expect(stepNames(jobs.publish)[0]).toBe('d');
  expect(stepNames(jobs.publish).slice(-2)).toEqual(['Upload', 'e']);
});

test('an action is pinned like all others', () => {
  const workflow = newWorkflow({ extraSteps: { beforePublish: [HARDEN] } });
  expect(stepOf(reusableOf(workflow).jobs.publish, HARDEN.name)).toEqual({
    name: HARDEN.name,
    uses: HARDEN.uses,
    with: HARDEN.with,
  });
  expect(workflow.reusable.text).toContain(`uses: ${HARDEN.uses} # v2.20.0\n`);
});

test('a script takes its values from the environment, and may depend on a condition', () => {
  const step = {
    name: 'Tell',
    run: 'echo "$REF"',
    env: { REF: '${{ github.ref }}' },
    condition: 'failure()',
  };
  const { publish } = reusableOf(newWorkflow({ extraSteps: { afterPublish: [step] } })).jobs;
  expect(stepOf(publish, 'Tell')).toEqual({ name: 'Tell', if: 'failure()', env: step.env, run: step.run });
});

const ALLOWED =
  'Allowed: a script without expressions, or an action at a commit with its version. See https://docs.github.com/en/actions/reference/security/secure-use (construct Acme/Workflow)';

test.each<[string, ExtraSteps, string]>([
  [
    'neither a script nor an action',
    { beforeBuild: [{ name: 'x' }] },
    `extraSteps beforeBuild "x" {"name":"x"} is either a script or an action, not both or none. ${ALLOWED}`,
  ],
  ['both', { afterBuild: [{ ...HARDEN, run: 'ls' }] }, 'is either a script or an action, not both or none.'],
  [
    'an expression in a script',
    { beforeTest: [{ name: 'x', run: 'echo ${{ github.actor }}' }] },
    "has '${{' in its script, whose value would become code; write it to env and read the variable. Allowed:",
  ],
  [
    'an action at a tag',
    { beforePublish: [{ ...HARDEN, uses: 'step-security/harden-runner@v2' }] },
    'extraSteps beforePublish "Harden the runner" "v2" is not the full name of a commit, and a tag can be moved',
  ],
  [
    'an action at nothing',
    { beforeBuild: [{ ...HARDEN, uses: './local' }] },
    '"./local" is not the full name of a commit',
  ],
  [
    'an action without a version',
    { beforeBuild: [{ ...HARDEN, version: undefined }] },
    '"" is not a version. Allowed: a tag',
  ],
  [
    'sources in the job that publishes',
    { beforePublish: [{ name: 'x', uses: `actions/checkout@${SHA}`, version: 'v7.0.1' }] },
    'brings sources into the job that publishes.',
  ],
  [
    'sources, with a slash behind the name of the action',
    { beforePublish: [{ name: 'x', uses: `actions/checkout/@${SHA}`, version: 'v7.0.1' }] },
    'brings sources into the job that publishes.',
  ],
  [
    'sources, with the name of the action in other letters',
    { afterPublish: [{ name: 'x', uses: `Actions/Checkout@${SHA}`, version: 'v7.0.1' }] },
    'brings sources into the job that publishes.',
  ],
  [
    'an input that the action does not take, in other letters',
    {
      beforeBuild: [{ name: 'x', uses: `ACTIONS/checkout@${SHA}`, version: 'v7.0.1', with: { depth: '1' } }],
    },
    'gives actions/checkout the input depth, which it does not take.',
  ],
  [
    'a variable that can not be one',
    { beforeBuild: [{ name: 'x', run: 'ls', env: { 'A=B': '1' } }] },
    'sets the variable "A=B", and no variable has such a name.',
  ],
  [
    'a variable with an expression for its name',
    { beforeBuild: [{ name: 'x', run: 'ls', env: { '${{github.actor}}': '1' } }] },
    'and no variable has such a name.',
  ],
  [
    'an input that the action does not take',
    {
      beforeBuild: [{ name: 'x', uses: `actions/checkout@${SHA}`, version: 'v7.0.1', with: { depth: '1' } }],
    },
    'gives actions/checkout the input depth, which it does not take.',
  ],
  [
    'a token',
    { beforeBuild: [{ name: 'x', run: Lazy.string({ produce: () => 'ls' }) }] },
    'has a part that only CloudFormation knows.',
  ],
])('%s is refused', (_, extraSteps, message) => {
  expect(() => newWorkflow({ extraSteps })).toThrow(message);
});

test('sources are fine where the package is built', () => {
  const step = { name: 'Another', uses: `actions/checkout@${SHA}`, version: 'v7.0.1', with: { path: 'x' } };
  expect(() => newWorkflow({ extraSteps: { beforeBuild: [step] } })).not.toThrow();
});
