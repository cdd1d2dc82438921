import { Aws } from 'aws-cdk-lib';
import { GitHubPublisher, SubjectFormat } from '../../../src';
import { repositoryEntry } from '../../../src/github/trust/repository-entry';

const IDS = { ownerId: '1234', repositoryId: '5678' };
const entry = (publisher: GitHubPublisher) => repositoryEntry(publisher._publisherIdentity());

describe('the entry of a repository', () => {
  it.each([
    [
      GitHubPublisher.repository('acme/orders-sdk', IDS),
      'repo:acme/orders-sdk repo:acme@1234/orders-sdk@5678 repository_id=5678',
    ],
    [
      GitHubPublisher.repository('acme/orders-sdk', { ...IDS, subjectFormat: SubjectFormat.IMMUTABLE }),
      'repo:acme@1234/orders-sdk@5678 repository_id=5678',
    ],
    [
      GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234' }),
      'repo:acme/orders-sdk repository_owner_id=1234',
    ],
    [GitHubPublisher.repository('acme/orders-sdk'), 'repo:acme/orders-sdk'],
    [GitHubPublisher.organization('acme', { ownerId: '1234' }), 'repository_owner_id=1234'],
  ])('has what the role trusts of it and of no other', (publisher, text) => {
    expect(entry(publisher)).toBe(text);
  });

  it('is left out where only the deployment knows a part of it', () => {
    expect(entry(GitHubPublisher.repository(`acme/${Aws.STACK_NAME}`))).toBeUndefined();
  });
});
