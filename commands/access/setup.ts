import { Refusal } from '../../evaluation/refusal';
import {
  type Environment,
  type ResolvedResource,
  resolveEach,
  type Template,
} from '../../evaluation/template';
import { OPEN } from './policy/conditions';
import { readStatements, type Statement } from './policy/statement';

/** Somebody of the account who has policies, and who may be that. */
export interface Identity {
  readonly kind: 'role' | 'user';
  readonly name: string;
  readonly arn: string;
  readonly trust: readonly Statement[];
  readonly policies: readonly Statement[];
  /** What limits them all; each has to allow. */
  readonly boundaries: readonly (readonly Statement[])[];
  /** What else they may have, or be limited by, that the templates do not say. */
  readonly openPolicies: readonly string[];
  readonly openBoundaries: readonly string[];
}

/** The policy of a domain or repository. */
export interface ResourcePolicy {
  readonly of: 'domain' | 'repository';
  readonly domain: string;
  readonly repository?: string;
  readonly arn: string;
  readonly statements: readonly Statement[];
}

export type Origin = 'Publish' | 'ExternalUpstream' | 'InternalUpstream';

export interface Group {
  readonly domain: string;
  readonly pattern: string;
  readonly restrictions: Readonly<
    Partial<Record<Origin, { readonly mode: string; readonly repositories: readonly string[] }>>
  >;
}

export interface RepositorySetup {
  readonly domain: string;
  readonly name: string;
  readonly arn: string;
  readonly upstreams: readonly string[];
  readonly connections: readonly string[];
}

/** What some templates make, deployed together, as far as it decides who may do what. */
export interface AccessSetup {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly identities: readonly Identity[];
  readonly resourcePolicies: readonly ResourcePolicy[];
  readonly repositories: readonly RepositorySetup[];
  readonly groups: readonly Group[];
  /** Audiences by the ARN of the provider. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  /** What can't be read, and so may let in anybody. */
  readonly unread: readonly string[];
}

/** A template, and where it is deployed. */
export interface PlacedTemplate {
  readonly template: Template;
  readonly environment: Environment;
}

/** The account of a template that does not say one. */
export const ANY_ACCOUNT = '000000000000';

const DECIDING =
  /^AWS::(IAM::(Role|User|Policy|ManagedPolicy|RolePolicy|UserPolicy|OIDCProvider)|CodeArtifact::\w+)$/;
type Properties = Readonly<Record<string, unknown>>;
const list = (value: unknown): string[] =>
  value === undefined ? [] : ([value].flat() as unknown[]).map(String);

/** Reads the templates of one account, those that use the exports of others after these. */
export function readAccess(templates: readonly PlacedTemplate[]): AccessSetup {
  const resources: ResolvedResource[] = [];
  const unread: string[] = [];
  for (const { template, environment } of templates) {
    for (const [id, resolved] of resolveEach(template, withOpenValues(template, environment))) {
      if (!DECIDING.test(template.Resources?.[id]?.Type ?? '')) continue;
      if (resolved instanceof Refusal) unread.push(resolved.message);
      else resources.push(resolved);
    }
  }
  const take = (...types: string[]) => resources.filter(({ type }) => types.includes(type));
  const {
    account,
    region,
    partition = 'aws',
  } = templates[0]?.environment ?? { account: ANY_ACCOUNT, region: 'us-east-1' };
  return {
    account,
    region,
    partition,
    identities: take('AWS::IAM::Role', 'AWS::IAM::User').map((one) => readIdentity(one, take)),
    resourcePolicies: take('AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository').map(
      readResourcePolicy,
    ),
    repositories: take('AWS::CodeArtifact::Repository').map(({ properties: p, attributes }) => ({
      domain: String(p.DomainName),
      name: String(p.RepositoryName),
      arn: String(attributes.Arn),
      upstreams: list(p.Upstreams),
      connections: list(p.ExternalConnections),
    })),
    groups: take('AWS::CodeArtifact::PackageGroup').map(readGroup),
    providers: new Map(
      take('AWS::IAM::OIDCProvider').map(({ ref, properties }) => [
        String(ref),
        list(properties.ClientIdList),
      ]),
    ),
    unread,
  };
}

