import type { AttachedPolicy, Policy } from '../../evaluation/authorization';
import { matchesText, readPolicy } from '../../evaluation/authorization';
import { Refusal } from '../../evaluation/refusal';
import {
  type Environment,
  type ResolvedResource,
  resolveEach,
  resolveTemplate,
} from '../../evaluation/template';
import type { AssemblyStack } from '../assembly';

/** A resource of a stack, with every value that can be known before it is deployed. */
export interface Placed extends ResolvedResource {
  readonly stack: AssemblyStack;
}

/** A policy, or why it can't be read. */
export type Readable<T> = T | Refusal;

export interface TrustedRole {
  readonly stack: AssemblyStack;
  readonly logicalId: string;
  readonly name: string;

  /** Whether the name is given: CloudFormation makes it of the stack and the logical id otherwise. */
  readonly isNamed: boolean;
  readonly arn: string;

  /** The statements that speak about web identities. */
  readonly trust: Readable<Policy>;
  readonly policies: Readable<readonly Policy[]>;

  /** What else may grant or limit, and is not in the templates. */
  readonly besides: readonly string[];
}

export interface Guarded {
  readonly type: 'domain' | 'repository';
  readonly stack: AssemblyStack;
  readonly logicalId: string;
  readonly arn: string;
  readonly policy: Readable<AttachedPolicy> | undefined;
}

/** What the stacks of an assembly make, as far as it decides who may publish and install. */
export interface Deployed {
  /** Roles that trust web identities. */
  readonly roles: readonly TrustedRole[];
  readonly domains: readonly Guarded[];
  readonly repositories: readonly Guarded[];

