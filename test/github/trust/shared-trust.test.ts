import { Aws } from 'aws-cdk-lib';
import { GitHubIssuer, GitHubPublisher, PublishTrigger, SubjectFormat, WorkflowHost } from '../../../src';
import { sharedTrust, type TrustOfAnybody } from '../../../src/github/trust/shared-trust';

const IDS = { ownerId: '1234', repositoryId: '5678' };
const ORDERS = GitHubPublisher.repository('acme/orders-sdk', IDS);
const HOST = WorkflowHost.branch('acme/platform', 'main')._jobWorkflowRef('.github/workflows/p.yml');

function shared(
  publishers: GitHubPublisher[] | undefined,
  publishOn = PublishTrigger.tags(),
  more: Partial<TrustOfAnybody> = {},
) {
  return sharedTrust({
    issuer: GitHubIssuer.githubCom(),
    audiences: ['sts.amazonaws.com'],
    identities: publishers?.map((publisher) => publisher._publisherIdentity()),
    contexts: publishOn._contexts(),
    claims: publishOn._claims(),
    claimsBesideSubject: publishOn._claimsBesideSubject(),
    ...more,
  });
}

describe('what all publishers share', () => {
  it('is the issuer, the audience, the form of the subject and what follows the repository in it', () => {
    expect(shared([ORDERS])).toEqual({
      issuer: 'https://token.actions.githubusercontent.com',
      claims: { aud: ['sts.amazonaws.com'] },
      repositories: { forms: ['classic', 'immutable'], contexts: ['ref:refs/tags/v*.*.*'], claims: {} },
    });
  });

  it('names no repository, and is the same with one more', () => {
    const one = shared([ORDERS]);
    expect(JSON.stringify(one)).not.toMatch(/acme|1234|5678/);
    expect(shared([ORDERS, GitHubPublisher.repository('acme/billing-sdk', IDS)])).toEqual(one);
  });

  it.each([
    [[GitHubPublisher.repository('acme/orders-sdk')], ['classic']],
    [[GitHubPublisher.repository('a/b', { ...IDS, subjectFormat: SubjectFormat.IMMUTABLE })], ['immutable']],
    [
      [ORDERS, GitHubPublisher.repository('acme/orders')],
      ['classic', 'immutable'],
    ],
  ])('has the forms that any of them has', (publishers, forms) => {
    expect(shared(publishers).repositories?.forms).toEqual(forms);
  });

  it('has the ref beside an environment', () => {
    expect(shared([ORDERS], PublishTrigger.environment('release')).repositories).toMatchObject({
      contexts: ['environment:release'],
      claims: { ref: ['refs/tags/v*.*.*'] },
    });
  });

  it('of a server of its own has no claims beside the subject, which AWS has no keys for', () => {
    const issuer = GitHubIssuer.enterpriseServer('github.acme.example');
    const { repositories } = shared([ORDERS], PublishTrigger.environment('release'), { issuer });
    expect(repositories?.claims).toEqual({});
  });

  it('of an organization is claims alone', () => {
    const publishers = [GitHubPublisher.organization('acme', { ownerId: '1234' })];
    const trust = shared(publishers, PublishTrigger.environment('release'), { jobWorkflowRef: HOST });
    expect(trust).toMatchObject({
      claims: { job_workflow_ref: ['acme/platform/.github/workflows/p.yml@refs/heads/main'] },
      organizations: { claims: { ref: ['refs/tags/v*.*.*'], environment: ['release'] } },
    });
    expect(trust.repositories).toBeUndefined();
  });

  it('of an organization without a host is how its subjects end', () => {
    const organization = GitHubPublisher.organization('acme', { ownerId: '1234' });
    const contexts = ['ref:refs/*', 'pull_request', 'environment:production'];
    expect(shared([organization], undefined, { contexts, claims: {} }).organizations).toEqual({
      claims: {},
      subjects: { contexts, excluded: ['*:environment:pull_request'] },
    });
  });

  it('of an organization with a host that has no claims of its own is how its subjects end', () => {
    const organization = GitHubPublisher.organization('acme', { ownerId: '1234' });
    const contexts = ['ref:refs/heads/main'];
    const trust = shared([organization], undefined, { contexts, claims: undefined, jobWorkflowRef: HOST });
    expect(trust.organizations).toMatchObject({ subjects: { contexts, excluded: [] } });
  });

  it('holds nobody to what follows the repository where only the deployment knows a part of it', () => {
    const contexts = ['ref:refs/*', `environment:${Aws.STACK_NAME}`];
    const organization = GitHubPublisher.organization('acme', { ownerId: '1234' });
    const trust = shared([ORDERS, organization], undefined, { contexts });
    expect(trust.repositories?.contexts).toEqual(['ref:refs/*', '*']);
    expect(trust.organizations?.subjects?.contexts).toEqual(['ref:refs/*', '*']);
  });

  it('of whoever it may be has both kinds, and that of organizations only with a host', () => {
    expect(Object.keys(shared(undefined))).toEqual(['issuer', 'claims', 'repositories']);
    const { organizations } = shared(undefined, undefined, { jobWorkflowRef: HOST });
    expect(organizations).toEqual({ claims: { ref: ['refs/tags/v*.*.*'] } });
  });

  it('has further claims, but those that only the deployment knows', () => {
    const requiredClaims = { actor_id: ['1', '2'], workflow: ['Publish', Aws.STACK_NAME] };
    expect(shared([ORDERS], undefined, { requiredClaims }).claims).toEqual({
      aud: ['sts.amazonaws.com'],
      actor_id: ['1', '2'],
    });
  });
});
