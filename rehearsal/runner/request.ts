import type { Sts } from '../aws/sts';
import type { JobIdentity } from '../github/claims';
import type { OidcIssuer } from '../github/issuer';
import type { GitHubRepository, RunEvent, WorkflowRef } from '../github/repository';
import type { Machine } from '../python/machine';
import type { Artifacts } from './artifacts';
import type { JobResult } from './job';
import type { Job, Permissions } from './workflow';

/** Everything a run needs from around it. */
export interface RunnerWorld {
  readonly machine: Machine;
  readonly issuer: OidcIssuer;
  readonly sts: Sts;
  /** Address of the public index, for jobs that install from it. */
  readonly publicIndex: string;
  /** The file that a `uses:` of another repository leads to. */
  readonly workflowFile: (uses: string) => CalledFile | undefined;
  /** The action.yml that a `uses:` of another repository leads to. */
  readonly actionFile?: (uses: string) => string | undefined;
}

export interface CalledFile {
  readonly text: string;
  /** `owner/repo/path@ref`, the ref in full, as it stands in `job_workflow_ref`. */
  readonly ref: WorkflowRef;
}

export interface RunRequest {
  readonly repository: GitHubRepository;
  readonly event: RunEvent;
  /** Path of the workflow that the event may start, and its text at the event's commit. */
  readonly path: string;
  readonly text: string;
  /** Folder with the repository's files at the event's commit. */
  readonly source: string;
  /** The configuration variables of the repository. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Results of an earlier attempt: jobs in it do not run again. */
  readonly earlier?: { readonly jobs: Readonly<Record<string, JobResult>>; readonly artifacts: Artifacts };
  /** Stop after this job. */
  readonly until?: string;
  /** Find out what would run and as whom, and run no step. */
  readonly dry?: boolean;
  /** Run the actions of each job up to its first script. */
  readonly actionsOnly?: boolean;
}

/** A job as GitHub would start it. */
export interface StartedJob {
  readonly id: string;
  readonly job: Job;
  readonly permissions: Permissions;
  readonly identity: JobIdentity;
}

export interface RunResult {
  readonly conclusion: 'success' | 'failure' | 'not started';
  /** By id; those of a called workflow as `caller/job`. */
  readonly jobs: Readonly<Record<string, JobResult>>;
  readonly started: readonly StartedJob[];
  readonly artifacts: Artifacts;
  readonly log: string;
}
