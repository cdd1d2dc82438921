export {
  type GitHubOrganizationOptions,
  type GitHubRepositoryOptions,
  SubjectFormat,
} from './identity/identity';
export * from './identity/publisher';
export * from './identity/reader';
export { WorkflowHost } from './identity/workflow-host';
export * from './provider/issuer';
export {
  GitHubOidcProvider,
  type GitHubOidcProviderProps,
  type IGitHubOidcProvider,
} from './provider/oidc-provider';
export * from './roles/publish-role';
export * from './roles/read-role';
export * from './roles/role-options';
export { type EnvironmentTriggerOptions, PublishTrigger } from './trigger/publish-trigger';
export type { RequiredClaims } from './trust/required-claims';
