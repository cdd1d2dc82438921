import { organizationIdentity, repositoryIdentity } from '../../../src/github/identity/identity';
import { mayBeSame } from '../../../src/github/identity/same-identity';

const repository = (name: string, repositoryId?: string) =>
  repositoryIdentity('it', name, { ownerId: repositoryId && '1', repositoryId });
const organization = (name: string) => organizationIdentity('it', name, { ownerId: '1' });

test.each([
  ['a repository and itself', repository('acme/orders'), repository('acme/orders'), true],
  ['one with ids and one without', repository('acme/orders', '2'), repository('acme/orders'), true],
  ['other letters', repository('acme/orders'), repository('Acme/Orders'), true],
  [
    'an old and a new name of one id',
    repository('acme/orders', '2'),
    repository('acme/orders-sdk', '2'),
    true,
  ],
  ['an organization and its repository', organization('acme'), repository('Acme/orders'), true],
  ['an organization and itself', organization('acme'), organization('ACME'), true],
  ['other repositories', repository('acme/orders', '2'), repository('acme/billing', '3'), false],
  ['other repositories without ids', repository('acme/orders'), repository('acme/billing'), false],
  ['another owner', repository('acme/orders'), repository('acme-labs/orders'), false],
  [
    'an organization and a repository of another',
    organization('acme'),
    repository('acme-labs/orders'),
    false,
  ],
])('%s: %#', (_, one, other, expected) => {
  expect(mayBeSame(one, other)).toBe(expected);
  expect(mayBeSame(other, one)).toBe(expected);
});
