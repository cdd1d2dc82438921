import type { Command, CommandContext, ExitCode } from '../../commands/command';
import type { Programs } from '../../commands/programs';
import type { Catalog } from '../../evaluation/authorization';
import { Doctored, type World } from './scene';

/** What a command said, and in which world. */
export interface Played {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly world: World;
  /** What was said to it by the programs, and to the person by it: nothing of it may be in there. */
  readonly secrets: readonly string[];
}

export type CommandWith = (programs: (context: CommandContext) => Programs) => Command;

/** Runs a command in this process, in a world that is made and ended for it. */
export async function play(
  commandWith: CommandWith,
  world: World,
  catalog: Catalog,
  folder: string,
  args: readonly string[],
): Promise<Played> {
  const doctored = await Doctored.open(world, catalog, folder);
  const said = { stdout: '', stderr: '' };
  try {
    const command = commandWith(
      () =>
        (...call) =>
          doctored.run(...call),
    );
    const code = await command.run(args, {
      cwd: folder,
      env: { AWS_REGION: 'us-east-1' },
      color: false,
      stdin: async () => '',
      stdout: (text) => {
        said.stdout += text;
      },
      stderr: (text) => {
        said.stderr += text;
      },
    });
    return { code, ...said, world, secrets: doctored.secrets };
  } finally {
    await doctored.close();
  }
}
