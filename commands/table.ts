import type { Command } from './command';

/** Each command, loaded only where it is asked for. */
export const COMMANDS: Readonly<Record<string, () => { readonly command: Command }>> = {
  diff: () => require('./diff'),
  explain: () => require('./explain'),
  who: () => require('./who'),
};
