import { type App, Stack } from 'aws-cdk-lib';
import { GitHubOidcProvider, GitHubPublisher, PythonArtifactPipeline } from 'cdk-python-artifact-pipeline';
import { PIPELINES_PER_STACK, synthesize } from './synthesize';

synthesize((app: App, count: number) => {
  for (let first = 0; first < count; first += PIPELINES_PER_STACK) {
    const env = { account: '111111111111', region: 'us-east-1' };
    const stack = new Stack(app, `Stack${first}`, { env });
    const oidcProvider =
      first === 0 ? new GitHubOidcProvider(stack, 'GitHub') : GitHubOidcProvider.fromAccount(stack, 'GitHub');
    for (let index = first; index < Math.min(count, first + PIPELINES_PER_STACK); index++) {
      new PythonArtifactPipeline(stack, `Python${index}`, {
        domainName: `acme-${index}`,
        repositoryName: 'python',
        organizationIds: ['o-a1b2c3d4e5'],
        publishers: [
          GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),
        ],
        oidcProvider,
        workflow: { writeFiles: process.env.GIT_ROOT !== undefined, gitRoot: process.env.GIT_ROOT },
      });
    }
  }
});
