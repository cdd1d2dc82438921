/** A repository on GitHub, with the ids that outlive its name. */
export interface GitHubRepository {
  /** `owner/name` */
  readonly name: string;
  readonly ownerId: string;
  readonly repositoryId: string;
  /** New, renamed and opted-in repositories carry their ids in the subject. */
  readonly immutableSubject?: boolean;
}

/** What made a workflow run. */
export interface RunEvent {
  readonly name: 'push' | 'pull_request' | 'workflow_dispatch';
  /** Full ref, for example `refs/tags/v1.2.3`. */
  readonly ref: string;
  readonly actor?: string;
  /** Of a pull request from a fork: `owner/name` of that. */
  readonly fork?: string;
}

/** `owner/repo/path@ref` of a workflow file. */
export type WorkflowRef = string;
