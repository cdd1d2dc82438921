import { ExitCode } from './command';

/** What each exit code says, the same for all commands. */
export const EXIT_CODES: Readonly<Record<ExitCode, string>> = {
  [ExitCode.YES]: 'yes: what was asked for holds',
  [ExitCode.NO]: 'no: it does not hold, or something was found',
  [ExitCode.MISUSE]: 'misuse: an option, an argument or an input that the command does not take',
  [ExitCode.UNDECIDED]: "can't tell from what was given",
};

export function exitCodesText(): string {
  const lines = Object.entries(EXIT_CODES).map(([code, meaning]) => `  ${code}  ${meaning}`);
  return ['Exit codes:', ...lines].join('\n');
}
