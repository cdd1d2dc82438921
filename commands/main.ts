import { type CommandContext, ExitCode, Misuse } from './command';
import { exitCodesText } from './exit-codes';
import { listed } from './output/table';
import { withoutTokens } from './output/without-tokens';
import { COMMANDS } from './table';
import { versionOfPackage } from './version';

export const PROGRAM = 'cdk-python-artifact-pipeline';

/** Runs the command that the arguments name, and gives what the process ends with. */
export async function main(args: readonly string[], given: CommandContext): Promise<ExitCode> {
  const context: CommandContext = {
    ...given,
    stdout: (text) => given.stdout(withoutTokens(text)),
    stderr: (text) => given.stderr(withoutTokens(text)),
  };
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(rest, context);
  if (name === 'version' || name === '--version' || name === '-v') {
    context.stdout(`${versionOfPackage()}\n`);
    return ExitCode.YES;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) return unknown(name, context);
  const { command } = load();
  if (asksForHelp(rest)) {
    context.stdout(command.usage);
    return ExitCode.YES;
  }
  try {
    return await command.run(rest, context);
  } catch (error) {
    return ended(error as Error, name, context);
  }
}

/** Classes of an error differ between bundles; names do not. */
function ended(error: Error, name: string, { stderr }: CommandContext): ExitCode {
  if (error.name === 'Undecided') {
    stderr(`can't tell: ${error.message}\n`);
    return ExitCode.UNDECIDED;
  }
  if (error.name !== Misuse.name) throw error;
  stderr(`error: ${error.message}\n\nSee: ${PROGRAM} ${name} --help\n`);
  return ExitCode.MISUSE;
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((arg) => arg === '--help' || arg === '-h');
}

function help([name]: readonly string[], context: CommandContext): ExitCode {
  if (name !== undefined && !name.startsWith('-')) {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) return unknown(name, context);
    context.stdout(load().command.usage);
    return ExitCode.YES;
  }
  const rows = Object.values(COMMANDS).map((load) => [load().command.name, load().command.summary]);
  context.stdout(
    [
      `Usage: ${PROGRAM} COMMAND [options]`,
      '',
      'Commands:',
      listed(rows, context.width),
      '',
      `Options of a command: ${PROGRAM} COMMAND --help`,
      '',
      exitCodesText(),
      '',
    ].join('\n'),
  );
  return ExitCode.YES;
}

function unknown(name: string, { stderr }: CommandContext): ExitCode {
  const known = Object.keys(COMMANDS).join(', ');
  stderr(`error: there is no command ${JSON.stringify(name)}. There are: ${known}, help, version.\n`);
  return ExitCode.MISUSE;
}
