import { ACTIONS, type PinnedAction } from '../../../src/workflow/actions/actions';

const table: [string, PinnedAction][] = Object.entries(ACTIONS);

test.each(table)('%s is pinned to a full commit, says its version and what it takes', (_, action) => {
  expect(action.sha).toMatch(/^[0-9a-f]{40}$/);
  expect(action.version).toMatch(/^v\d+\.\d+\.\d+$/);
  for (const input of action.inputs) expect(input).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(new Set(action.inputs).size).toBe(action.inputs.length);
});

test('no commit stands for two actions', () => {
  const commits = table.map(([, { sha }]) => sha);
  expect(new Set(commits).size).toBe(commits.length);
});
