import type { Assembly } from '../cases';
import type { Mutation } from './mutation';

// biome-ignore lint/suspicious/noExplicitAny: a synthesized template has no types
export type Json = any;

/** A mutation of the template: it may change what it is given, which is a copy. */
export function ofTemplate(says: string, change: (template: Json) => void): Mutation {
  return {
    says,
    change: (assembly: Assembly) => {
      const template = structuredClone(assembly.template);
      change(template);
      return { ...assembly, template };
    },
  };
}

/** Properties of all resources of a type. */
export function properties(template: Json, type: string): Json[] {
  const found = Object.values<Json>(template.Resources).filter((resource) => resource.Type === type);
  if (!found.length) throw new Error(`the template has no ${type}`);
  return found.map((resource) => resource.Properties);
}

export const trustStatements = (template: Json): Json[] =>
  properties(template, 'AWS::IAM::Role').flatMap((role) => role.AssumeRolePolicyDocument.Statement);

export const roleStatements = (template: Json): Json[] =>
  properties(template, 'AWS::IAM::Policy').flatMap((policy) => policy.PolicyDocument.Statement);

export const domainPolicy = (template: Json): Json[] =>
  properties(template, 'AWS::CodeArtifact::Domain').flatMap(
    (domain) => domain.PermissionsPolicyDocument.Statement,
  );

export const repositoryPolicy = (template: Json): Json[] =>
  properties(template, 'AWS::CodeArtifact::Repository').flatMap(
    (r) => r.PermissionsPolicyDocument?.Statement ?? [],
  );

/** The statement that grants an action. */
export function granting(statements: Json[], action: string): Json {
  const found = statements.find((statement) => [statement.Action].flat().includes(action));
  if (!found) throw new Error(`no statement grants ${action}`);
  return found;
}

/** Goes through the conditions on a key, of any operator. */
export function conditionsOn(
  statements: Json[],
  key: string,
  visit: (operators: Json, operator: string, full: string) => void,
): void {
  for (const { Condition = {} } of statements) {
    for (const operator of Object.keys(Condition)) {
      for (const full of Object.keys(Condition[operator]))
        if (full.endsWith(key)) visit(Condition, operator, full);
    }
  }
}

export const dropCondition = (statements: Json[], key: string): void =>
  conditionsOn(statements, key, (conditions, operator, full) => {
    delete conditions[operator][full];
    if (!Object.keys(conditions[operator]).length) delete conditions[operator];
  });

/** Gives a condition another operator and other values. */
export const replaceCondition = (statements: Json[], key: string, operator: string, values: Json): void =>
  conditionsOn(statements, key, (conditions, old, full) => {
    const before = conditions[old][full];
    delete conditions[old][full];
    conditions[operator] = {
      ...conditions[operator],
      [full]: typeof values === 'function' ? values([before].flat()) : values,
    };
  });

export function removeAction(statement: Json, action: string): void {
  statement.Action = [statement.Action].flat().filter((name: string) => name !== action);
}
