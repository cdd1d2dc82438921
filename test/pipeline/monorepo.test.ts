import { App, Stack } from 'aws-cdk-lib';
import { starts } from '../../rehearsal/runner/trigger';
import { readWorkflow } from '../../rehearsal/runner/workflow';
import { GitHubPublisher, type PackagePublisher, PublishTrigger, PythonArtifactPipeline } from '../../src';

const SDKS = GitHubPublisher.repository('acme/sdks', { ownerId: '1234', repositoryId: '6543' });
const NAMES = ['orders', 'billing'];

function monorepo(): Record<string, PackagePublisher> {
  const stack = new Stack(new App(), 'Artifacts', { env: { account: '111111111111', region: 'us-east-1' } });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/tools', { ownerId: '1234', repositoryId: '7654' })],
    packages: ['acme-tools'],
  });
  return Object.fromEntries(
    NAMES.map((name) => [
      name,
      pipeline.addPublisher(name, {
        publishers: [SDKS],
        packages: [`${name}-sdk`],
        publishOn: PublishTrigger.tags(`${name}-v*.*.*`),
        workflow: { workingDirectory: `packages/${name}` },
      }),
    ]),
  );
}

describe('packages of one repository with a publisher each', () => {
  const publishers = monorepo();

  test.each([
    ['orders-v1.2.3', ['orders']],
    ['billing-v1.2.3', ['billing']],
    ['v1.2.3', []],
  ])('the tag %s starts the workflow of %j, and the others skip', (tag, started) => {
    const event = { name: 'push', ref: `refs/tags/${tag}` } as const;
    const found = NAMES.filter((name) => {
      const { caller } = publishers[name].workflow;
      return starts(readWorkflow(caller.path, caller.text), event);
    });
    expect(found).toEqual(started);
  });

  test('each has a folder, packages and files of its own', () => {
    const paths = NAMES.map((name) => publishers[name].workflow.reusablePath);
    expect(paths).toEqual(NAMES.map((name) => `.github/workflows/codeartifact_python_${name}.yml`));
    for (const name of NAMES) {
      const { reusable, caller } = publishers[name].workflow;
      expect(caller.text).toContain(`working_directory: packages/${name}\n`);
      expect(reusable.text).toContain(`PACKAGES: ${name}-sdk\n`);
      expect(reusable.text).toContain(`TAG_PATTERNS: all ${name}-^v*.*.*\n`);
    }
  });
});
