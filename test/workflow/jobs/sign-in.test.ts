import { GitHubPublisher, PublishTrigger, PythonArtifactPipeline, WorkflowHost } from '../../../src';
import { ACME, newStack } from '../../support/stacks';
import { newWorkflow, reusableOf, stepOf } from '../support/publish-workflow';

const COMPARE = 'Compare this run with what the role trusts';
const AFTER = 'Say what else refuses a sign-in';

const ids = (repositoryId: string) => ({ ownerId: '1234', repositoryId });
const ORDERS = GitHubPublisher.repository('acme/orders-sdk', ids('5678'));
const BILLING = GitHubPublisher.repository('acme/billing-sdk', ids('9012'));

function pipelineOf(...publishers: GitHubPublisher[]) {
  return new PythonArtifactPipeline(newStack(ACME), 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers,
    requiredClaims: { actorIds: ['583231'] },
    workflow: { host: WorkflowHost.branch('acme/platform', 'main') },
  }).workflow;
}

test('the run is compared with what the role of the pipeline trusts', () => {
  const { env } = stepOf(reusableOf(pipelineOf(ORDERS)).jobs.publish, COMPARE);
  expect(JSON.parse(env?.TRUST ?? '')).toEqual({
    issuer: 'https://token.actions.githubusercontent.com',
    claims: {
      aud: ['sts.amazonaws.com'],
      job_workflow_ref: ['acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main'],
      actor_id: ['583231'],
    },
    repositories: { forms: ['classic', 'immutable'], contexts: ['ref:refs/tags/v*.*.*'], claims: {} },
  });
});

test('the shared file names no repository, and is the same with one more', () => {
  const { text } = pipelineOf(ORDERS).reusable;
  expect(text).not.toMatch(/orders-sdk|5678/);
  expect(pipelineOf(ORDERS, BILLING).reusable.text).toBe(text);
});

test('a workflow that stands alone compares with what a role has to trust', () => {
  const publishOn = PublishTrigger.environment('release');
  const { env } = stepOf(reusableOf(newWorkflow({ publishOn })).jobs.publish, COMPARE);
  expect(JSON.parse(env?.TRUST ?? '').repositories).toEqual({
    forms: ['classic', 'immutable'],
    contexts: ['environment:release'],
    claims: { ref: ['refs/tags/v*.*.*'] },
  });
});

test('the entry of the repository is an input, which a caller need not have', () => {
  const reusable = reusableOf(newWorkflow());
  expect(reusable.on.workflow_call?.inputs.trusted_repository).toMatchObject({ type: 'string', default: '' });
  expect(stepOf(reusable.jobs.publish, COMPARE).env?.TRUSTED_REPOSITORY).toBe(
    '${{ inputs.trusted_repository }}',
  );
});

test('what is left is said after a refusal that the claims do not explain', () => {
  expect(stepOf(reusableOf(newWorkflow()).jobs.publish, AFTER).if).toBe(
    "failure() && steps.sign-in.outcome == 'failure' && steps.compare-trust.outputs.refused != 'true'",
  );
});

test('the scripts of it take less than 14.5 kB', () => {
  const { publish } = reusableOf(pipelineOf(ORDERS)).jobs;
  const scripts = [COMPARE, AFTER].map((name) => stepOf(publish, name).run ?? '');
  expect(scripts.join('').length).toBeLessThan(14_500);
});
