import type { Stack } from 'aws-cdk-lib';
import { type DeployedResource, type Deployment, deploy } from './deployed';

/** A statement with every value a list, and the lists in order. */
export interface Statement {
  readonly effect: string;
  readonly principal?: Record<string, string[]>;
  readonly actions: string[];
  readonly resources: string[];
  /** operator, key, values */
  readonly conditions: Record<string, Record<string, string[]>>;
}

/** The statements of a policy document, normalized. */
// biome-ignore lint/suspicious/noExplicitAny: a policy document as it is written
export function statementsOf(document: any): Statement[] {
  if (document === undefined) return [];
  return list(document.Statement).map(normalize);
}

/** The statements of the only resource of a type, in one of its properties. */
export function statementsIn(
  resources: DeployedResource[],
  type: string,
  property = 'PermissionsPolicyDocument',
): Statement[] {
  return statementsOf(only(resources, type).properties[property]);
}

/** The only resource of a type. */
export function only(resources: DeployedResource[], type: string): DeployedResource {
  const found = resources.filter((resource) => resource.type === type);
  if (found.length !== 1) throw new Error(`${found.length} resources are ${type}`);
  return found[0];
}

/** All that identity policies of a stack say, statement by statement. */
export function identityStatements(stack: Stack, deployment?: Deployment): Statement[] {
  return deploy(stack, deployment)
    .filter(({ type }) => type === 'AWS::IAM::Policy')
    .flatMap(({ properties }) => statementsOf(properties.PolicyDocument));
}

// biome-ignore lint/suspicious/noExplicitAny: a statement as it is written
function normalize(statement: any): Statement {
  const known = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];
  const unknown = Object.keys(statement).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`a statement has ${unknown}, which this does not read`);
  const principal = statement.Principal === '*' ? { AWS: '*' } : statement.Principal;
  return {
    effect: statement.Effect,
    principal: principal && mapValues(principal, sorted),
    actions: sorted(statement.Action),
    resources: sorted(statement.Resource ?? []),
    conditions: mapValues(statement.Condition ?? {}, (keys) => mapValues(keys as object, sorted)),
  };
}

function mapValues<T>(record: object, map: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function sorted(value: unknown): string[] {
  return list(value).map(String).sort();
}

function list<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}
