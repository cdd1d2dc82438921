import { GitHubPublisher } from '../../../src';

describe('a publisher', () => {
  test('is a repository, with its ids', () => {
    const ids = { ownerId: '1234', repositoryId: '5678' };
    expect(GitHubPublisher.repository('acme/orders-sdk', ids)._publisherIdentity()).toEqual({
      name: 'acme/orders-sdk',
      subjects: ['repo:acme/orders-sdk', 'repo:acme@1234/orders-sdk@5678'],
      claims: { repository_id: '5678' },
      lacksId: false,
    });
  });

  test('is an organization, with its id', () => {
    expect(GitHubPublisher.organization('acme', { ownerId: '1234' })._publisherIdentity()).toEqual({
      name: 'acme',
      subjects: [],
      claims: { repository_owner_id: '1234' },
      lacksId: false,
    });
  });

  test.each([
    [
      () => GitHubPublisher.repository('acme/*'),
      'GitHubPublisher.repository "*" is not the name of a GitHub',
    ],
    [
      () => GitHubPublisher.organization('acme*', { ownerId: '1' }),
      'GitHubPublisher.organization "acme*" is not the name of a GitHub',
    ],
    [
      () => GitHubPublisher.organization('acme', { ownerId: '*' }),
      'GitHubPublisher.organization ownerId "*" is not an id that GitHub gives.',
    ],
  ])('is refused by its own name: %#', (create, message) => {
    expect(create).toThrow(message);
  });
});
