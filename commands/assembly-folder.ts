import type { Option } from './arguments';
import { Misuse } from './command';

const DEFAULT_FOLDER = 'cdk.out';

/** `--app`, which is another way to say the operand `FOLDER`. */
export const APP_OPTION = {
  type: 'string',
  value: 'FOLDER',
  description: 'Another way to say FOLDER, as the CDK CLI has it',
} as const satisfies Option;

/** The operand `FOLDER`, with what is in it. */
export function folderOperand(description: string) {
  return { name: '[FOLDER]', description: `${description} (default: ${DEFAULT_FOLDER})` };
}

/** The folder that is given as an operand or by `--app`. */
export function assemblyFolder(operands: readonly string[], app: string | undefined): string {
  const given = [...operands, ...(app === undefined ? [] : [app])];
  if (given.length > 1) {
    const names = given.map((folder) => JSON.stringify(folder)).join(' and ');
    throw new Misuse(`One FOLDER is looked at, and ${given.length} are given: ${names}.`);
  }
  return given[0] ?? DEFAULT_FOLDER;
}
