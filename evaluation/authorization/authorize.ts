import { Refusal } from '../refusal';
import { asPattern, isUnknown, shown } from '../unknown';
import { type AttachedPolicy, speaksAbout } from './attachment';
import type { Catalog } from './catalog';
import { type Context, failingTest } from './conditions';
import type { Policy, Statement } from './policy';
import { matchPrincipal, type Principal } from './principals';
import { arnParts, matchesArn, matchesText } from './wildcard';

export interface AuthorizationRequest {
  readonly catalog: Catalog;
  readonly principal: Principal;
  readonly action: string;
  /** ARN, or `*` for an action that acts on no resource. */
  readonly resource: string;
  /** Keys of the request itself; those of the principal are added. */
  readonly context?: Context;
  readonly identityPolicies: readonly Policy[];
  readonly resourcePolicies?: readonly AttachedPolicy[];
}

export interface Decision {
  readonly allowed: boolean;
  /** One sentence. */
  readonly because: string;
  /** Label of the statement that decided, if one did. */
  readonly statement?: string;
  /** Statements that name the action and still do not apply, each with the reason. */
  readonly considered: readonly string[];
}

type Basis = 'identity' | 'direct' | 'delegated';

/**
 * CodeArtifact's rules: an explicit deny wins; within the owner's account one allow is enough, be it of the
 * identity's policies or of a resource policy that names the principal; from another account both are needed.
 */
export function authorize(request: AuthorizationRequest): Decision {
  const { catalog, principal, action, resource, identityPolicies, resourcePolicies = [] } = request;
  catalog.check(action, resource);
  const context: Context = {
    ...request.context,
    'aws:PrincipalOrgID': principal.organizationId,
    'aws:PrincipalAccount': principal.account,
    'aws:PrincipalArn': principal.arn,
  };
  const considered: string[] = [];
  const allows = new Map<Basis, string>();
  let deny: string | undefined;

  const weigh = (statement: Statement, basis: Basis) => {
    if (!statement.actions.some((name) => matchesText(name.toLowerCase(), action.toLowerCase()))) return;
    if (!(statement.resources ?? []).some((pattern) => matchesArn(pattern, resource))) {
      const open = statement.resources?.find(
        (pattern) => isUnknown(pattern) && matchesArn(asPattern(pattern), resource),
      );
      if (open)
        throw new Refusal(
          `${statement.label}: which resource it is, only the deployment knows: ${shown(open)}`,
        );
      considered.push(`${statement.label}: its resources do not include ${resource}`);
      return;
    }
    const failing = failingTest(statement.condition, context);
    if (failing) considered.push(`${statement.label}: ${failing}`);
    else if (statement.effect === 'Deny') deny ??= statement.label;
    else if (!allows.has(basis)) allows.set(basis, statement.label);
  };

  for (const { statements } of identityPolicies) for (const s of statements) weigh(s, 'identity');
  for (const { policy, attachedTo } of resourcePolicies) {
    if (!speaksAbout(attachedTo, resource)) continue;
    for (const statement of policy.statements) {
      const match = statement.principals && matchPrincipal(statement.principals, principal);
      if (match) weigh(statement, match === 'account' ? 'delegated' : 'direct');
      else considered.push(`${statement.label}: its principals do not include ${principal.arn}`);
    }
  }

  if (deny) return { allowed: false, because: 'an explicit deny wins', statement: deny, considered };
  const owner = resource === '*' ? principal.account : arnParts(resource)?.[4];
  return { ...combine(allows, principal.account === owner), considered };
}

function combine(allows: ReadonlyMap<Basis, string>, sameAccount: boolean): Omit<Decision, 'considered'> {
  const identity = allows.get('identity');
  const direct = allows.get('direct');
  const resource = direct ?? allows.get('delegated');
  if (sameAccount) {
    const statement = identity ?? direct;
    if (statement) return { allowed: true, because: 'allowed within the owner account', statement };
    const because = resource
      ? 'the resource policy leaves it to the account, and no identity policy allows it'
      : 'no identity policy and no resource policy allows it';
    return { allowed: false, because };
  }
  if (identity && resource) {
    return { allowed: true, because: 'allowed on both sides, across accounts', statement: resource };
  }
  if (identity) return { allowed: false, because: 'no resource policy allows it across accounts' };
  return { allowed: false, because: 'no identity policy allows it' };
}
