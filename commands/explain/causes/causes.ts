import type { StatementResult, TestResult } from '../../../evaluation/authorization';
import { shown } from '../../../evaluation/unknown';
import { type ClaimCause, type SetupCause, SIGN_IN_CAUSES } from '../../../src/github/trust/refusal-causes';
import { type Caller, issuerName } from '../caller/caller';
import { readSubject } from '../caller/subject';
import { TRUST, type TrustedRole } from '../deployed';
import { alternatives, type Cause, causeOf, type Places } from './cause';
import type { Claims, Found, Said } from './found';
import { environmentCause, refCause, subjectCauses } from './subject-causes';

interface Asked {
  readonly role: TrustedRole;
  readonly providerArn: string;
}

/** Why a role refuses a caller: by the nearest of its statements, in the order in which to look. */
export function causesOf(statements: readonly StatementResult[], asked: Asked, caller: Caller): Cause[] {
  const denying = statements.find(({ effect, applies }) => effect === 'Deny' && applies);
  const nearest = denying ?? statements.find(({ effect }) => effect === 'Allow');
  if (!nearest) return [];
  const found = denying ? denied(denying) : notAllowed(nearest, caller);
  const ids = Object.keys(SIGN_IN_CAUSES) as ClaimCause[];
  return ids.flatMap((id) => {
    const said = found[id];
    return said ? [causeOf(id, { ...placesOf(asked, caller), ...inWords(said) })] : [];
  });
}

/** A cause that lies outside of what the claims can show. */
export function setupCause(id: SetupCause, trusted: string, asked: Asked, caller: Caller): Cause {
  return causeOf(id, { ...placesOf(asked, caller), trusted });
}

function placesOf({ role, providerArn }: Asked, { claims, roleArn }: Caller): Places {
  const { repository = 'OWNER/REPO', run_id: run = 'RUN' } = claims;
  const [, , , , account] = (roleArn ?? role.arn).split(':');
  return { repository, run, role: roleArn?.split('/').at(-1) ?? role.name, account, provider: providerArn };
}

function inWords([trusted, has]: Said): Places {
  return { trusted: alternatives(trusted.map(shown)), has: has === undefined ? 'none' : has };
}

/** A statement that denies has no condition that fails: it is the one that holds. */
function denied({ label, tests }: StatementResult): Found {
  const has = tests.map(({ key, actual }) => `${claimOf(key)} ${actual ?? 'absent'}`);
  return {
    claim: [[`nobody whom ${label.replace(`${TRUST}, `, '')} denies`], has.join(', ') || 'no other identity'],
  };
}

function notAllowed({ provider, tests }: StatementResult, caller: Caller): Found {
  if (provider.holds === false) {
    const issuers = provider.values.map((arn) => arn.replace(/^.*:oidc-provider\//, 'https://'));
    const issuer = `https://${issuerName(caller)}`;
    // The provider of the right issuer, in another account.
    const isElsewhere = issuers.includes(issuer);
    return {
      issuer: isElsewhere ? [provider.values, provider.actual] : [issuers, caller.claims.iss ?? issuer],
    };
  }
  const found: Found = {};
  const failing = tests.filter(({ holds }) => holds === false);
  const subjects = valuesOf(tests, 'sub');
  for (const test of failing) {
    const of = isOfIssuer(test.key, caller) ? causeOfTest(test, tests, caller.claims) : unheardOf(test);
    Object.assign(found, { ...of, ...found });
  }
  for (const { key, values, actual } of failing) {
    const claim = claimOf(key);
    if (claim !== 'repository_id' && claim !== 'repository_owner_id') continue;
    if (found.repository || found.renamed || found['letter-case']) continue;
    found[isNamed(subjects, caller.claims) ? 'recreated' : 'repository'] = [
      values.map((value) => `${claim} ${value}`),
      `${claim} ${actual ?? 'none'}`,
    ];
  }
  return found;
}

/** Whether a condition key is one that a token of the caller's issuer can have a value of. */
export function isOfIssuer(key: string, caller: Caller): boolean {
  return (
    /^(aws|sts):/i.test(key) ||
    key.slice(0, key.lastIndexOf(':')).toLowerCase() === issuerName(caller).toLowerCase()
  );
}

function unheardOf({ key, values }: TestResult): Found {
  return { claim: [values.map((value) => `${key} ${value}`), 'no claim of that name'] };
}

function causeOfTest(test: TestResult, tests: readonly TestResult[], claims: Claims): Found {
  const { key, operator, values, actual } = test;
  const claim = claimOf(key);
  if (claim === 'repository_id' || claim === 'repository_owner_id') return {};
  const found = /Not/.test(operator)
    ? excludedCause(claim, tests, claims)
    : causeOfClaim(test, tests, claims);
  if (Object.keys(found).length) return found;
  // What is left is no other value: an operator that takes a wildcard for a letter, or one that excludes.
  return {
    claim: [values.map((value) => `${claim} by ${operator} ${value}`), `${claim} ${actual ?? 'absent'}`],
  };
}

function causeOfClaim(test: TestResult, tests: readonly TestResult[], claims: Claims): Found {
  const { key, operator, values, actual } = test;
  const [claim, said]: [string, Said] = [claimOf(key), [values, actual]];
  switch (claim) {
    case 'sub':
      return subjectCauses(values, claims, valuesOf(tests, 'repository_id'), /IgnoreCase/.test(operator));
    case 'aud':
      return { audience: said };
    case 'ref':
      return Object.fromEntries([refCause(values, claims)]);
    case 'environment':
      return { [actual === undefined ? 'environment-missing' : 'environment']: said };
    case 'repository':
      return { [isSameInOtherCase(values, actual) ? 'letter-case' : 'repository']: said };
    case 'job_workflow_ref':
      return workflowCause(said);
    default:
      return { claim: [values.map((value) => `${claim} ${value}`), `${claim} ${actual ?? 'absent'}`] };
  }
}

/** A subject is left out since a wildcard for the repository would let it in by mistake. */
function excludedCause(claim: string, tests: readonly TestResult[], claims: Claims): Found {
  const patterns = valuesOf(
    tests.filter(({ operator }) => !/Not/.test(operator)),
    'sub',
  );
  return claim === 'sub' && claims.environment !== undefined ? environmentCause(patterns, claims) : {};
}

function workflowCause(said: Said): Found {
  const [values, actual] = said;
  const file = (ref = '') => ref.split('@')[0] as string;
  const ref = (text = '') => text.split('@').at(-1) as string;
  const same = values.filter((value) => file(value) === file(actual));
  if (same.length) return { 'workflow-ref': [same.map(ref), ref(actual)] };
  return { [isSameInOtherCase(values.map(file), file(actual)) ? 'letter-case' : 'workflow']: said };
}

function isSameInOtherCase(values: readonly string[], actual: string | undefined): boolean {
  return actual !== undefined && values.some((value) => value.toLowerCase() === actual.toLowerCase());
}

function isNamed(subjects: readonly string[], { repository }: Claims): boolean {
  const [owner] = repository?.split('/') ?? [];
  return subjects
    .map(readSubject)
    .some(
      (one) => one && (one.name === '*' ? one.owner === owner : `${one.owner}/${one.name}` === repository),
    );
}

function valuesOf(tests: readonly TestResult[], claim: string): readonly string[] {
  return tests.filter(({ key }) => claimOf(key) === claim).flatMap(({ values }) => values);
}

/** The claim that a condition key compares. */
export function claimOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}
