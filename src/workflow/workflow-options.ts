import type { PublishTrigger, WorkflowHost } from '../github';
import type { BuildCommand } from './build-command';

/** How packages are built and published by GitHub Actions. */
export interface PublishWorkflowOptions {
  /**
   * The version of Python that builds a package, unless its workflow asks for another one: `3.9` or later.
   * @default '3.13'
   * @see https://devguide.python.org/versions/
   */
  readonly pythonVersion?: string;

  /**
   * The repository that holds the reusable workflow for others to call. The workflow that calls it becomes
   * an organization's template then, `workflow-templates/` in the repository named `.github`.
   * @default - none: both workflows are in this repository, and the caller runs in it
   * @see https://docs.github.com/en/actions/how-tos/reuse-automations/create-workflow-templates
   */
  readonly host?: WorkflowHost;

  /**
   * How a package is built.
   * @default BuildCommand.pep517()
   */
  readonly buildCommand?: BuildCommand;

  /**
   * The name of the file of the reusable workflow, in `.github/workflows/`.
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
   * Whether the files are written, or in CI compared, when the CDK CLI runs the app.
   * @default true
   */
  readonly writeFiles?: boolean;

  /**
   * The folder that the paths of the files are relative to, seen from the working directory.
   * @default - the Git checkout that the working directory is in
   */
  readonly gitRoot?: string;
}

/**
 * How packages are built, and where they are published as whom.
 *
 * A region, name, account or ARN that only CloudFormation knows becomes a required input of the reusable
 * workflow, which the caller passes from a configuration variable of its repository.
 */
export interface PublishWorkflowProps extends PublishWorkflowOptions {
  /** When to publish. The role has to trust the same. */
  readonly publishOn: PublishTrigger;

  /** The AWS region of the domain, such as `eu-west-1`. */
  readonly region: string;

  /** The name of the CodeArtifact domain. */
  readonly domainName: string;

  /** The AWS account that owns the domain: 12 digits. */
  readonly domainOwner: string;

  /** The name of the CodeArtifact repository. */
  readonly repositoryName: string;

  /** The ARN of the role that publishes. */
  readonly roleArn: string;
}
