import { isKnownLater } from '../../private/token-text';
import { isOrganization } from '../identity/identity';
import { claimsInsteadOfSubjects, environmentsCalledLike, type Trust } from './trust-conditions';

/** The claims that a role trusts, each with the values that it may have; `*` stands for any characters. */
type Claims = Record<string, string[]>;

/**
 * What a role trusts of whoever it is: it names no repository, and does not change with those that are added.
 * A run is trusted where the claims and one of the two kinds of identities fit.
 */
export interface SharedTrust {
  /** The URL of the issuer. */
  readonly issuer: string;
  readonly claims: Claims;
  /** What holds for repositories that are named one by one. */
  readonly repositories?: {
    /** The forms that the beginning of a subject can have. */
    readonly forms: ('classic' | 'immutable')[];
    /** What can follow the repository in the subject. */
    readonly contexts: string[];
    readonly claims: Claims;
  };
  /** What holds for all repositories of an organization. */
  readonly organizations?: {
    readonly claims: Claims;
    /** What the end of a subject is said by, where claims alone do not say it. */
    readonly subjects?: {
      /** What can follow the repository, behind a wildcard for it that takes in colons. */
      readonly contexts: string[];
      /** Subjects that are left out of these. */
      readonly excluded: string[];
    };
  };
}

/** Who is trusted and when; without identities, whoever it may be. */
export type TrustOfAnybody = Omit<Trust, 'identities' | 'property' | 'kind'> &
  Partial<Pick<Trust, 'identities'>>;

/** The part of a trust that all identities share. What only the deployment knows is left out. */
export function sharedTrust(trust: TrustOfAnybody): SharedTrust {
  const { issuer, identities, jobWorkflowRef } = trust;
  const organizations = identities ? identities.filter(isOrganization) : jobWorkflowRef ? [undefined] : [];
  const repositories = identities?.filter((identity) => !isOrganization(identity));
  const subjects = repositories?.flatMap((identity) => identity.subjects) ?? ['', '@'];
  const contexts = knownContexts(trust.contexts);
  const claimsBesideSubject = known(issuer.isRunByGitHub ? trust.claimsBesideSubject : {});
  const instead = claimsInsteadOfSubjects(trust);
  return {
    issuer: issuer.url,
    claims: known({
      aud: trust.audiences,
      ...(jobWorkflowRef && { job_workflow_ref: [jobWorkflowRef] }),
      ...trust.requiredClaims,
    }),
    ...(subjects.length > 0 && {
      repositories: {
        forms: (['classic', 'immutable'] as const).filter((form) =>
          subjects.some((subject) => subject.includes('@') === (form === 'immutable')),
        ),
        contexts,
        claims: claimsBesideSubject,
      },
    }),
    ...(organizations.length > 0 && {
      organizations: instead
        ? { claims: known(instead) }
        : {
            claims: claimsBesideSubject,
            subjects: { contexts, excluded: environmentsCalledLike(trust.contexts) },
          },
    }),
  };
}

/** Where the deployment knows one of them, it can be any. */
function knownContexts(contexts: string[]): string[] {
  const here = contexts.filter((context) => !isKnownLater(context));
  return here.length === contexts.length ? contexts : [...here, '*'];
}

function known(claims: Claims = {}): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([, values]) => !values.some(isKnownLater)));
}
