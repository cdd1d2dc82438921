import type { Decision } from './authorize';
import type { Catalog } from './catalog';
import { type Context, failingTest } from './conditions';
import type { Policy } from './policy';
import { matchesText } from './wildcard';

export interface WebIdentity {
  readonly catalog: Catalog;
  /** ARN of the OIDC provider that vouches for the token. */
  readonly providerArn: string;
  /** The token's claims. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly roleSessionName?: string;
}

const ACTION = 'sts:AssumeRoleWithWebIdentity';

/** Whether a role's trust policy lets the bearer of a web identity token in. */
export function evaluateTrust(trust: Policy, identity: WebIdentity): Decision {
  const context = trustContext(identity);
  const considered: string[] = [];
  let allow: string | undefined;
  for (const { effect, principals, actions, condition, label } of trust.statements) {
    if (!actions.some((name) => matchesText(name.toLowerCase(), ACTION.toLowerCase()))) continue;
    if (
      !principals?.federated.includes(identity.providerArn) &&
      !(effect === 'Deny' && principals?.everyone)
    ) {
      considered.push(`${label}: its principals do not include ${identity.providerArn}`);
      continue;
    }
    const failing = failingTest(condition, context);
    if (failing) considered.push(`${label}: ${failing}`);
    else if (effect === 'Deny') {
      return { allowed: false, because: 'an explicit deny wins', statement: label, considered };
    } else allow ??= label;
  }
  if (allow) return { allowed: true, because: 'the trust policy allows it', statement: allow, considered };
  return { allowed: false, because: 'no statement of the trust policy allows it', considered };
}

/** Only the claims that AWS lists as condition keys count; every other claim is invisible to a policy. */
function trustContext({ catalog, providerArn, claims, roleSessionName }: WebIdentity): Context {
  const issuer = providerArn.slice(providerArn.indexOf('oidc-provider/') + 'oidc-provider/'.length);
  const prefix = `${issuer}:`;
  const names = [...claimsOf(catalog, prefix), 'sub', 'aud'];
  const values = names.map((name) => {
    const claim = claims[name];
    return [`${prefix}${name}`, claim === undefined ? undefined : String(claim)];
  });
  return {
    ...Object.fromEntries(values),
    'sts:RoleSessionName': roleSessionName,
    'sts:SourceIdentity': undefined,
  };
}

const claimsOfCatalog = new WeakMap<Catalog, Map<string, string[]>>();

/** The claims of an issuer that are condition keys; looked up once, since there are hundreds of keys. */
function claimsOf(catalog: Catalog, prefix: string): string[] {
  const known = claimsOfCatalog.get(catalog) ?? new Map<string, string[]>();
  claimsOfCatalog.set(catalog, known);
  const found = known.get(prefix) ?? listClaims(catalog, prefix);
  known.set(prefix, found);
  return found;
}

function listClaims(catalog: Catalog, prefix: string): string[] {
  const keys = catalog.conditionKeys(ACTION).filter((key) => key.startsWith(prefix));
  return keys.map((key) => key.slice(prefix.length));
}
