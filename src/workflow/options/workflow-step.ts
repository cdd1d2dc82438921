/**
 * A step of one's own: either a script or an action.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps
 */
export interface WorkflowStep {
  /** What the log calls it. */
  readonly name: string;

  /**
   * A script for bash, without `${{`: a value comes in by `env`.
   * @default - none: the step is an action
   */
  readonly run?: string;

  /**
   * An action at a full commit: `owner/name@` and 40 hexadecimal digits.
   * @default - none: the step is a script
   */
  readonly uses?: string;

  /**
   * The version of the action, such as `v2.10.0`. It becomes a comment.
   * @default - none; an action needs one
   */
  readonly version?: string;

  /**
   * The inputs of the action.
   * @default - none
   */
  readonly with?: { [input: string]: string };

  /**
   * The environment variables of the step.
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * When to run it, as an expression without `${{ }}`.
   * @default - when all steps before it went well
   */
  readonly condition?: string;
}

/** Steps of one's own, at the points of the workflow where they can do no harm that they could not do anyway. */
export interface ExtraSteps {
  /**
   * Before the tests of the package, in each of their jobs.
   * @default - none
   */
  readonly beforeTest?: WorkflowStep[];

  /**
   * Before the package is built.
   * @default - none
   */
  readonly beforeBuild?: WorkflowStep[];

  /**
   * After the package is built, and before its files are checked and handed on.
   * @default - none
   */
  readonly afterBuild?: WorkflowStep[];

  /**
   * At the beginning of the job that publishes. It may ask for the identity that the role trusts.
   * @default - none
   */
  readonly beforePublish?: WorkflowStep[];

  /**
   * After the files are published, with the credentials of the role in the environment.
   * @default - none
   */
  readonly afterPublish?: WorkflowStep[];
}
