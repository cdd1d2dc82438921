import { assemblyOfPipeline, claimsOf } from '../../testing/pipeline';
import { runCommand } from '../../testing/run';

const APP = assemblyOfPipeline();
const explained = async (change: object) => {
  const input = JSON.stringify(claimsOf({ ...change }));
  return (await runCommand(['explain', '--claims', '-', APP], { input })).stdout;
};

test('what is given makes no line and no colour of its own', async () => {
  const stdout = await explained({ ref: 'refs/heads/\u001b[31mx\nerror' });
  expect(stdout.split('\n').filter((line) => line.startsWith('error') || line.includes('\u001b'))).toEqual(
    [],
  );
  expect(stdout).toContain('The run is on refs/heads/\\u{1b}[31mx\\u{a}error.');
});

test('a letter of another alphabet is said to be one', async () => {
  expect(await explained({ repository: '\u0430cme/orders-sdk' })).toContain(
    '(U+0430 (\u0430) is no letter of what is trusted, much as it may look like one)',
  );
  expect(await explained({ repository: 'other/orders-sdk' })).not.toContain('no letter');
});
