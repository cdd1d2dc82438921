import { ACTIONS, type ActionName, pinned, versionOf } from '../../src/workflow/actions';

describe('the table of actions', () => {
  test.each(Object.entries(ACTIONS))('%s is pinned to a full commit and says its version', (_, action) => {
    expect(action.sha).toMatch(/^[0-9a-f]{40}$/);
    expect(action.version).toMatch(/^v\d+\.\d+\.\d+$/);
  });

  test('no commit stands for two actions', () => {
    const commits = Object.values(ACTIONS).map(({ sha }) => sha);
    expect(new Set(commits).size).toBe(commits.length);
  });

  test('what stands behind uses: leads back to the version', () => {
    for (const name of Object.keys(ACTIONS) as ActionName[]) {
      expect(versionOf(pinned(name))).toBe(ACTIONS[name].version);
    }
  });

  test.each([
    'actions/checkout@main',
    'acme/platform/.github/workflows/a.yml@main',
    './.github/workflows/a.yml',
  ])('%s has no version', (uses) => {
    expect(versionOf(uses)).toBeUndefined();
  });
});
