import type { Stack } from 'aws-cdk-lib';
import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubPublishRole,
  type GitHubPublishRoleProps,
  type IRepository,
  Repository,
} from '../../src';

/** The repository that examples publish to. */
export function acmePython(stack: Stack): IRepository {
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  return Repository.fromRepositoryAttributes(stack, 'Repository', { domain, repositoryName: 'python' });
}

/** A publish role, of `acme/orders-sdk` without ids unless something else is said. */
export function publishRole(stack: Stack, props: Partial<GitHubPublishRoleProps> = {}): GitHubPublishRole {
  return new GitHubPublishRole(stack, 'Role', {
    publishers: [GitHubPublisher.repository('acme/orders-sdk')],
    ...props,
    repository: props.repository ?? acmePython(stack),
    oidcProvider: props.oidcProvider ?? GitHubOidcProvider.fromAccount(stack, 'Provider'),
  });
}
