import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubPublishRole,
  Repository,
} from 'cdk-python-artifact-pipeline';
import { newStack, synthesize } from '../synthesize';

synthesize((app) => {
  const stack = newStack(app, 0);
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  const repository = Repository.fromRepositoryAttributes(stack, 'Repository', {
    domain,
    repositoryName: 'python',
  });
  new GitHubPublishRole(stack, 'Role', {
    repository,
    oidcProvider: new GitHubOidcProvider(stack, 'GitHub'),
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
    roleName: 'Role',
    description: 'Publishes Python packages to acme/python from GitHub Actions',
  });
});
