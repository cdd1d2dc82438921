import { GitHubPublisher, GitHubReader } from '../../../src';

describe('a reader', () => {
  test('is a repository, with its ids', () => {
    const ids = { ownerId: '1234', repositoryId: '5678' };
    expect(GitHubReader.repository('acme/service', ids)._readerIdentity()).toEqual({
      name: 'acme/service',
      subjects: ['repo:acme/service', 'repo:acme@1234/service@5678'],
      claims: { repository_id: '5678' },
      lacksId: false,
    });
  });

  test('is an organization, with its id', () => {
    expect(GitHubReader.organization('acme', { ownerId: '1234' })._readerIdentity()).toEqual({
      name: 'acme',
      subjects: [],
      claims: { repository_owner_id: '1234' },
      lacksId: false,
    });
  });

  test('is whoever publishes', () => {
    const publisher = GitHubPublisher.repository('acme/service', { repositoryId: '5678' });
    expect(GitHubReader._of(publisher)._readerIdentity()).toEqual(publisher._publisherIdentity());
  });

  test('is refused by its own name', () => {
    expect(() => GitHubReader.organization('acme', { ownerId: '' })).toThrow(
      'GitHubReader.organization ownerId ""',
    );
    expect(() => GitHubReader.repository('acme')).toThrow(
      'GitHubReader.repository "acme" is not a repository.',
    );
    expect(() => GitHubReader.repository('acme/x', { ownerId: '' })).toThrow(
      'GitHubReader.repository ownerId ""',
    );
  });
});
