/** What CloudFormation calls to make a resource of a type, to change it and to take it away. */
export interface HandlerPermissions {
  readonly create: string;
  /** On the resource, for every one. */
  readonly always: string[];
  /** On the resource, by the property of the template that they are for. */
  readonly ifThereIs: Record<string, string[]>;
  /** On each upstream. */
  readonly onUpstreams?: string[];
}

const TAGS = ['codeartifact:TagResource', 'codeartifact:UntagResource'];

/**
 * The actions of the handlers `create`, `read`, `update` and `delete`, as the types publish them in the registry of
 * CloudFormation; read in the schemas of October 2026.
 *
 * @see https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-codeartifact
 */
export const HANDLER_PERMISSIONS = {
  'AWS::CodeArtifact::Repository': {
    create: 'codeartifact:CreateRepository',
    always: [
      'codeartifact:DescribeRepository',
      'codeartifact:UpdateRepository',
      'codeartifact:DeleteRepository',
      'codeartifact:GetRepositoryPermissionsPolicy',
      'codeartifact:PutRepositoryPermissionsPolicy',
      'codeartifact:DeleteRepositoryPermissionsPolicy',
      'codeartifact:ListTagsForResource',
    ],
    ifThereIs: {
      ExternalConnections: [
        'codeartifact:AssociateExternalConnection',
        'codeartifact:DisassociateExternalConnection',
      ],
      Tags: TAGS,
    },
    onUpstreams: ['codeartifact:AssociateWithDownstreamRepository'],
  },
  'AWS::CodeArtifact::PackageGroup': {
    create: 'codeartifact:CreatePackageGroup',
    always: [
      'codeartifact:DescribePackageGroup',
      'codeartifact:UpdatePackageGroup',
      'codeartifact:DeletePackageGroup',
      'codeartifact:UpdatePackageGroupOriginConfiguration',
      'codeartifact:ListAllowedRepositoriesForGroup',
      'codeartifact:ListTagsForResource',
    ],
    ifThereIs: { Tags: TAGS },
  },
} satisfies Record<string, HandlerPermissions>;
