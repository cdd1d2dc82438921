import { someOf } from './language/decide';
import {
  all,
  any,
  FALSE,
  type Formula,
  matches,
  not,
  replaceLeaves,
  TRUE,
  textOf,
  unknown,
} from './language/formula';
import { isIn } from './language/holds';
import { literal } from './language/pattern';
import { BEARER_TOKEN, type Need, type Operation } from './operations';
import { letIn } from './package-groups';
import { PRINCIPAL_ACCOUNT, PRINCIPAL_ARN, PRINCIPAL_ORGANIZATION, SERVICE } from './policy/principals';
import { allowed, applies } from './policy/statement';
import { BEARER, bearerScripts, RESOURCE } from './requests';
import { spoken } from './resource-policy';
import type { AccessSetup, Identity } from './setup';

/** What somebody may do who is that role or user. */
export function permitted(setup: AccessSetup, identity: Identity, operation: Operation): Formula {
  const needs = operation.needs.map((need) =>
    need.action === BEARER_TOKEN.name && operation.name !== BEARER_TOKEN.name
      ? someBearerToken(setup, identity)
      : permittedNeed(setup, identity, need),
  );
  return all(...needs, ...(operation.name === 'publish' ? [letIn(setup.groups, 'Publish')] : []));
}

function permittedNeed(setup: AccessSetup, identity: Identity, { action, on }: Need): Formula {
  const key = on === 'none' ? undefined : RESOURCE[on];
  const of = (statements: Identity['policies']) => (effect: string) =>
    any(...statements.filter((one) => one.effect === effect).map((one) => applies(one, action, key)));
  const ofResources = (effect: string) =>
    any(
      ...setup.resourcePolicies.map((policy) =>
        asIdentity(spoken(policy, action, on, effect, 'itself'), identity),
      ),
    );
  const open = identity.openPolicies.map((policy) => `what the policy ${policy} says is in no template`);
  const allow = any(of(identity.policies)('Allow'), ofResources('Allow'), ...open.map(unknown));
  const deny = any(
    of(identity.policies)('Deny'),
    ofResources('Deny'),
    ...open.map((reason) => unknown(`${reason}, nor what it denies`)),
  );
  const limits = identity.boundaries.map((boundary) => allowed(boundary, (one) => applies(one, action, key)));
  const openLimits = identity.openBoundaries.map((arn) =>
    unknown(`what the boundary ${arn} leaves is in no template`),
  );
  return all(allow, not(deny), ...limits, ...openLimits);
}

const bearers = new WeakMap<Identity, Formula>();
/** Roles have the same statement as a rule. */
const sameBearers = new Map<string, Formula>();

/** Whether there is a bearer token for CodeArtifact at all; how long it lasts is another question. */
function someBearerToken(setup: AccessSetup, identity: Identity): Formula {
  const known = bearers.get(identity);
  if (known) return known;
  const formula = all(
    permittedNeed(setup, identity, BEARER_TOKEN.needs[0] as Need),
    matches(BEARER.service, [literal('codeartifact.amazonaws.com')]),
  );
  const text = textOf(formula);
  const found = sameBearers.get(text) ?? bearerTokens(formula);
  sameBearers.set(text, found);
  bearers.set(identity, found);
  return found;
}

/**
 * With who the identity is. Whether its account is in an organization is not in a template: what a resource policy
 * gives to an organization is told of the organization.
 */
function asIdentity(formula: Formula, { arn }: Identity): Formula {
  const values: Record<string, string | undefined> = {
    [PRINCIPAL_ARN]: arn,
    [PRINCIPAL_ACCOUNT]: arn.split(':')[4],
    [PRINCIPAL_ORGANIZATION]: undefined,
    [SERVICE]: undefined,
  };
  return replaceLeaves(formula, (leaf) => {
    if ((leaf.is !== 'matches' && leaf.is !== 'present') || !Object.hasOwn(values, leaf.key)) return leaf;
    const value = values[leaf.key];
    if (value === undefined) return FALSE;
    return leaf.is === 'present' || isIn(value, leaf.patterns) ? TRUE : FALSE;
  });
}

/** Another reason than those behind it: they may be about what is denied, and hold where there is no token. */
function bearerTokens(formula: Formula): Formula {
  const answer = someOf(bearerScripts(), formula);
  if (answer.is === 'some') return TRUE;
  if (answer.is === 'none') return FALSE;
  return unknown(`whether there are bearer tokens: ${answer.reasons.join('; ')}`);
}