  /** Audiences by the ARN of the provider. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
}

/** What a stack of an unknown account or Region is taken to be deployed to. */
export const SOME_ACCOUNT = '000000000000';
export const SOME_REGION = 'us-east-1';

export interface Deployment {
  readonly account?: string;
  readonly region?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads stacks that are deployed together: what one exports, another can import. */
export function readDeployed(stacks: readonly AssemblyStack[], deployment: Deployment): Deployed {
  const imports: Record<string, string> = {};
  for (const stack of stacks) Object.assign(imports, exportsOf(stack, deployment));
  const placed: Placed[] = [];
  const roles: TrustedRole[] = [];
  for (const stack of stacks) {
    const each = resolveEach(stack.template, environmentOf(stack, deployment, imports));
    const resolved = [...each.values()].filter((one): one is ResolvedResource => !(one instanceof Refusal));
    placed.push(...resolved.map((one) => ({ ...one, stack })));
    for (const [logicalId, one] of each) {
      if (stack.template.Resources?.[logicalId]?.Type !== 'AWS::IAM::Role') continue;
      const role =
        one instanceof Refusal ? unread(stack, logicalId, one) : readRole({ ...one, stack }, resolved);
      if (role) roles.push(role);
    }
  }
  const take = (...types: string[]) => placed.filter(({ type }) => types.includes(type));
  return {
    roles,
    domains: take('AWS::CodeArtifact::Domain').map((one) => readGuarded(one, 'domain')),
    repositories: take('AWS::CodeArtifact::Repository').map((one) => readGuarded(one, 'repository')),
    providers: new Map(
      take('AWS::IAM::OIDCProvider', 'Custom::AWSCDKOpenIdConnectProvider').map(({ ref, properties: p }) => [
        String(ref),
        [p.ClientIdList ?? p.ClientIDList ?? []].flat().map(String),
      ]),
    ),
  };
}

function environmentOf(
  stack: AssemblyStack,
  { account, region, parameters }: Deployment,
  imports: Readonly<Record<string, string>>,
): Environment {
  const regionOfStack = stack.region ?? region ?? SOME_REGION;
  return {
    account: stack.account ?? account ?? SOME_ACCOUNT,
    region: regionOfStack,
    partition: partitionOf(regionOfStack),
    stackName: stack.stackName,
    parameters,
    imports,
    keepUnknown: true,
  };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function exportsOf(stack: AssemblyStack, deployment: Deployment): Readonly<Record<string, string>> {
  try {
    return resolveTemplate(
      { ...stack.template, Resources: withoutConditions(stack) },
      environmentOf(stack, deployment, {}),
    ).exports;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {};
  }
}

function withoutConditions({ template }: AssemblyStack) {
  const resources = Object.entries(template.Resources ?? {}).filter(([, { Condition }]) => !Condition);
  return Object.fromEntries(resources);
}

/** What the labels of statements of a trust policy begin with. */
export const TRUST = 'trust policy';

const WEB_IDENTITY = 'sts:assumerolewithwebidentity';

/** Roles of other services are no business of a token: only what speaks about web identities is read. */
function speaksAboutWebIdentities(statement: unknown): boolean {
  const { Action, NotAction } = statement as { Action?: unknown; NotAction?: unknown };
  if (NotAction !== undefined) return true;
  return [Action].flat().some((action) => matchesText(String(action).toLowerCase(), WEB_IDENTITY));
}

/** What speaks about others keeps its place, and is not read: services and users need no evaluator here. */
function withoutOthers(statement: unknown): unknown {
  return speaksAboutWebIdentities(statement) ? statement : { Effect: 'Allow', Action: 'sts:AssumeRole' };
}

function statementsOf(document: unknown): unknown[] {
  return [(document as { Statement?: unknown })?.Statement ?? []].flat();
}

function unread(stack: AssemblyStack, logicalId: string, why: Refusal): TrustedRole | undefined {
  const document = stack.template.Resources?.[logicalId]?.Properties?.AssumeRolePolicyDocument;
  if (!statementsOf(document).some(speaksAboutWebIdentities)) return undefined;
  const name = logicalId;
  return { stack, logicalId, name, isNamed: false, arn: '', trust: why, policies: why, besides: [] };
}

type Document = { PolicyName: string; PolicyDocument: unknown };

function readRole(role: Placed, ofStack: readonly ResolvedResource[]): TrustedRole | undefined {
  const { properties: p, logicalId, stack, attributes } = role;
  const name = String(role.ref);
  const document = p.AssumeRolePolicyDocument as object;
  const statements = statementsOf(document);
  if (!statements.some(speaksAboutWebIdentities)) return undefined;
  const attached = ofStack.filter(
    ({ type, properties }) =>
      (type === 'AWS::IAM::Policy' && ((properties.Roles ?? []) as unknown[]).includes(name)) ||
      (type === 'AWS::IAM::RolePolicy' && properties.RoleName === name),
  );
  const documents = [
    ...((p.Policies ?? []) as Document[]),
    ...attached.map(({ properties }) => properties as unknown as Document),
  ];
  return {
    stack,
    logicalId,
    name,
    isNamed: p.RoleName !== undefined,
    arn: String(attributes.Arn),
    trust: readable(() => readPolicy(TRUST, { ...document, Statement: statements.map(withoutOthers) })),
    policies: readable(() => documents.map((d) => readPolicy(`policy ${d.PolicyName}`, d.PolicyDocument))),
    besides: ['ManagedPolicyArns', 'PermissionsBoundary'].filter((key) => p[key] !== undefined),
  };
}

function readGuarded(
  { stack, logicalId, properties: p, attributes }: Placed,
  type: Guarded['type'],
): Guarded {
  const arn = String(attributes.Arn);
  const name = String(type === 'domain' ? p.DomainName : p.RepositoryName);
  const document = p.PermissionsPolicyDocument;
  return {
    type,
    stack,
    logicalId,
    arn,
    policy:
      document === undefined
        ? undefined
        : readable(() => ({ policy: readPolicy(`policy of ${type} ${name}`, document), attachedTo: arn })),
  };
}

function readable<T>(read: () => T): Readable<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error;
  }
}

/** The policies of domains and repositories; refuses one that can't be read. */
export function readableResourcePolicies({ domains, repositories }: Deployed): AttachedPolicy[] {
  return [...domains, ...repositories].flatMap(({ policy }) => {
    if (policy instanceof Refusal) throw policy;
    return policy ?? [];
  });
}
