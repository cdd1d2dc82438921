import type { Duration } from 'aws-cdk-lib';
import type { ActionVersion } from '../actions/action-version';
import type { ToolVersion } from '../actions/tool-version';
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
   * Other releases of the Python packages that the workflows install, by the name of the package: `twine`,
   * `urllib3`, `build`. This is where to say one that has no hole, or is not yanked. On every version of Python
   * it takes the place of the locked one.
   *
   * Nothing that a package names beside it is installed: where a newer one needs a package that the locked one does
   * not, say that one as well, with `neededBy`.
   * @default - the ones that this release of the library was tested with
   */
  readonly toolVersions?: { [packageName: string]: ToolVersion };

  /**
   * The index that those packages come from, such as a mirror inside of a company: the address that ends in
   * `/simple/`. It asks for no credentials, says the hashes of its files, and need not be trusted: a file of another
   * hash is not installed.
   * @default - the one that the runner's configuration of pip names, else public PyPI
   * @see https://packaging.python.org/en/latest/specifications/simple-repository-api/
   */
  readonly toolIndexUrl?: string;

  /**
   * Whether those packages come from the repository that is published to, which has them from public PyPI by its
   * upstream, for runners that reach nothing else. A job of its own, `tools`, runs nothing of the package, downloads
   * them as a role that only reads, and hands them on: the other jobs install them by their hashes, without an index
   * and without an identity.
   *
   * The role trusts what starts a release, on the refs that publish; with `dryRun` or `workflowDispatch` all branches,
   * tags and pull requests of the publishers. Pull requests from forks get no identity from GitHub and are left out.
   * @default false
   * @see https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode
   */
  readonly toolsFromRepository?: boolean;

  /**
   * Steps of one's own.
   * @default - none
   */
  readonly extraSteps?: ExtraSteps;
}
