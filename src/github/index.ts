export {
  type GitHubOrganizationOptions,
  type GitHubRepositoryOptions,
  SubjectFormat,
} from './identity';
export * from './issuer';
export { GitHubOidcProvider, type GitHubOidcProviderProps, type IGitHubOidcProvider } from './oidc-provider';
export * from './publish-role';
export { type EnvironmentTriggerOptions, PublishTrigger } from './publish-trigger';
export * from './publisher';
export * from './read-role';
export * from './reader';
export * from './role-options';
export { WorkflowHost } from './workflow-host';
