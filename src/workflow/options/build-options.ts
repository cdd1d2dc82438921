import type { Duration } from 'aws-cdk-lib';
import type { BuildCommand } from './build-command';

/** How a package is tested and built. */
export interface WorkflowBuildOptions {
  /**
   * The version of Python that builds a package, unless its workflow asks for another one: `3.9` or later.
   * A warning says where Python itself does not support a version any more. The default is what the tools run on.
   * @default '3.13'
   * @see https://devguide.python.org/versions/
   */
  readonly pythonVersion?: string;

  /**
   * How a package is built. The default makes a wheel and an sdist, with whatever build backend a package names.
   * @default BuildCommand.pep517()
   */
  readonly buildCommand?: BuildCommand;

  /**
   * The labels of the runners that build, for wheels of several platforms, each in a job of its own:
   * `ubuntu-24.04`, `ubuntu-24.04-arm`, `macos-15`, `windows-2025`. The first one makes the sdist as well. A
   * custom command finds `true` or `false` in the variable `BUILD_SDIST`. One file name with two contents is
   * refused, so a pure Python package, which is the same on each, needs no more than one.
   * @default - the one of `runnerLabel`
   * @see https://docs.github.com/en/actions/reference/runners/github-hosted-runners
   */
  readonly buildRunners?: string[];

  /**
   * Commands for bash that test a package before it is built, in a job of their own, such as
   * `pip install .[test] && pytest`. The first one that fails ends the workflow. `${{` is refused.
   * Only its authors know how a package is tested.
   * @default - the package is not tested
   */
  readonly testCommand?: string;

  /**
   * The versions of Python that the tests run on, each in a job of its own: `3.13`, `3.14t` without the global
   * lock, `pypy3.11`, `graalpy-24.2`.
   * @default - the one that builds the package
   */
  readonly testPythonVersions?: string[];

  /**
   * The folder of the package in its repository, for a monorepo, unless its workflow asks for another one:
   * `packages/orders-sdk`.
   * @default '.'
   */
  readonly workingDirectory?: string;

  /**
   * Whether tests and builds may install private packages from the repository, as the role `readRoleArn`.
   *
   * The code of the package can then ask for the identity of its workflow run. So that it can not publish
   * with that, this needs `PublishTrigger.environment(...)`, which only the publish job is let into. Other
   * roles must not trust the tags or branches of a publisher either.
   * @default false
   */
  readonly privateDependencies?: boolean;

  /**
   * How long tests and a build may take, each: 1 minute to 6 hours. GitHub lets one that hangs run for 6 hours.
   * @default Duration.minutes(30)
   */
  readonly buildTimeout?: Duration;
}
