import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Domain, GitHubPublisher, PythonArtifactPipeline, type PythonArtifactPipelineProps } from '../../src';
import { ExitCode } from '../command';
import { assemblyOf, assemblyOfPipeline, ORDERS } from '../testing/pipeline';
import { runCommand } from '../testing/run';
import { KINDS } from './kinds';

const SPEC = loadAwsServiceSpecSync();
const BEFORE = assemblyOfPipeline();
const withId = (id: string, props: Partial<PythonArtifactPipelineProps> = {}) =>
  assemblyOf((stack) => {
    new PythonArtifactPipeline(stack, id, {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [ORDERS],
      packages: ['acme-*'],
      workflow: { writeFiles: false },
      ...props,
    });
  });

async function movesTo(after: string, before = BEFORE) {
  const { code, stdout } = await runCommand(['diff', before, after, '--json'], { cwd: '.' });
  const { accounts } = JSON.parse(stdout);
  const moves = accounts.flatMap((one: { moves: object[] }) => one.moves);
  return { code, moves, texts: moves.map(({ text }: { text: string }) => text) };
}

test('nothing moves where nothing changes, and where something is added', async () => {
  expect(await movesTo(BEFORE)).toMatchObject({ code: ExitCode.YES, texts: [] });
  const more = assemblyOfPipeline({}, (pipeline) => {
    pipeline.addPublisher('Lab', {
      publishers: [GitHubPublisher.repository('acme/lab', { ownerId: '1234', repositoryId: '7890' })],
      packages: ['lab-*'],
    });
  });
  expect((await movesTo(more)).texts).toEqual([]);
});

test('another domainName is a new, empty domain, and the old one is kept', async () => {
  const { code, moves } = await movesTo(assemblyOfPipeline({ domainName: 'acme2' }));
  expect(code).toBe(ExitCode.NO);
  expect(moves).toContainEqual({
    text: 'domain acme becomes acme2',
    result:
      'The new one is empty, and has URLs of its own. The old one is kept. It keeps its repositories and packages.',
    advice: 'Give the old name back, unless another domain is meant.',
  });
  expect(moves).toContainEqual(
    expect.objectContaining({ text: 'repository acme/python becomes acme2/python' }),
  );
});

test('another construct id makes the deployment fail, and is to be refactored or imported', async () => {
  const { moves } = await movesTo(withId('Artifacts'), withId('Python'));
  expect(moves).toContainEqual({
    text: expect.stringMatching(/^domain acme moves: it was PythonDomain\w+ and is ArtifactsDomain\w+$/),
    result: 'The deployment fails with "already exists": the new one has the name of the old one.',
    advice:
      'Before anything else is changed, run "npx cdk refactor --unstable=refactor", or give the old construct ids back. ' +
      'Or deploy without it, which keeps it, and take it back by "npx cdk import" with importMapping().',
  });
  const texts = moves.map(({ text }: { text: string }) => text).join('\n');
  expect(texts).toMatch(/repository acme\/pypi-store moves[\s\S]*repository acme\/python moves/);
  expect(texts).toContain('package group /pypi//acme-* of acme moves');
  expect(texts).toContain('OIDC provider token.actions.githubusercontent.com moves');
  expect(texts).toMatch(/role PythonArtifacts-Python-Publisher-\S+ becomes PythonArtifacts-Publisher-\S+/);
});

test('a key that is added makes the deployment fail', async () => {
  const after = assemblyOf((stack) => {
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey: new kms.Key(stack, 'Key') });
  });
  const before = assemblyOf((stack) => {
    new Domain(stack, 'Domain', { domainName: 'acme' });
  });
  const { moves } = await movesTo(after, before);
  expect(moves).toEqual([
    {
      text: expect.stringMatching(
        /^domain acme is replaced: EncryptionKey was not given and is arn:aws:kms:us-east-1:111111111111:key\/Key\w+$/,
      ),
      result: expect.stringContaining('fails with "already exists"'),
      advice: 'Take the change back: no domain can change that.',
    },
  ]);
});

test('packages that are taken away leave their group behind', async () => {
  const { moves } = await movesTo(assemblyOfPipeline({ packages: undefined }));
  expect(moves).toEqual([
    {
      text: 'package group /pypi//acme-* of acme leaves its stack and is kept',
      result: 'It goes on to say where these names may come from.',
      advice: 'Delete it by hand where nobody needs it. Back in the app, it has to come by "npx cdk import".',
    },
  ]);
});

test('other packages are another group beside the old one', async () => {
  const { moves } = await movesTo(assemblyOfPipeline({ packages: ['shop-*'] }));
  expect(moves).toContainEqual(
    expect.objectContaining({
      result: 'It goes on to say where these names may come from. Beside it is made: /pypi//shop-* of acme.',
    }),
  );
});

test('what is not retained is deleted, with what that means', async () => {
  const before = withId('Python', { removalPolicy: RemovalPolicy.DESTROY });
  const after = assemblyOf((stack) => {
    new Domain(stack, 'Other', { domainName: 'other' });
  });
  expect((await movesTo(after, before)).moves).toContainEqual({
    text: 'repository acme/python is deleted',
    result: 'All its packages are deleted with it.',
    advice: 'Leave it in the app, or give it RemovalPolicy.RETAIN in a deployment before.',
  });
});

test('another stack has what was in this one', async () => {
  const after = assemblyOf((stack) => {
    const other = new Stack(stack.node.root as never, 'Shared', {
      env: { account: stack.account, region: stack.region },
    });
    new Domain(other, 'Domain', { domainName: 'acme' });
  });
  const { texts } = await movesTo(after, BEFORE);
  expect(texts).toContainEqual(
    expect.stringMatching(/^domain acme moves: it was \w+ of PythonArtifacts and is Domain\w+ of Shared$/),
  );
});

test('what is meant is allowed by its line, and is told so', async () => {
  const after = assemblyOfPipeline({ packages: undefined });
  const line = 'package group /pypi//acme-* of acme leaves its stack and is kept';
  const all = ['diff', BEFORE, after, '--allow', line];
  const { stdout } = await runCommand(all, { cwd: '.' });
  expect(stdout).toContain(`What moves, in account 111111111111\n  ! ${line} (allowed)\n      It goes on`);
  const markdown = await runCommand([...all, '--markdown'], { cwd: '.' });
  expect(markdown.stdout).toContain(
    `| what | what comes of it | what to do |\n|---|---|---|\n| ${line} (allowed) |`,
  );
  const { unusedAllowances } = JSON.parse((await runCommand([...all, '--json'], { cwd: '.' })).stdout);
  expect(unusedAllowances).toEqual([]);
});

test.each(Object.entries(KINDS))('what is fixed of %s is what CloudFormation says', (type, { fixed }) => {
  const [resource] = SPEC.lookup('resource', 'cloudFormationType', 'equals', type);
  const replacing = Object.entries(resource?.properties ?? {}).filter(
    ([, { causesReplacement }]) => (causesReplacement ?? 'no') !== 'no',
  );
  expect(replacing.map(([name]) => name).sort()).toEqual([...fixed].sort());
});
