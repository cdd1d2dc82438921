import { GitHubOidcProvider, GitHubPublisher, PythonArtifactPipeline } from 'cdk-python-artifact-pipeline';
import { inStacks, synthesize } from './synthesize';

synthesize((app, count) => {
  inStacks(app, count, (stack, indexes) => {
    const oidcProvider =
      indexes[0] === 0
        ? new GitHubOidcProvider(stack, 'GitHub')
        : GitHubOidcProvider.fromAccount(stack, 'GitHub');
    for (const index of indexes) {
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
  });
});
