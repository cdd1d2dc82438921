import type { PublishTrigger } from '../trigger/publish-trigger';

/** Which runs publish: the workflow files start them, and the role trusts them. */
export interface TrustedRuns {
  readonly publishOn: PublishTrigger;
  /** The only workflow, where there is a host. */
  readonly jobWorkflowRef?: string;
}
