/** The input of the reusable workflow that has a repository's own entry. */
export const TRUSTED_REPOSITORY_INPUT = 'trusted_repository';

/** What is trusted of a repository, or of all of an organization's. */
export interface TrustedIdentity {
  /** The beginnings of its subjects. */
  readonly subjects: readonly string[];
  /** The claims beside them. */
  readonly claims: Readonly<Record<string, string>>;
}

/** The beginnings of the subjects, and the claims, with spaces between them; nothing where there are none. */
export function entryText({ subjects, claims }: TrustedIdentity): string | undefined {
  const parts = [...subjects, ...Object.entries(claims).map(([claim, value]) => `${claim}=${value}`)];
  return parts.length > 0 ? parts.join(' ') : undefined;
}
