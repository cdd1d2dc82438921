import { examineTrust, type StatementResult, verdictOf } from '../../evaluation/authorization';
import { Refusal } from '../../evaluation/refusal';
import { shown } from '../../evaluation/unknown';
import { CATALOG, GITHUB_CLAIMS } from '../catalog';
import { type Caller, issuerName } from './caller/caller';
import type { Cause } from './causes/cause';
import { causesOf, setupCause } from './causes/causes';
import type { Deployed, TrustedRole } from './deployed';

export type Verdict = 'granted' | 'refused' | 'undecided';

/** How a role judges a caller. */
export interface RoleExplanation {
  readonly role: TrustedRole;
  readonly verdict: Verdict;

  /** The ARN of the provider that vouches for the token in the account of the role. */
  readonly providerArn: string;

  /** The nearest first: that with the fewest conditions that fail. */
  readonly statements: readonly StatementResult[];

  /** Why the nearest statement does not apply, in the order in which to look. */
  readonly causes: readonly Cause[];

  /** What can't be told, and why. */
  readonly open: readonly string[];
}

export function verdictOfAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('granted')) return 'granted';
  return verdicts.includes('undecided') ? 'undecided' : 'refused';
}

/** Each role with how it judges the caller: what grants first, then the nearest. */
export function explainRoles(
  deployed: Deployed,
  roles: readonly TrustedRole[],
  caller: Caller,
): RoleExplanation[] {
  const explained = roles.map((role) => explainRole(deployed, role, caller));
  const rank = { granted: 0, undecided: 1, refused: 2 };
  const order = ({ verdict, statements: [nearest] }: RoleExplanation) => [
    rank[verdict],
    ...(nearest ? distance(nearest) : [1, 0]),
  ];
  return explained
    .map((explanation) => ({ explanation, key: order(explanation) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ explanation }) => explanation);
}

function explainRole(deployed: Deployed, role: TrustedRole, caller: Caller): RoleExplanation {
  const { trust } = role;
  if (trust instanceof Refusal) {
    const open = [shown(trust.message)];
    return { role, verdict: 'undecided', providerArn: '', statements: [], causes: [], open };
  }
  const providerArn = providerOf(role, caller);
  const statements = examineTrust(trust, { catalog: CATALOG, providerArn, ...identityOf(caller) });
  const verdict = verdictOf(statements);
  const nearestFirst = statements
    .map((statement) => ({ statement, key: distance(statement) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ statement }) => statement);
  const explanation = { role, providerArn, statements: nearestFirst, causes: [], open: [] };
  if (verdict === true) {
    const audiences = deployed.providers.get(providerArn);
    const { aud } = caller.claims;
    if (!audiences?.length || aud === undefined || audiences.includes(aud)) {
      return { ...explanation, verdict: 'granted' };
    }
    return {
      ...explanation,
      verdict: 'refused',
      causes: [setupCause('provider-audience', aud, explanation, caller)],
    };
  }
  const open = nearestFirst
    .filter(({ applies }) => applies === undefined)
    .flatMap(({ label, provider, tests }) =>
      [provider, ...tests].flatMap(({ unknown }) => (unknown ? [`${label}: ${shown(unknown)}`] : [])),
    );
  if (verdict === undefined) return { ...explanation, verdict: 'undecided', open };
  return { ...explanation, verdict: 'refused', causes: causesOf(nearestFirst, explanation, caller) };
}

/** The provider of the role's account; of an account that nobody knows, the one that the role trusts. */
function providerOf({ stack, arn, trust }: TrustedRole, caller: Caller): string {
  const [, partition, , , account] = arn.split(':');
  const issuer = issuerName(caller);
  const named =
    trust instanceof Refusal ? [] : trust.statements.flatMap(({ principals }) => principals?.federated ?? []);
  const trusted = stack.account ? undefined : named.find((one) => one.endsWith(`:oidc-provider/${issuer}`));
  return trusted ?? `arn:${partition}:iam::${account}:oidc-provider/${issuer}`;
}

/** What is not known is left out of the request; what is known to be absent is not. */
function identityOf(caller: Caller) {
  const { claims, isComplete, sessionName } = caller;
  const unknownClaims = isComplete
    ? []
    : [...GITHUB_CLAIMS, 'sub', 'aud'].filter((claim) => !(claim in claims));
  return {
    claims,
    roleSessionName: sessionName,
    unknownKeys: [
      ...unknownClaims.map((claim) => `${issuerName(caller)}:${claim}`),
      ...(sessionName === undefined ? ['sts:RoleSessionName'] : []),
    ],
    unlistedKeysAreAbsent: true,
  };
}

/** A statement about another provider is far, and one for another subject is farther than one for another ref. */
function distance({ effect, provider, tests, applies }: StatementResult): number[] {
  const failing = tests.filter(({ holds }) => holds === false);
  const isDenying = effect === 'Deny';
  return [
    isDenying && !applies ? 1 : 0,
    provider.holds === false ? 1 : 0,
    failing.length,
    tests.filter(({ unknown }) => unknown).length,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, index) => value !== b[index]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}
