/**
 * What CloudFormation calls to make a resource of a type, to read it, to change it and to take it away, as the types
 * publish it in CloudFormation's registry; as of October 2026.
 *
 * @see https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-codeartifact
 */
export const HANDLER_PERMISSIONS = {
  'AWS::CodeArtifact::Repository': {
    create: [
      'codeartifact:CreateRepository',
      'codeartifact:DescribeRepository',
      'codeartifact:PutRepositoryPermissionsPolicy',
      'codeartifact:GetRepositoryPermissionsPolicy',
      'codeartifact:AssociateExternalConnection',
      'codeartifact:AssociateWithDownstreamRepository',
      'codeartifact:TagResource',
      'codeartifact:ListTagsForResource',
    ],
    read: [
      'codeartifact:DescribeRepository',
      'codeartifact:GetRepositoryPermissionsPolicy',
      'codeartifact:ListTagsForResource',
    ],
    update: [
      'codeartifact:PutRepositoryPermissionsPolicy',
      'codeartifact:GetRepositoryPermissionsPolicy',
      'codeartifact:DeleteRepositoryPermissionsPolicy',
      'codeartifact:AssociateExternalConnection',
      'codeartifact:DisassociateExternalConnection',
      'codeartifact:UpdateRepository',
      'codeartifact:DescribeRepository',
      'codeartifact:AssociateWithDownstreamRepository',
      'codeartifact:TagResource',
      'codeartifact:UntagResource',
      'codeartifact:ListTagsForResource',
    ],
    delete: ['codeartifact:DeleteRepository', 'codeartifact:DescribeRepository'],
  },
  'AWS::CodeArtifact::PackageGroup': {
    create: [
      'codeartifact:CreatePackageGroup',
      'codeartifact:DescribePackageGroup',
      'codeartifact:UpdatePackageGroup',
      'codeartifact:UpdatePackageGroupOriginConfiguration',
      'codeartifact:ListAllowedRepositoriesForGroup',
      'codeartifact:ListTagsForResource',
      'codeartifact:TagResource',
    ],
    read: [
      'codeartifact:DescribePackageGroup',
      'codeartifact:ListAllowedRepositoriesForGroup',
      'codeartifact:ListTagsForResource',
    ],
    update: [
      'codeartifact:UpdatePackageGroup',
      'codeartifact:UpdatePackageGroupOriginConfiguration',
      'codeartifact:DescribePackageGroup',
      'codeartifact:ListAllowedRepositoriesForGroup',
      'codeartifact:ListTagsForResource',
      'codeartifact:TagResource',
      'codeartifact:UntagResource',
    ],
    delete: ['codeartifact:DeletePackageGroup', 'codeartifact:DescribePackageGroup'],
  },
};

/** The property of a template that alone has CloudFormation call an action. */
const CALLED_FOR: Record<string, string> = {
  'codeartifact:AssociateExternalConnection': 'ExternalConnections',
  'codeartifact:DisassociateExternalConnection': 'ExternalConnections',
  'codeartifact:AssociateWithDownstreamRepository': 'Upstreams',
  'codeartifact:TagResource': 'Tags',
  'codeartifact:UntagResource': 'Tags',
};

/** What CloudFormation calls, by what it acts on. */
export interface CalledActions {
  readonly onDomain: string[];
  readonly onResource: string[];
  readonly onUpstreams: string[];
}

/** What CloudFormation calls for a resource that has these properties in the template. */
export function calledActions(
  type: keyof typeof HANDLER_PERMISSIONS,
  properties: ReadonlySet<string>,
): CalledActions {
  const published = new Set(Object.values(HANDLER_PERMISSIONS[type]).flat());
  const called = [...published].filter((action) => {
    const property = CALLED_FOR[action];
    return property === undefined || properties.has(property);
  });
  const isCreating = (action: string) => action.startsWith('codeartifact:Create');
  const isLinking = (action: string) => action === 'codeartifact:AssociateWithDownstreamRepository';
  return {
    onDomain: called.filter(isCreating),
    onResource: called.filter((action) => !isCreating(action) && !isLinking(action)),
    onUpstreams: called.filter(isLinking),
  };
}
