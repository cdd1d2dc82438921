import type { Command } from './command';

/** Each command, loaded only where it is asked for. */
export const COMMANDS: Readonly<Record<string, () => { readonly command: Command }>> = {
  doctor: () => require('./doctor'),
  explain: () => require('./explain'),
  ids: () => require('./ids'),
  rollout: () => require('./rollout'),
};
