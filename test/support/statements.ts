import type { Stack } from 'aws-cdk-lib';
import { readDocument, type WrittenStatement } from '../../evaluation/authorization';
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
export function statementsOf(document: unknown): Statement[] {
  return document === undefined ? [] : readDocument('the policy', document).map(normalize);
}

/** The policy document that has these statements. */
export function documentOf(statements: Statement[]): object {
  const written = statements.map(({ effect, principal, actions, resources, conditions }) => ({
    Effect: effect,
    Principal: principal,
    Action: actions,
    Resource: resources.length > 0 ? resources : undefined,
    Condition: conditions,
  }));
  return { Version: '2012-10-17', Statement: written };
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

function normalize({ effect, principal, actions, resources, conditions }: WrittenStatement): Statement {
  return {
    effect,
    principal: principal && mapValues(principal, sorted),
    actions: sorted(actions),
    resources: sorted(resources ?? []),
    conditions: mapValues(conditions, (keys) => mapValues(keys, sorted)),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort();
}
