import { claimsOf } from './claims';

const repository = { name: 'acme/orders-sdk', ownerId: '1234', repositoryId: '5678' };
const event = { name: 'push', ref: 'refs/tags/v1.2.3' } as const;
const refs = { workflowRef: 'acme/orders-sdk/.github/workflows/p.yml@refs/tags/v1.2.3', jobWorkflowRef: 'x' };
const pull = { name: 'pull_request', ref: 'refs/pull/7/merge' } as const;

describe('the subject of a token', () => {
  it.each([
    [{}, 'repo:acme/orders-sdk:ref:refs/tags/v1.2.3'],
    [{ event: pull }, 'repo:acme/orders-sdk:pull_request'],
    [{ environment: 'release' }, 'repo:acme/orders-sdk:environment:release'],
    [{ environment: 'release', event: pull }, 'repo:acme/orders-sdk:environment:release'],
    [{ environment: 'a:b' }, 'repo:acme/orders-sdk:environment:a%3Ab'],
    [
      { repository: { ...repository, immutableSubject: true } },
      'repo:acme@1234/orders-sdk@5678:ref:refs/tags/v1.2.3',
    ],
  ])('%j', (change, sub) => {
    expect(claimsOf({ repository, event, ...refs, ...change }).sub).toBe(sub);
  });

  it('stands beside the ids, whatever its form', () => {
    expect(claimsOf({ repository, event, ...refs })).toMatchObject({
      repository_id: '5678',
      repository_owner_id: '1234',
      ref_type: 'tag',
      job_workflow_ref: 'x',
    });
  });
});
