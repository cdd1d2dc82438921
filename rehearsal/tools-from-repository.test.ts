import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BuildCommand, GitHubPublisher, PythonArtifactPipeline, WorkflowHost } from '../src';
import { TOOL_LOCK } from '../src/workflow/actions/tool-lock';
import { type Assembly, Scene } from './cases';
import { EXAMPLE, ORDERS, TAG } from './cases/example';
import { requireTools } from './python/tools';
import { openBackdrop } from './rehearse';
import type { RunResult } from './runner/request';
import type { Backdrop } from './stage';

/**
 * The example, but that its tools come from the repository. It is built by setuptools alone, in one release: the
 * stand-in for public PyPI has the wheels of this Python, and for an older one there are others.
 */
function assembly(): Assembly {
  const { account, region } = EXAMPLE;
  const [{ version, sha256 }] = TOOL_LOCK.setuptools.filter(({ marker }) => marker?.includes('>='));
  const newest = { version, sha256: [...sha256] };
  const stack = new Stack(new App(), 'PythonArtifacts', { env: { account, region } });
  const { files, reusablePath, caller } = new PythonArtifactPipeline(stack, 'Python', {
    domainName: EXAMPLE.domain,
    repositoryName: EXAMPLE.repository,
    organizationIds: [EXAMPLE.organization],
    publishers: [
      GitHubPublisher.repository(ORDERS.name, { ownerId: ORDERS.ownerId, repositoryId: ORDERS.repositoryId }),
    ],
    packages: ['acme-*'],
    workflow: {
      host: WorkflowHost.branch(EXAMPLE.host, EXAMPLE.hostBranch),
      buildCommand: BuildCommand.setupPySdist(),
      toolVersions: { setuptools: newest },
      toolsFromRepository: true,
    },
  }).workflow;
  return {
    template: Template.fromStack(stack).toJSON() as Assembly['template'],
    caller: { path: '.github/workflows/publish_python.yml', text: files[caller.path] },
    reusable: { path: reusablePath, text: files[reusablePath] },
    package: 'examples/package',
  };
}

let backdrop: Backdrop;
let scene: Scene;
let result: RunResult;

beforeAll(async () => {
  requireTools();
  backdrop = await openBackdrop();
  scene = await Scene.open(backdrop, assembly());
  result = await scene.run(await scene.freshStage(), ORDERS, TAG);
}, 300_000);

afterAll(async () => {
  await scene?.close();
  await backdrop?.close();
});

const logOf = (job: string, of = result) => of.jobs[`publish/${job}`]?.log.text ?? '';

test('a tag publishes with tools that came through the repository', () => {
  expect(Object.entries(result.jobs).map(([id, job]) => [id, job.failedStep ?? job.result])).toEqual(
    ['tools', 'build', 'verify', 'publish'].map((id) => [`publish/${id}`, 'success']),
  );
  expect(logOf('tools')).toMatch(/Saved \S+\/wheels\/twine-/);
  expect(logOf('publish')).toContain('acme_orders_sdk-1.2.3.tar.gz: published');
});

test.each([
  'build',
  'verify',
  'publish',
])('%s installs the wheels that were handed on, and downloads none', (job) => {
  expect(logOf(job)).toMatch(/Processing \S+\/wheels\/(twine|setuptools)-\S+\.whl/);
  expect(logOf(job)).not.toMatch(/Downloading |https?:\/\/\S+\/simple/);
});

test('the job that fetches can ask for an identity, and neither build nor verify', () => {
  const permissions = Object.fromEntries(result.started.map(({ id, permissions: own }) => [id, own]));
  expect(permissions).toEqual({
    'publish/tools': { 'id-token': 'write' },
    'publish/build': { contents: 'read' },
    'publish/verify': {},
    'publish/publish': { 'id-token': 'write' },
  });
});

test.each([
  ['verify', ['tools', 'build']],
  ['publish', ['tools', 'build', 'verify']],
])(
  'a wheel that was exchanged on the way is not installed by %s',
  async (job, done) => {
    const jobs = Object.fromEntries(done.map((id) => [`publish/${id}`, result.jobs[`publish/${id}`]]));
    const artifacts = result.artifacts.tamperedWith((path, content) =>
      path.startsWith('twine-') ? Buffer.concat([content, Buffer.from('evil')]) : content,
    );
    const stage = await scene.freshStage();
    const changed = await scene.run(stage, ORDERS, TAG, {
      earlier: { jobs, artifacts },
      until: `publish/${job}`,
    });
    expect(changed.jobs[`publish/${job}`]?.failedStep).toMatch(/^Install twine/);
    expect(logOf(job, changed)).toContain('DO NOT MATCH THE HASHES');
  },
  120_000,
);
