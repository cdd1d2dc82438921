import type { WorkflowHost } from '../../github';

/** Where the generated files go. */
export interface WorkflowFileOptions {
  /**
   * The repository that holds the reusable workflow for others to call. The workflow that calls it becomes
   * an organization's template then, `workflow-templates/` in the repository named `.github`.
   * @default - none: both workflows are in this repository, and the caller runs in it
   * @see https://docs.github.com/en/actions/how-tos/reuse-automations/create-workflow-templates
   */
  readonly host?: WorkflowHost;

  /**
   * The name of the file of the reusable workflow, in `.github/workflows/`. Two publishers that write into one
   * checkout have two.
   * @default 'codeartifact_python.yml'
   */
  readonly fileName?: string;

  /**
   * The name of the file of the workflow that calls it, in `.github/workflows/`, or `workflow-templates/`
   * with a host.
   * @default 'publish_python.yml'
   */
  readonly callerFileName?: string;

  /**
   * Whether the files are written, or in CI compared, when the CDK CLI runs the app. Turn it off where
   * the files are kept elsewhere.
   * @default true
   */
  readonly writeFiles?: boolean;

  /**
   * The folder that the paths of the files are relative to, seen from the working directory.
   * @default - the Git checkout that the working directory is in; without Git, the nearest folder with `.github`
   */
  readonly gitRoot?: string;
}
