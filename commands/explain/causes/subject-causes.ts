import { matchesText } from '../../../evaluation/authorization';
import type { ClaimCause } from '../../../src/github/trust/refusal-causes';
import { readSubject, repositoryPart, type Subject } from '../caller/subject';
import type { Claims, Found, Said } from './found';

/** Why a subject is none of those that are trusted. */
export function subjectCauses(
  patterns: readonly string[],
  claims: Claims,
  trustedIds: readonly string[],
  ignoresCase = false,
): Found {
  const matches = ignoresCase
    ? (pattern: string, text: string) => matchesText(pattern.toLowerCase(), text.toLowerCase())
    : matchesText;
  const sub = claims.sub ?? '';
  const trusted = patterns.map(readPattern);
  const given = readSubject(sub);
  if (!given || !isDefault(given, claims)) {
    return { 'subject-template': [patterns.map(beginning), sub] };
  }
  const ofRepository = trusted.filter((pattern) => matches(repositoryPart(pattern), repositoryPart(given)));
  const ofSameContext = (ofRepository.length ? ofRepository : trusted).map(({ context }) => context);
  const found: Found = {};
  if (!ofSameContext.some((context) => matches(context, given.context))) {
    const [cause, said] = contextCause(ofSameContext, given.context, claims);
    found[cause] = said;
  }
  if (!ofRepository.length) {
    const cause = repositoryCause(trusted, given, claims, trustedIds);
    found[cause] = [nearestFirst(trusted, given).map(repositoryPart), repositoryPart(given)];
  }
  return found;
}

/** Why a job with an environment is none of those that are trusted, whatever their subjects end in. */
export function environmentCause(patterns: readonly string[], claims: Claims): Found {
  const given = readSubject(claims.sub ?? '');
  if (!given?.context.startsWith('environment:') || !isDefault(given, claims)) return {};
  const [cause, said] = contextCause(
    [...new Set(patterns.map((pattern) => readPattern(pattern).context))],
    given.context,
    claims,
  );
  return { [cause]: said };
}

/** A pattern can end before the context, since a wildcard stands for that as well. */
function readPattern(pattern: string): Subject {
  const [, owner = pattern, name = '*'] = /^repo:([^/:@]+)\/?([^:]*)$/.exec(pattern) ?? [];
  return readSubject(pattern) ?? { owner, name, context: '*' };
}

function beginning(pattern: string): string {
  return repositoryPart(readPattern(pattern));
}

/** Whether the subject is what GitHub makes of these claims where nobody customized it. */
function isDefault(subject: Subject, claims: Claims): boolean {
  const { repository, repository_id: id, repository_owner_id: ownerId, environment, ref } = claims;
  const { owner, name, context } = subject;
  const ofIds = (given: string | undefined, claim: string | undefined) => !given || !claim || given === claim;
  if (repository !== undefined && repository !== `${owner}/${name}`) return false;
  if (!ofIds(subject.repositoryId, id) || !ofIds(subject.ownerId, ownerId)) return false;
  if (environment !== undefined) return context === `environment:${environment.replaceAll(':', '%3A')}`;
  if (context === 'pull_request') return true;
  return ref === undefined
    ? /^(ref|environment):[^:]+$/.test(context)
    : context === `ref:${ref.replaceAll(':', '%3A')}`;
}

function contextCause(contexts: readonly string[], given: string, claims: Claims): [ClaimCause, Said] {
  const environments = contexts.flatMap((context) => /^environment:(.*)$/.exec(context)?.[1] ?? []);
  const others = contexts
    .filter((context) => !context.startsWith('environment:'))
    .map((c) => c.replace(/^ref:/, ''));
  const [, environment] = /^environment:(.*)$/.exec(given) ?? [];
  if (environment !== undefined) {
    const cause = environments.length ? 'environment' : 'environment-unexpected';
    return [cause, [environments.length ? environments : others, environment.replaceAll('%3A', ':')]];
  }
  if (!others.length) return ['environment-missing', [environments, undefined]];
  return refCause(others, claims, given.replace(/^ref:/, ''));
}

/** A pull request is no push of another ref. */
export function refCause(refs: readonly string[], claims: Claims, ref = claims.ref): [ClaimCause, Said] {
  const { event_name: event } = claims;
  if (event?.startsWith('pull_request')) return ['event', [refs, event]];
  return ref === 'pull_request' ? ['event', [refs, ref]] : ['ref', [refs, ref]];
}

function repositoryCause(
  trusted: readonly Subject[],
  given: Subject,
  claims: Claims,
  trustedIds: readonly string[],
): ClaimCause {
  const named = trusted.filter(
    ({ owner, name }) => owner === given.owner && [given.name, '*'].includes(name),
  );
  if (named.length) {
    if (given.repositoryId === undefined) return 'classic-subject';
    return named.some(({ ownerId }) => ownerId !== undefined) ? 'recreated' : 'immutable-subject';
  }
  if (trusted.some((one) => lower(one) === lower({ ...given, ...(one.name === '*' && { name: '*' }) })))
    return 'letter-case';
  const ownerId = claims.repository_owner_id ?? given.ownerId;
  if (trusted.some((one) => one.name === '*' && one.ownerId !== undefined && one.ownerId === ownerId))
    return 'renamed';
  const id = claims.repository_id ?? given.repositoryId;
  const isTrustedId =
    id !== undefined && [...trustedIds, ...trusted.map((one) => one.repositoryId)].includes(id);
  return isTrustedId ? 'renamed' : 'repository';
}

export function lower({ owner, name }: Pick<Subject, 'owner' | 'name'>): string {
  return `${owner}/${name}`.toLowerCase();
}

/** Of many publishers, those of the same name or owner are worth to be said first. */
function nearestFirst(trusted: readonly Subject[], given: Subject): Subject[] {
  const distance = (one: Subject) => {
    if (lower(one) === lower(given)) return 0;
    if (one.repositoryId !== undefined && one.repositoryId === given.repositoryId) return 0;
    return one.owner.toLowerCase() === given.owner.toLowerCase() ? 1 : 2;
  };
  return [...trusted].sort((a, b) => distance(a) - distance(b));
}
