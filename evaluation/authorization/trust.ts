import { Refusal } from '../refusal';
import { asPattern, isUnknown, unknownParts } from '../unknown';
import type { Decision } from './authorize';
import type { Catalog } from './catalog';
import { type Context, examine, inWords, type TestResult } from './conditions';
import type { Policy, Statement } from './policy';
import { matchesText } from './wildcard';

export interface WebIdentity {
  readonly catalog: Catalog;
  /** ARN of the OIDC provider that vouches for the token. */
  readonly providerArn: string;
  /** The token's claims. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly roleSessionName?: string;
  /**
   * Condition keys that nobody knows a value of, where they are not known to be absent.
   * @default - none: a claim that is not given is absent
   */
  readonly unknownKeys?: readonly string[];
  /**
   * Whether a key that no request has, since AWS lists none of that name for the issuer, is absent.
   * @default - false: it is refused, or can't be told
   */
  readonly unlistedKeysAreAbsent?: boolean;
}

const ACTION = 'sts:AssumeRoleWithWebIdentity';

/** A statement of a trust policy that speaks about web identities, and how each of its tests goes. */
export interface StatementResult {
  readonly label: string;
  readonly effect: 'Allow' | 'Deny';

  /** Whether it is about the provider that vouches for the token. */
  readonly provider: TestResult;
  readonly tests: readonly TestResult[];

  /** Whether all of them hold; left out where that can't be told. */
  readonly applies?: boolean;
}

/** How each statement that speaks about web identities judges the bearer of a token. */
export function examineTrust(trust: Policy, identity: WebIdentity): StatementResult[] {
  const context = trustContext(identity);
  const { unknownKeys = [] } = identity;
  return trust.statements.filter(speaksAboutWebIdentities).map(({ effect, principals, condition, label }) => {
    const values = [...(principals?.federated ?? []), ...(principals?.everyone ? ['*'] : [])];
    const provider: TestResult = {
      operator: 'Principal',
      key: 'provider',
      values,
      actual: identity.providerArn,
      ...holdsFor(values, effect, identity.providerArn),
    };
    const unlisted = identity.unlistedKeysAreAbsent ? condition.filter(({ key }) => isOfIssuer(key)) : [];
    const absent = Object.fromEntries(
      unlisted.filter(({ key }) => !unknownKeys.includes(key)).map(({ key }) => [key, undefined]),
    );
    const tests = examine(condition, { ...absent, ...context });
    return { label, effect, provider, tests, applies: all([provider, ...tests].map(({ holds }) => holds)) };
  });
}

/** The other keys of a request are global ones, and those of STS. */
function isOfIssuer(key: string): boolean {
  return !/^(aws|sts):/i.test(key);
}

function holdsFor(values: readonly string[], effect: string, providerArn: string) {
  if (values.includes(providerArn) || (effect === 'Deny' && values.includes('*'))) return { holds: true };
  const open = values.find((value) => isUnknown(value) && matchesText(asPattern(value), providerArn));
  if (open === undefined) return { holds: false };
  return { unknown: `its principal is known to the deployment only: ${unknownParts(open).join(', ')}` };
}

function all(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

/** Whether the statements let the bearer in; left out where that can't be told. An explicit deny wins. */
export function verdictOf(statements: readonly StatementResult[]): boolean | undefined {
  const applying = (effect: string) =>
    statements.filter((statement) => statement.effect === effect).map(({ applies }) => applies);
  if (applying('Deny').includes(true)) return false;
  if (!applying('Allow').some((applies) => applies !== false)) return false;
  return applying('Allow').includes(true) && !applying('Deny').includes(undefined) ? true : undefined;
}

/** Whether a role's trust policy lets the bearer of a web identity token in; refuses where it can't be told. */
export function evaluateTrust(trust: Policy, identity: WebIdentity): Decision {
  const considered: string[] = [];
  let allow: string | undefined;
  for (const { label, effect, provider, tests, applies } of examineTrust(trust, identity)) {
    const unknown =
      provider.unknown ?? (provider.holds ? tests.find((test) => test.unknown)?.unknown : undefined);
    if (unknown) throw new Refusal(`${label}: ${unknown}`);
    const failing = tests.find(({ holds }) => !holds);
    if (!provider.holds) {
      considered.push(`${label}: its principals do not include ${identity.providerArn}`);
    } else if (failing) considered.push(`${label}: ${inWords(failing)}`);
    else if (applies && effect === 'Deny') {
      return { allowed: false, because: 'an explicit deny wins', statement: label, considered };
    } else allow ??= label;
  }
  if (allow) return { allowed: true, because: 'the trust policy allows it', statement: allow, considered };
  return { allowed: false, because: 'no statement of the trust policy allows it', considered };
}

function speaksAboutWebIdentities({ actions }: Statement): boolean {
  return actions.some((name) => matchesText(name.toLowerCase(), ACTION.toLowerCase()));
}

/** Only the claims that AWS lists as condition keys count; every other claim is invisible to a policy. */
function trustContext(identity: WebIdentity): Context {
  const { catalog, providerArn, claims, roleSessionName, unknownKeys = [] } = identity;
  const issuer = providerArn.slice(providerArn.indexOf('oidc-provider/') + 'oidc-provider/'.length);
  const prefix = `${issuer}:`;
  const names = [...claimsOf(catalog, prefix), 'sub', 'aud'];
  const values = names.map((name) => {
    const claim = claims[name];
    return [`${prefix}${name}`, claim === undefined ? undefined : String(claim)];
  });
  const context: Context = {
    ...Object.fromEntries(values),
    'sts:RoleSessionName': roleSessionName,
    'sts:SourceIdentity': undefined,
  };
  return Object.fromEntries(Object.entries(context).filter(([key]) => !unknownKeys.includes(key)));
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
  // Issuers of an enterprise are listed with a variable for its name.
  const claims = catalog.conditionKeys(ACTION).flatMap((key) => {
    const colon = key.lastIndexOf(':') + 1;
    const shape = key.slice(0, colon).replaceAll(/\$\{\w+\}/g, '*');
    return matchesText(shape, prefix) ? [key.slice(colon)] : [];
  });
  return [...new Set(claims)];
}
