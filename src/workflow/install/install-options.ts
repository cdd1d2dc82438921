import type { Duration } from 'aws-cdk-lib';
import type { IndexScope, PythonClient } from '../../codeartifact';
import type { WorkflowHost } from '../../github';

/** What a job gets so that it can install, and how. */
export interface InstallOptions {
  /**
   * The name of a composite action that sets up a job: `.github/actions/NAME/action.yml` is written into the checkout,
   * as workflow files are. Lower-case letters, digits, hyphens and underscores.
   * @default - no action is written
   * @see https://docs.github.com/en/actions/tutorials/create-actions/create-a-composite-action
   */
  readonly actionName?: string;

  /**
   * The repository on GitHub that holds the action for others. It only says what stands behind `uses:` in
   * `actionSnippet`: an action is not part of what the token of a job says, so that the role trusts nobody more.
   * @default - none: jobs of the repository that holds the action use it by its path
   */
  readonly actionHost?: WorkflowHost;

  /**
   * Which packages come from the repository, and which from public PyPI itself.
   * @default IndexScope.ALL_PACKAGES
   */
  readonly indexScope?: IndexScope;

  /**
   * The tools that are set up.
   * @default - all; uv, Poetry and PDM where only internal packages come from the repository
   */
  readonly clients?: PythonClient[];

  /**
   * How long a job can install: its token, and the session of the role that gets it, 15 minutes to 12 hours. Beyond
   * one hour, the sessions of the role may last as long.
   * @default Duration.minutes(15)
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html
   */
  readonly tokenDuration?: Duration;

  /**
   * Whether the action is written, or in CI compared, when the CDK CLI runs the app.
   * @default - as the workflow files of the pipeline; true without a pipeline
   */
  readonly writeFiles?: boolean;

  /**
   * The folder that the path of the action is relative to, seen from the working directory.
   * @default - that of the workflow files of the pipeline; without one, the Git checkout that the working directory
   * is in, or the nearest folder with `.github`
   */
  readonly gitRoot?: string;
}
