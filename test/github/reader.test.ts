import { GitHubReader } from '../../src';

describe('a reader', () => {
  test('is a repository, with its ids', () => {
    const ids = { ownerId: '1234', repositoryId: '5678' };
    expect(GitHubReader.repository('acme/service', ids)._identity()).toEqual({
      name: 'acme/service',
      subjects: ['repo:acme/service', 'repo:acme@1234/service@5678'],
      claims: { repository_id: '5678' },
    });
  });

  test('is refused by its own name', () => {
    expect(() => GitHubReader.repository('acme')).toThrow(
      'GitHubReader.repository "acme" is not a repository.',
    );
    expect(() => GitHubReader.repository('acme/x', { ownerId: '' })).toThrow(
      'GitHubReader.repository ownerId ""',
    );
  });
});
