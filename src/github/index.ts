export * from './issuer';
export { GitHubOidcProvider, type GitHubOidcProviderProps, type IGitHubOidcProvider } from './oidc-provider';
export * from './publish-role';
export { type EnvironmentTriggerOptions, PublishTrigger } from './publish-trigger';
export * from './publisher';
export { WorkflowHost } from './workflow-host';
