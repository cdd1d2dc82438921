import { execFile } from 'node:child_process';
import type { CommandContext } from './command';
import { withoutTokens } from './output/without-tokens';

/** What a program said, and how it ended. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type ProgramName = 'gh' | 'aws';

/** Runs a program that the person is logged in to, with `input` on its standard input. */
export type Programs = (program: ProgramName, args: readonly string[], input?: string) => Promise<Said>;

/** Why something could not be looked at, in a sentence: that is no finding. */
export class CannotLook extends Error {}

const INSTALL: Readonly<Record<ProgramName, string>> = {
  gh: 'https://cli.github.com',
  aws: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
};

/** A call that takes longer has no answer any more. */
const MILLISECONDS = 60_000;

/**
 * The programs of the person's PATH. They are started without a shell, ask nothing, and say nothing beside their
 * answer.
 */
export function programsOf({ cwd, env }: CommandContext): Programs {
  const { GH_DEBUG, GH_FORCE_TTY, CLICOLOR_FORCE, ...rest } = env;
  const quiet = {
    ...rest,
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
    AWS_PAGER: '',
  };
  return (program, args, input) =>
    new Promise((resolve, reject) => {
      const options = { cwd, env: quiet, timeout: MILLISECONDS, maxBuffer: 2 ** 26, windowsHide: true };
      const child = execFile(program, [...args], options, (error, stdout, stderr) => {
        if (!error) return resolve({ code: 0, stdout, stderr });
        if (error.killed) return reject(new CannotLook(`${program} did not answer within a minute.`));
        if (typeof error.code === 'number') return resolve({ code: error.code, stdout, stderr });
        const why = String(error.code) === 'ENOENT' ? 'is not on the PATH' : `can't be run (${error.code})`;
        return reject(new CannotLook(`${program} ${why}. Install it: ${INSTALL[program]}`));
      });
      child.stdin?.on('error', () => undefined); // it may end before it has read all
      child.stdin?.end(input ?? '');
    });
}

/** What a program complained of, on one line, with no token in it. */
export function complaint({ stderr, code }: Said): string {
  const line = stderr
    .split('\n')
    .map((text) => text.trim())
    .find((text) => text !== '');
  return withoutTokens(line ?? `exit code ${code}`).slice(0, 300);
}
