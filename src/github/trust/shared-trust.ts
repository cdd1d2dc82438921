import { isKnownLater } from '../../private/token-text';
import { isOrganization } from '../identity/identity';
import type { Trust } from './trust-conditions';

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
  readonly organizations?: { readonly claims: Claims };
}

/** Who is trusted and when; without identities, whoever it may be. */
export type TrustOfAnybody = Omit<Trust, 'identities' | 'property' | 'kind'> &
  Partial<Pick<Trust, 'identities'>>;

/** The part of a trust that all identities share. What only the deployment knows is left out. */
export function sharedTrust(trust: TrustOfAnybody): SharedTrust {
  const { issuer, contexts, claims, claimsBesideSubject, identities, jobWorkflowRef } = trust;
  const organizations = identities ? identities.filter(isOrganization) : jobWorkflowRef ? [undefined] : [];
  const repositories = identities?.filter((identity) => !isOrganization(identity));
  const subjects = repositories?.flatMap((identity) => identity.subjects) ?? ['', '@'];
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
        claims: known(issuer.isRunByGitHub ? claimsBesideSubject : {}),
      },
    }),
    ...(organizations.length > 0 && { organizations: { claims: known(claims) } }),
  };
}

function known(claims: Claims = {}): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([, values]) => !values.some(isKnownLater)));
}
