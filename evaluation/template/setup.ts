import { type AttachedPolicy, type Policy, readPolicy } from '../authorization';
import { Refusal } from '../refusal';
import { type PackageGroup, readPackageGroup } from './package-groups';
import type { ResolvedResource, ResolvedTemplate } from './resolve';
import { checkTrustOnWrite } from './trust-on-write';

export interface Domain {
  readonly name: string;
  readonly owner: string;
  readonly arn: string;
  readonly policy?: AttachedPolicy;
}

export interface Repository {
  readonly name: string;
  readonly domain: string;
  readonly arn: string;
  readonly description?: string;
  /** Names, in the order they are searched. */
  readonly upstreams: readonly string[];
  readonly externalConnection?: string;
  readonly policy?: AttachedPolicy;
}

export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly trust: Policy;
  readonly policies: readonly Policy[];
  readonly maxSessionSeconds: number;
}

export interface OidcProvider {
  readonly arn: string;
  readonly url: string;
  readonly audiences: readonly string[];
}

/** What is there after a template was deployed. */
export interface Setup {
  readonly domains: readonly Domain[];
  readonly repositories: readonly Repository[];
  readonly packageGroups: readonly PackageGroup[];
  readonly roles: readonly Role[];
  readonly providers: readonly OidcProvider[];
}

/** Resources that a setup leaves out. */
const IRRELEVANT = new Set(['AWS::CDK::Metadata', 'AWS::KMS::Key', 'AWS::KMS::Alias']);

/** The types of resources that a setup is made of. */
export const SETUP_TYPES: readonly string[] = [
  'AWS::CodeArtifact::Domain',
  'AWS::CodeArtifact::Repository',
  'AWS::CodeArtifact::PackageGroup',
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::OIDCProvider',
];

/** Reads the resources of a resolved template; refuses a resource type it would have to ignore. */
export function readSetup({ resources }: ResolvedTemplate): Setup {
  const take = (type: string) => resources.filter((resource) => resource.type === type);
  for (const { type, logicalId } of resources) {
    if (!SETUP_TYPES.includes(type) && !IRRELEVANT.has(type)) {
      throw new Refusal(`${logicalId}: resources of type ${type} are not known`);
    }
  }
  return {
    domains: take('AWS::CodeArtifact::Domain').map(readDomain),
    repositories: take('AWS::CodeArtifact::Repository').map(readRepository),
    packageGroups: take('AWS::CodeArtifact::PackageGroup').map(readPackageGroup),
    roles: take('AWS::IAM::Role').map((role) => readRole(role, take('AWS::IAM::Policy'))),
    providers: take('AWS::IAM::OIDCProvider').map(({ ref, properties }) => ({
      arn: String(ref),
      url: String(properties.Url),
      audiences: (properties.ClientIdList ?? []) as string[],
    })),
  };
}

function readDomain({ properties: p, attributes }: ResolvedResource): Domain {
  const arn = String(attributes.Arn);
  const name = String(p.DomainName);
  return { name, owner: String(attributes.Owner), arn, policy: attached(`policy of domain ${name}`, p, arn) };
}

function readRepository({ properties: p, attributes }: ResolvedResource): Repository {
  const arn = String(attributes.Arn);
  const name = String(p.RepositoryName);
  const connections = (p.ExternalConnections ?? []) as string[];
  const upstreams = (p.Upstreams ?? []) as string[];
  if (connections.length > 1 || (connections.length && upstreams.length)) {
    throw new Refusal(`repository ${name}: one external connection, or upstreams, and not more`);
  }
  return {
    name,
    domain: String(p.DomainName),
    arn,
    description: p.Description as string | undefined,
    upstreams,
    externalConnection: connections[0],
    policy: attached(`policy of repository ${name}`, p, arn),
  };
}

function attached(
  name: string,
  p: Readonly<Record<string, unknown>>,
  arn: string,
): AttachedPolicy | undefined {
  const document = p.PermissionsPolicyDocument;
  return document ? { policy: readPolicy(name, document), attachedTo: arn } : undefined;
}

function readRole({ properties: p, ref, attributes }: ResolvedResource, policies: ResolvedResource[]): Role {
  for (const key of ['ManagedPolicyArns', 'PermissionsBoundary']) {
    if (p[key]) throw new Refusal(`role ${ref}: ${key} is not known`);
  }
  const inline = (p.Policies ?? []) as { PolicyName: string; PolicyDocument: unknown }[];
  const own = policies.filter(({ properties }) =>
    ((properties.Roles ?? []) as string[]).includes(String(ref)),
  );
  const documents = [
    ...inline,
    ...own.map(({ properties }) => properties as { PolicyName: string; PolicyDocument: unknown }),
  ];
  const arn = String(attributes.Arn);
  const trust = readPolicy(`trust policy of role ${ref}`, p.AssumeRolePolicyDocument);
  checkTrustOnWrite(trust);
  return {
    name: String(ref),
    arn,
    account: String(arn.split(':')[4]),
    trust,
    policies: documents.map((d) => readPolicy(`policy ${d.PolicyName} of role ${ref}`, d.PolicyDocument)),
    maxSessionSeconds: Number(p.MaxSessionDuration ?? 3600),
  };
}
