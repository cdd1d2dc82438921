import type { Duration } from 'aws-cdk-lib';
import type { ActionVersion } from '../actions/action-version';
import type { Uploader } from './uploader';
import type { ExtraSteps } from './workflow-step';

/** How built files are published, and on what. */
export interface WorkflowPublishOptions {
  /**
   * What uploads the files. The default is what the documentation of CodeArtifact uses.
   * @default Uploader.TWINE
   */
  readonly uploader?: Uploader;

  /**
   * Whether what `twine check` finds stops a release, such as a README that PyPI would not render. Otherwise it
   * is a warning of the run.
   * @default false
   * @see https://twine.readthedocs.io/en/stable/#twine-check
   */
  readonly strictTwineCheck?: boolean;

  /**
   * Whether GitHub records where the files come from, in a job that alone has the permissions for it, and
   * before they are published. Private repositories need GitHub Enterprise Cloud.
   * @default false
   * @see https://docs.github.com/en/actions/concepts/security/artifact-attestations
   */
  readonly provenance?: boolean;

  /**
   * How long publishing may take: 1 minute to 6 hours. The token for the upload is valid for 15 minutes.
   * @default Duration.minutes(15)
   */
  readonly publishTimeout?: Duration;

  /**
   * How long GitHub keeps the built files: 1 to 90 days. After that, publishing can not be re-run.
   * @default Duration.days(1), or 30 days where an environment may have to be approved
   */
  readonly artifactRetention?: Duration;

  /**
   * The first part of the group in which publish jobs for the same commit and tag wait for each other. A
   * running one is never cancelled.
   * @default 'codeartifact-publish'
   * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
   */
  readonly concurrencyGroup?: string;

  /**
   * The label of the runners: Linux, with bash, the AWS CLI and git. The short form of `runner`. An
   * image with a version stays the same for longer than `ubuntu-latest`.
   * @default 'ubuntu-24.04'
   */
  readonly runnerLabel?: string;

  /**
   * Other releases of the actions that the workflows use, by the name of the action: `actions/checkout`.
   * Dependabot must not edit generated files, so that this is where to say a newer one.
   * @default - the ones that this release of the library was tested with
   */
  readonly actionVersions?: { [action: string]: ActionVersion };

  /**
   * Steps of one's own.
   * @default - none
   */
  readonly extraSteps?: ExtraSteps;
}
