import { Token } from 'aws-cdk-lib';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import type { ToolSet } from '../actions/tool-lock';

const SCRIPT_INJECTION = 'https://docs.github.com/en/actions/concepts/security/script-injections';

/** How a package is built, by a command that reads `env`. */
export interface BuildRecipe {
  /** What is installed for it; nothing otherwise. */
  readonly tool?: ToolSet;
  readonly command: string;
  /** The command on all runners but the first, which makes the sdist. */
  readonly wheelsOnly?: string;
  readonly env: Record<string, string>;
  /** Whether it chooses the versions of Python by itself. */
  readonly runsOnToolsPython?: boolean;
  /** Whether it makes no wheel, so that one runner is enough. */
  readonly isSdistOnly?: boolean;
}

/** Runs a command of the user, which is a value and no part of the script. */
export const RUN_COMMAND = 'bash --noprofile --norc -eo pipefail -c "$COMMAND"';

/**
 * How the files under `dist/` come about. The command runs on the Python of the workflow's input
 * `python_version`, in an environment of its own.
 *
 * @see https://packaging.python.org/en/latest/discussions/setup-py-deprecated/
 */
export class BuildCommand {
  /**
   * `python -m build`: a wheel and an sdist, by the build backend that `pyproject.toml` names, or by
   * setuptools where there is only a `setup.py`.
   *
   * @see https://build.pypa.io/
   */
  public static pep517(): BuildCommand {
    return new BuildCommand({
      tool: 'build',
      command: 'python -m build',
      wheelsOnly: 'python -m build --wheel',
      env: {},
    });
  }

  /**
   * `python setup.py sdist`: an sdist only, so that each installation builds the package again. Setuptools
   * is installed; what else `setup.py` imports is not.
   *
   * @see https://setuptools.pypa.io/en/latest/userguide/distribution.html
   */
  public static setupPySdist(): BuildCommand {
    return new BuildCommand({
      tool: 'setuptools',
      command: 'python setup.py sdist',
      env: {},
      isSdistOnly: true,
    });
  }

  /**
   * `cibuildwheel`: wheels for the platform of each of `buildRunners`, by what `[tool.cibuildwheel]` in
   * `pyproject.toml` says, and an sdist on the first one. On Linux it builds in containers, which get the index of
   * `privateDependencies` as well.
   *
   * @see https://cibuildwheel.pypa.io/
   */
  public static cibuildwheel(): BuildCommand {
    const wheelsOnly = 'python -m cibuildwheel --output-dir dist';
    return new BuildCommand({
      tool: 'cibuildwheel',
      command: `python -m build --sdist\n${wheelsOnly}`,
      wheelsOnly,
      env: {},
      runsOnToolsPython: true,
    });
  }

  /**
   * Commands of one's own for bash, such as `make dist`, that leave their files in `dist/`. The first one
   * that fails ends the job.
   *
   * Throws for an empty text, a token, and for `${{`, which GitHub would put into the script as it is.
   *
   * @param command what bash runs, with `python` and `pip` of the package's Python on the path
   * @see https://docs.github.com/en/actions/concepts/security/script-injections
   */
  public static custom(command: string): BuildCommand {
    return new BuildCommand({
      command: RUN_COMMAND,
      env: { COMMAND: checkedCommand('BuildCommand.custom', command) },
    });
  }

  private constructor(private readonly recipe: BuildRecipe) {}

  /** @internal */
  public _render(): BuildRecipe {
    return this.recipe;
  }
}

/** A command for bash that stands in an `env`; throws for one that GitHub would change or that says nothing. */
export function checkedCommand(property: string, command: string): string {
  checkKind(undefined, property, command, TEXT);
  const reason = problemOf(command);
  if (!reason) return command;
  throw invalidInput({
    property,
    given: command,
    reason,
    allowed: "commands for bash, as in 'make dist'",
    instead: reason.includes('${{')
      ? 'the variable that the runner sets, such as $GITHUB_REF_NAME'
      : undefined,
    see: SCRIPT_INJECTION,
  });
}

function problemOf(command: string): string | undefined {
  if (Token.isUnresolved(command))
    return 'is known to CloudFormation only, and the workflow file is written before';
  if (command.trim() === '') return 'is empty';
  if (command.includes('${{'))
    return "has '${{', whose value GitHub would put into the script, whatever it holds";
  return undefined;
}
