import type { Command } from './command';

/** Each command, loaded only where it is asked for. */
export const COMMANDS: Readonly<Record<string, () => { readonly command: Command }>> = {
  diff: () => require('./diff'),
  explain: () => require('./explain'),
  doctor: () => require('./doctor'),
  ids: () => require('./ids'),
  report: () => require('./report'),
  rollout: () => require('./rollout'),
  who: () => require('./who'),
};