/** What only deployment knows keeps its name, so that it is the same wherever it stands. */
function withOpenValues(template: Template, environment: Environment): Environment {
  const open = (what: string) => `${OPEN}${what}${OPEN}`;
  const parameters = Object.keys(template.Parameters ?? {}).map((name) => [name, open(`parameter ${name}`)]);
  const imports = new Proxy(environment.imports ?? {}, {
    get: (known, name) => known[String(name)] ?? open(`the export ${String(name)}`),
  });
  return {
    ...environment,
    imports,
    parameters: { ...Object.fromEntries(parameters), ...environment.parameters },
  };
}

function readIdentity(
  resource: ResolvedResource,
  take: (...types: string[]) => ResolvedResource[],
): Identity {
  const { properties: p, ref, attributes, type } = resource;
  const kind = type === 'AWS::IAM::Role' ? 'role' : 'user';
  const name = String(ref);
  const isOurs = (names: unknown) => list(names).includes(name);
  const own = kind === 'role' ? 'Roles' : 'Users';
  const beside = take('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').filter(({ properties }) =>
    isOurs(properties[own]),
  );
  const single = take('AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy').filter(({ properties }) =>
    isOurs(properties.RoleName ?? properties.UserName),
  );
  const managed = new Map(
    take('AWS::IAM::ManagedPolicy').map((policy) => [String(policy.ref), policy.properties]),
  );
  const attached = list(p.ManagedPolicyArns);
  const boundaries = list(p.PermissionsBoundary);
  const inline = ((p.Policies ?? []) as Properties[]).concat(
    [...beside, ...single].map(({ properties }) => properties),
  );
  const known = (arns: string[]) => arns.map((arn) => managed.get(arn)).filter((one) => one !== undefined);
  const open = (all: string[]) =>
    all.filter((arn) => !managed.has(arn)).map((arn) => arn.replaceAll(OPEN, ''));
  const read = (properties: Properties) =>
    readStatements(
      `policy ${String(properties.PolicyName ?? properties.ManagedPolicyName ?? '')} of ${kind} ${name}`,
      properties.PolicyDocument,
    );
  return {
    kind,
    name,
    arn: String(attributes.Arn),
    trust: readStatements(`trust policy of ${kind} ${name}`, p.AssumeRolePolicyDocument),
    policies: [...inline, ...known(attached)].flatMap(read),
    boundaries: known(boundaries).map(read),
    openPolicies: [
      ...open(attached),
      ...(kind === 'user' ? list(p.Groups).map((group) => `group ${group}`) : []),
    ],
    openBoundaries: open(boundaries),
  };
}

function readResourcePolicy({ properties: p, attributes, type }: ResolvedResource): ResourcePolicy {
  const of = type === 'AWS::CodeArtifact::Domain' ? 'domain' : 'repository';
  const repository = of === 'repository' ? String(p.RepositoryName) : undefined;
  const name = `policy of ${of} ${repository ?? String(p.DomainName)}`;
  const statements = readStatements(name, p.PermissionsPolicyDocument);
  return { of, domain: String(p.DomainName), repository, arn: String(attributes.Arn), statements };
}

function readGroup({ properties: p }: ResolvedResource): Group {
  const { Restrictions = {} } = (p.OriginConfiguration ?? {}) as {
    Restrictions?: Record<string, Properties>;
  };
  const restrictions = Object.entries(Restrictions).map(([origin, { RestrictionMode, Repositories }]) => [
    origin,
    { mode: String(RestrictionMode), repositories: list(Repositories) },
  ]);
  return {
    domain: String(p.DomainName),
    pattern: String(p.Pattern),
    restrictions: Object.fromEntries(restrictions),
  };
}
