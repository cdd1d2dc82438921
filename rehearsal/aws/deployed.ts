import type { ResolvedResource } from '../../evaluation/template';
import type { Cloud } from './cloud';
import type { Call } from './codeartifact';
import { AwsError } from './errors';

/** What CloudFormation made of a template, as it was written there. */
export interface DeployedStack {
  readonly stackName: string;
  readonly resources: readonly ResolvedResource[];
}

export type Deployed = readonly DeployedStack[];

type Restriction = { RestrictionMode: string; Repositories?: string[] };

const RESTRICTIONS: Readonly<Record<string, string>> = {
  Publish: 'PUBLISH',
  ExternalUpstream: 'EXTERNAL_UPSTREAM',
  InternalUpstream: 'INTERNAL_UPSTREAM',
};

/** The operations of CodeArtifact that show policies and package groups. */
export function codeArtifactLookups(
  cloud: Cloud,
  deployed: () => Deployed,
): Record<string, (call: Call) => unknown> {
  const resource = (type: string, fits: (properties: Record<string, unknown>) => boolean, what: string) => {
    const found = resourcesOf(deployed()).find(
      (one) => one.type === `AWS::CodeArtifact::${type}` && fits(one.properties),
    );
    if (!found) throw new AwsError(404, 'ResourceNotFoundException', `${what} not found`);
    return found;
  };
  const policy = (call: Call, action: string, { properties, attributes }: ResolvedResource) => {
    cloud.demand(call.identity, action, String(attributes.Arn));
    const document = properties.PermissionsPolicyDocument;
    if (!document) throw new AwsError(404, 'ResourceNotFoundException', 'Policy not found');
    return { policy: { resourceArn: attributes.Arn, revision: '1', document: JSON.stringify(document) } };
  };
  const group = (call: Call, action: string) => {
    const pattern = call.query.get('package-group');
    const found = resource('PackageGroup', (p) => p.Pattern === pattern, `Package group '${pattern}'`);
    cloud.demand(call.identity, action, String(found.attributes.Arn));
    const { Restrictions = {} } = (found.properties.OriginConfiguration ?? {}) as {
      Restrictions?: Record<string, Restriction>;
    };
    return { found, restrictions: Restrictions };
  };
  return {
    'GET /v1/domain/permissions/policy': (call) => {
      const name = call.query.get('domain');
      const domain = resource('Domain', (p) => p.DomainName === name, `Domain '${name}'`);
      return policy(call, 'codeartifact:GetDomainPermissionsPolicy', domain);
    },
    'GET /v1/repository/permissions/policy': (call) => {
      const name = call.query.get('repository');
      const repository = resource('Repository', (p) => p.RepositoryName === name, `Repository '${name}'`);
      return policy(call, 'codeartifact:GetRepositoryPermissionsPolicy', repository);
    },
    'GET /v1/package-group': (call) => {
      const { found, restrictions } = group(call, 'codeartifact:DescribePackageGroup');
      const shown = Object.entries(RESTRICTIONS).map(([property, name]) => {
        const { RestrictionMode: mode = 'INHERIT', Repositories = [] } = restrictions[property] ?? {};
        const effectiveMode = mode === 'INHERIT' ? 'ALLOW' : mode;
        return [name, { mode, effectiveMode, repositoriesCount: Repositories.length }];
      });
      const { Pattern: pattern, DomainName: domainName } = found.properties;
      const originConfiguration = { restrictions: Object.fromEntries(shown) };
      return { packageGroup: { arn: found.attributes.Arn, pattern, domainName, originConfiguration } };
    },
    'GET /v1/package-group-allowed-repositories': (call) => {
      const { restrictions } = group(call, 'codeartifact:ListAllowedRepositoriesForGroup');
      const type = call.query.get('originRestrictionType');
      const [property = ''] = Object.entries(RESTRICTIONS).find(([, name]) => name === type) ?? [];
      return { allowedRepositories: restrictions[property]?.Repositories ?? [] };
    },
  };
}

