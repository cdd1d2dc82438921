/**
 * The actions of this library by the type of the resource that they act on.
 *
 * An action on a resource of another type allows nothing, silently; so each list stands on its own.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodeartifact.html
 */

/** On a domain: what a member of an organization may see of it, and the token to log in. */
export const DOMAIN_ACTIONS = [
  'codeartifact:ListRepositoriesInDomain',
  'codeartifact:GetDomainPermissionsPolicy',
  'codeartifact:GetAuthorizationToken',
  'codeartifact:DescribeDomain',
];

/** On a repository: reading and finding packages. */
export const REPOSITORY_READ_ACTIONS = [
  'codeartifact:ReadFromRepository',
  'codeartifact:ListPackages',
  'codeartifact:GetRepositoryEndpoint',
  'codeartifact:DescribeRepository',
];

/** On a package: looking at its versions. */
export const PACKAGE_READ_ACTIONS = [
  'codeartifact:ListPackageVersions',
  'codeartifact:ListPackageVersionDependencies',
  'codeartifact:ListPackageVersionAssets',
  'codeartifact:GetPackageVersionReadme',
  'codeartifact:DescribePackageVersion',
];

/** On a package: writing its versions. */
export const PACKAGE_PUBLISH_ACTIONS = [
  'codeartifact:PutPackageMetadata',
  'codeartifact:PublishPackageVersion',
];

/** On a domain: all that a client needs of it to install. */
export const DOMAIN_TOKEN_ACTIONS = ['codeartifact:GetAuthorizationToken'];

/** On a repository: all that a client needs of it to install. */
export const REPOSITORY_INSTALL_ACTIONS = [
  'codeartifact:ReadFromRepository',
  'codeartifact:GetRepositoryEndpoint',
];

/** On `*`, which is the only resource that STS has for it. */
export const BEARER_TOKEN_ACTIONS = ['sts:GetServiceBearerToken'];

/** On a package and on the repository that it is copied to. */
export const PACKAGE_AND_REPOSITORY_COPY_ACTIONS = ['codeartifact:CopyPackageVersions'];

/** On a repository: all that copying needs of the one that it copies from. */
export const REPOSITORY_SOURCE_ACTIONS = ['codeartifact:ReadFromRepository'];

/** On a package: publishing, unlisting and archiving versions that are there. */
export const PACKAGE_STATUS_ACTIONS = ['codeartifact:UpdatePackageVersionsStatus'];

/** On a package: taking the files of versions away for good, so that nobody can publish others in their place. */
export const PACKAGE_DISPOSE_ACTIONS = ['codeartifact:DisposePackageVersions'];
