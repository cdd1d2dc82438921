import { createHash, randomUUID } from 'node:crypto';
import type { GitHubRepository, RunEvent, WorkflowRef } from './repository';

export interface JobIdentity {
  readonly repository: GitHubRepository;
  readonly event: RunEvent;
  readonly environment?: string;
  /** The workflow that the event started. */
  readonly workflowRef: WorkflowRef;
  /** The file that the job stands in: the called workflow's, where a workflow was called. */
  readonly jobWorkflowRef: WorkflowRef;
  readonly runAttempt?: number;
}

export const ISSUER = 'https://token.actions.githubusercontent.com';

/** The claims GitHub puts into a job's token, except for `aud` and the times. */
export function claimsOf(job: JobIdentity): Record<string, string> {
  const { repository, event, environment } = job;
  const [owner = '', name = ''] = repository.name.split('/');
  const sha = createHash('sha1').update(`${repository.name}@${event.ref}`).digest('hex');
  const claims: Record<string, string> = {
    iss: ISSUER,
    jti: randomUUID(),
    sub: subjectOf(job),
    ref: event.ref,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha,
    repository: `${owner}/${name}`,
    repository_id: repository.repositoryId,
    repository_owner: owner,
    repository_owner_id: repository.ownerId,
    repository_visibility: 'private',
    actor: event.actor ?? 'octocat',
    actor_id: '583231',
    event_name: event.name,
    base_ref: '',
    head_ref: event.name === 'pull_request' ? 'feature' : '',
    workflow: 'publish',
    workflow_ref: job.workflowRef,
    workflow_sha: sha,
    job_workflow_ref: job.jobWorkflowRef,
    job_workflow_sha: sha,
    run_id: '1000',
    run_number: '1',
    run_attempt: String(job.runAttempt ?? 1),
    runner_environment: 'github-hosted',
    ...(environment ? { environment } : {}),
  };
  const customized = (repository.includeClaimKeys ?? []).map((key) => `:${key}:${claims[key]}`);
  return { ...claims, sub: claims.sub + customized.join('') };
}

/** An environment wins over everything, a pull request over its ref. */
function subjectOf({ repository, event, environment }: JobIdentity): string {
  const [owner, name] = repository.name.split('/');
  const path = repository.immutableSubject
    ? `${owner}@${repository.ownerId}/${name}@${repository.repositoryId}`
    : repository.name;
  const escapeColon = (text: string) => text.replaceAll(':', '%3A');
  if (environment) return `repo:${path}:environment:${escapeColon(environment)}`;
  if (event.name === 'pull_request') return `repo:${path}:pull_request`;
  return `repo:${path}:ref:${escapeColon(event.ref)}`;
}
