export { effectiveMode, type Origin, type PackageGroup } from './package-groups';
export {
  type ResolvedResource,
  type ResolvedTemplate,
  resolveEach,
  resolveTemplate,
  type Template,
} from './resolve';
export type { Environment } from './resources';
export {
  type Domain,
  type OidcProvider,
  type Repository,
  type Role,
  readSetup,
  SETUP_TYPES,
  type Setup,
} from './setup';
