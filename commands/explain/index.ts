import { commandOf } from '../arguments';
import { Undecided } from '../command';

export const command = commandOf({
  name: 'explain',
  summary: 'Say why AWS lets a caller publish or install, or why it does not',
  options: {
    app: { type: 'string', value: 'FOLDER', default: 'cdk.out', description: 'Cloud assembly' },
  },
  run: async () => {
    throw new Undecided('nothing is written yet');
  },
});
