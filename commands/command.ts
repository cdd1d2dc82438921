/** What a command ends with, the same for all of them. */
export enum ExitCode {
  /** Yes: what was asked for holds. */
  YES = 0,

  /** No: it does not hold, or something was found. */
  NO = 1,

  /** The command was called in a way that it does not know. */
  MISUSE = 2,

  /** It can't be told from what was given. */
  UNDECIDED = 3,
}

/** Where a command runs, and where what it says goes to. */
export interface CommandContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string) => void;

  /** Progress and complaints, so that the answer alone can be read from `stdout`. */
  readonly stderr: (text: string) => void;
  readonly color: boolean;

  /** Columns of the terminal; where there is none, lines are as long as they get. */
  readonly width?: number;

  /** All of the standard input. */
  readonly stdin: () => Promise<string>;
}

/** One command of `npx cdk-python-artifact-pipeline`. */
export interface Command {
  readonly name: string;

  /** One line, for the list of all commands. */
  readonly summary: string;

  /** The text of `--help`, whole. */
  readonly usage: string;
  run(args: readonly string[], context: CommandContext): Promise<ExitCode>;
}

/** A command that was called in a way that it does not know: the message goes to `stderr`, with the usage. */
export class Misuse extends Error {
  // Each command is a bundle of its own, with a class of its own: what tells them apart is the name.
  public override readonly name = 'Misuse';
}

/** It can't be told, and why: the message goes to `stderr`. */
export class Undecided extends Error {
  public override readonly name = 'Undecided';
}