const resourcesOf = (deployed: Deployed) => deployed.flatMap(({ resources }) => resources);

/** What IAM and CloudFormation answer, by the action and its parameters. */
export function queryLookups(
  deployed: () => Deployed,
): Record<string, (parameters: URLSearchParams) => Record<string, unknown>> {
  const resources = (type: string) =>
    resourcesOf(deployed()).filter((one) => one.type === `AWS::IAM::${type}`);
  const role = (parameters: URLSearchParams) => {
    const name = parameters.get('RoleName');
    const found = resources('Role').find(({ ref }) => ref === name);
    if (!found) throw new AwsError(404, 'NoSuchEntity', `The role with name ${name} cannot be found.`);
    return found;
  };
  const policiesOf = (parameters: URLSearchParams) => {
    const { ref, properties } = role(parameters);
    const own = resources('Policy').filter((policy) =>
      ((policy.properties.Roles ?? []) as unknown[]).includes(ref),
    );
    return [...((properties.Policies ?? []) as object[]), ...own.map((policy) => policy.properties)] as {
      PolicyName: string;
      PolicyDocument: unknown;
    }[];
  };
  const encoded = (document: unknown) => encodeURIComponent(JSON.stringify(document));
  return {
    GetOpenIDConnectProvider: (parameters) => {
      const arn = parameters.get('OpenIDConnectProviderArn');
      const found = resources('OIDCProvider').find(({ ref }) => ref === arn);
      if (!found) throw new AwsError(404, 'NoSuchEntity', `OpenIDConnect Provider not found for arn ${arn}`);
      const { Url, ClientIdList = [] } = found.properties;
      return { Url: String(Url).replace('https://', ''), ClientIDList: ClientIdList, ThumbprintList: [] };
    },
    GetRole: (parameters) => {
      const { ref, attributes, properties } = role(parameters);
      const boundary = properties.PermissionsBoundary;
      return {
        Role: {
          Path: properties.Path ?? '/',
          RoleName: ref,
          RoleId: attributes.RoleId,
          Arn: attributes.Arn,
          CreateDate: '2026-01-01T00:00:00Z',
          AssumeRolePolicyDocument: encoded(properties.AssumeRolePolicyDocument),
          MaxSessionDuration: properties.MaxSessionDuration ?? 3600,
          ...(boundary !== undefined && {
            PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary },
          }),
        },
      };
    },
    ListRolePolicies: (parameters) => ({
      PolicyNames: policiesOf(parameters).map(({ PolicyName }) => PolicyName),
      IsTruncated: false,
    }),
    GetRolePolicy: (parameters) => {
      const name = parameters.get('PolicyName');
      const found = policiesOf(parameters).find(({ PolicyName }) => PolicyName === name);
      if (!found)
        throw new AwsError(404, 'NoSuchEntity', `The role policy with name ${name} cannot be found.`);
      return {
        RoleName: role(parameters).ref,
        PolicyName: name,
        PolicyDocument: encoded(found.PolicyDocument),
      };
    },
    ListAttachedRolePolicies: (parameters) => ({
      AttachedPolicies: ((role(parameters).properties.ManagedPolicyArns ?? []) as string[]).map(
        (PolicyArn) => ({
          PolicyName: PolicyArn.split('/').pop(),
          PolicyArn,
        }),
      ),
      IsTruncated: false,
    }),
    ListStackResources: (parameters) => {
      const name = parameters.get('StackName');
      const stack = deployed().find(({ stackName }) => stackName === name);
      if (!stack) throw new AwsError(400, 'ValidationError', `Stack with id ${name} does not exist`);
      return {
        StackResourceSummaries: stack.resources.map(({ logicalId, type, ref }) => ({
          LogicalResourceId: logicalId,
          PhysicalResourceId: ref ?? logicalId,
          ResourceType: type,
          LastUpdatedTimestamp: '2026-01-01T00:00:00Z',
          ResourceStatus: 'CREATE_COMPLETE',
        })),
      };
    },
  };
}
