import { Refusal } from '../refusal';
import { type Condition, checkCondition } from './conditions';
import { readDocument, type WrittenStatement } from './document';
import { type Principals, readPrincipals } from './principals';

/** A policy whose every word is one this module knows. */
export interface Policy {
  /** How messages call it, for example `role publish, policy DefaultPolicy`. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

export interface Statement extends Pick<WrittenStatement, 'effect' | 'actions' | 'resources' | 'label'> {
  readonly principals?: Principals;
  readonly condition: Condition;
}

/**
 * Reads a policy document with all intrinsics resolved.
 * Refuses unknown versions, statement elements, operators, principals and policy variables.
 */
export function readPolicy(name: string, document: unknown): Policy {
  return { name, statements: readDocument(name, document).map(understand) };
}

function understand({
  effect,
  principal,
  actions,
  resources,
  conditions,
  label,
}: WrittenStatement): Statement {
  for (const action of actions) {
    if (action !== '*' && !/^[a-z0-9-]+:[A-Za-z*?]+$/.test(action)) {
      throw new Refusal(`${label}: ${action} is no action`);
    }
  }
  return {
    effect,
    principals: principal && readPrincipals(principal, label),
    actions,
    resources,
    condition: checkCondition(conditions, label),
    label,
  };
}
