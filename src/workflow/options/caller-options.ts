/** Runs that try what will be released, and publish nothing. */
export interface DryRunOptions {
  /**
   * Whether pull requests are tried. Those from forks get no identity from GitHub, so that they are left out where
   * builds have `privateDependencies`, and with `toolsFromRepository`.
   *
   * Code of a pull request then runs on the runners: keep to those of GitHub where strangers can open one.
   * @default false
   * @see https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners
   */
  readonly pullRequests?: boolean;

  /**
   * The branches that are tried when they are pushed to: exact names, and patterns such as `feature/**`, as GitHub
   * reads `*` and `**`.
   * @default - none
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
   */
  readonly branches?: string[];
}

/** What starts the calling workflow beside its trigger. The role that publishes trusts nothing more for it. */
export interface WorkflowCallerOptions {
  /**
   * Whether the calling workflow can be started by `workflow_dispatch`, too: by hand, by the API, or by a workflow
   * whose `GITHUB_TOKEN` has pushed the tag, since such a push starts nothing. Started on a tag or branch of the
   * trigger, it publishes as after a push; on another branch it builds, says so, and publishes nothing.
   * @default false
   * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow#triggering-a-workflow-from-a-workflow
   */
  readonly workflowDispatch?: boolean;

  /**
   * What is tested, built and checked without being published, so that a release is tried before it is tagged.
   * @default - nothing
   */
  readonly dryRun?: DryRunOptions;
}
