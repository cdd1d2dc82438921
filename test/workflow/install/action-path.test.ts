import { WorkflowHost } from '../../../src';
import { actionFolder } from '../../../src/workflow/install/action-path';

const actionHost = WorkflowHost.branch('acme/platform', 'main');

test('an action has a folder of its own, and without a name there is none', () => {
  expect(actionFolder('A', { actionName: 'install-python' })).toBe('.github/actions/install-python');
  expect(actionFolder('A', {})).toBeUndefined();
});

test.each([
  ['Install Python', " Write instead: 'install-python'."],
  ['../workflows', " Write instead: 'workflows'."],
  ['install/python', " Write instead: 'install-python'."],
  ['', ''],
])('%j is no name', (actionName, instead) => {
  expect(() => actionFolder('A', { actionName })).toThrow(
    new Error(
      `actionName ${JSON.stringify(actionName)} is not a name for an action. Allowed: lower-case letters, digits, hyphens and underscores, as in 'install-python'; no folder.${instead} See https://docs.github.com/en/actions/tutorials/create-actions/create-a-composite-action (construct A)`,
    ),
  );
});

test('a host without an action is refused', () => {
  expect(() => actionFolder('A', { actionHost })).toThrow(
    new Error(
      "actionName (not given) is missing, and actionHost says where an action is. Write instead: actionName: 'install-python'. (construct A)",
    ),
  );
});
