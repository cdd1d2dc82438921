import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ExitCode } from '../../commands/command';
import { folderWith, runCommand } from '../../commands/testing/run';
import {
  GitHubPublisher,
  PublishTrigger,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
} from '../../src';
import { ACME } from '../support/stacks';

const folder = folderWith();

function synthesize(name: string, props: Partial<PythonArtifactPipelineProps>): string {
  const app = new App({ outdir: join(folder, name) });
  new PythonArtifactPipeline(new Stack(app, 'Python', { env: ACME }), 'Pipeline', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders', { ownerId: '1', repositoryId: '10' })],
    packages: ['acme-*'],
    ...props,
  });
  app.synth();
  return name;
}

const before = synthesize('before', {});
const run = (...args: string[]) => runCommand(args, { cwd: folder });

test.each<[string, Partial<PythonArtifactPipelineProps>]>([
  ['tags', { publishOn: PublishTrigger.tags('v*') }],
  ['anyref', { publishOn: PublishTrigger.anyRef() }],
  ['environment', { publishOn: PublishTrigger.environment('release') }],
  ['noids', { publishers: [GitHubPublisher.repository('acme/orders')] }],
  [
    'other',
    { publishers: [GitHubPublisher.repository('acme/billing', { ownerId: '1', repositoryId: '42' })] },
  ],
])('what diff says of %s, explain says of the same token', async (name, props) => {
  const after = synthesize(name, props);
  const { code, stdout } = await run('diff', before, after, '--json');
  expect(code).toBe(ExitCode.NO);
  const [{ lines }] = JSON.parse(stdout).accounts;
  const gained = lines.find(
    ({ says, does }: { says: string; does: string }) => says === 'gains' && /^publish /.test(does),
  );
  writeFileSync(join(folder, 'claims.json'), JSON.stringify(gained.example.claims));
  const explain = (app: string) => run('explain', 'publish', '--claims', 'claims.json', '--app', app);
  const [was, is] = [await explain(before), await explain(after)];
  expect([was.code, is.code]).toEqual([ExitCode.NO, ExitCode.YES]);
});

test('of the same app nothing is gained or lost', async () => {
  expect(await run('diff', before, before)).toMatchObject({
    code: ExitCode.YES,
    stdout: 'Nobody gains, and nobody loses.\n',
  });
});
