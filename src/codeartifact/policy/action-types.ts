/** A type of resource that CodeArtifact has; `none` is that of what acts on no resource. */
export type ResourceType = 'domain' | 'repository' | 'package' | 'package-group' | 'none';

/**
 * The type of the resource that each action of CodeArtifact acts on.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodeartifact.html
 */
export const ACTION_RESOURCES: Record<string, ResourceType[]> = {
  ...on(
    ['domain'],
    [
      'DeleteDomain',
      'DeleteDomainPermissionsPolicy',
      'DescribeDomain',
      'GetAuthorizationToken',
      'GetDomainPermissionsPolicy',
      'ListPackageGroups',
      'ListRepositoriesInDomain',
      'PutDomainPermissionsPolicy',
    ],
  ),
  ...on(
    ['repository'],
    [
      'AssociateExternalConnection',
      'AssociateWithDownstreamRepository',
      'DeleteRepository',
      'DeleteRepositoryPermissionsPolicy',
      'DescribeRepository',
      'DisassociateExternalConnection',
      'GetRepositoryEndpoint',
      'GetRepositoryPermissionsPolicy',
      'ListPackages',
      'PutRepositoryPermissionsPolicy',
      'ReadFromRepository',
      'UpdateRepository',
    ],
  ),
  ...on(
    ['package'],
    [
      'DeletePackage',
      'DeletePackageVersions',
      'DescribePackage',
      'DescribePackageVersion',
      'DisposePackageVersions',
      'GetPackageVersionAsset',
      'GetPackageVersionReadme',
      'ListPackageVersionAssets',
      'ListPackageVersionDependencies',
      'ListPackageVersions',
      'PublishPackageVersion',
      'PutPackageMetadata',
      'PutPackageOriginConfiguration',
      'UpdatePackageVersionsStatus',
    ],
  ),
  ...on(['package', 'repository'], ['CopyPackageVersions']),
  ...on(
    ['package-group'],
    [
      'DeletePackageGroup',
      'DescribePackageGroup',
      'GetAssociatedPackageGroup',
      'ListAllowedRepositoriesForGroup',
      'ListAssociatedPackages',
      'ListSubPackageGroups',
      'UpdatePackageGroup',
      'UpdatePackageGroupOriginConfiguration',
    ],
  ),
  ...on(['domain', 'package-group', 'repository'], ['ListTagsForResource', 'TagResource', 'UntagResource']),
  ...on(
    ['none'],
    ['CreateDomain', 'CreatePackageGroup', 'CreateRepository', 'ListDomains', 'ListRepositories'],
  ),
};

function on(types: ResourceType[], actions: string[]): Record<string, ResourceType[]> {
  return Object.fromEntries(actions.map((action) => [action, types]));
}
