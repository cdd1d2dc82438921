import { assemblyOfPipeline, claimsOf } from './testing/pipeline';
import { folderWith, runCommand } from './testing/run';

const APP = assemblyOfPipeline();
const EMPTY = folderWith();
const input = JSON.stringify(claimsOf());
const run = (line: string, ...more: string[]) =>
  runCommand([...line.split(' '), ...more], { cwd: EMPTY, input });

const COMMANDS = [
  'explain publish --claims -',
  'explain --claims -',
  'who install',
  'who publish acme-orders',
];

test.each(COMMANDS)('%s: the folder is an operand, or --app', async (line) => {
  const asOperand = await run(line, APP);
  expect(asOperand.stderr).toBe('');
  expect(await run(line, '--app', APP)).toEqual(asOperand);
});

test.each([...COMMANDS, 'doctor', 'rollout'])('%s: without it, cdk.out is meant', async (line) => {
  expect((await run(line)).stderr).toContain('cdk.out is no cloud assembly');
  expect((await run(line, '--app', 'other')).stderr).toContain('other is no cloud assembly');
  expect((await run(line, APP, '--app', 'other')).stderr).toContain(
    'One FOLDER is looked at, and 2 are given: ',
  );
});
