import { type Kind, objectWith } from '../../private/kinds';

/** What the constructs for GitHub take that is neither text nor number, with the factory that makes it. */
export const PUBLISHER: Kind = objectWith(
  '_publisherIdentity',
  'a GitHubPublisher',
  "GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })",
);
export const READER: Kind = objectWith(
  '_readerIdentity',
  'a GitHubReader',
  "GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' })",
);
export const TRIGGER: Kind = objectWith('_pushFilter', 'a PublishTrigger', "PublishTrigger.tags('v*.*.*')");
export const WORKFLOW_HOST: Kind = objectWith(
  '_jobWorkflowRef',
  'a WorkflowHost',
  "WorkflowHost.branch('acme/platform', 'main')",
);
export const ISSUER: Kind = objectWith('isRunByGitHub', 'a GitHubIssuer', "GitHubIssuer.enterprise('acme')");
export const PROVIDER: Kind = objectWith(
  'oidcProviderRef',
  'a provider of IAM for GitHub',
  "GitHubOidcProvider.fromAccount(this, 'GitHub')",
);
