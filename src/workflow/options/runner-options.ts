import type { Runner } from './runner';

/** Where the jobs run. */
export interface WorkflowRunnerOptions {
  /**
   * The runners, by several labels or a group: Linux, with bash, the AWS CLI and git. Either this or
   * `runnerLabel`. A self-hosted one keeps what a build leaves behind, unless it is ephemeral.
   * @default - the one with the label `runnerLabel`
   */
  readonly runner?: Runner;

  /**
   * The runners of the jobs that run no code of the package, so that what a build leaves on its runner is
   * out of their sight.
   * @default - the ones of the jobs that test and build
   */
  readonly publishRunner?: Runner;
}
