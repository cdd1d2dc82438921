/** Who asks AWS for a role, as far as what was given says it. */
export interface Caller {
  /** A claim that is present without a value is known to be absent; one that is missing is not known. */
  readonly claims: Readonly<Record<string, string | undefined>>;

  /** Where the claims are from: a token has all of them. */
  readonly source: 'token' | 'claims' | 'event';

  /** Whether the claims that are missing are absent. */
  readonly isComplete: boolean;

  /** What was asked for, where the event of CloudTrail says it. */
  readonly roleArn?: string;
  readonly sessionName?: string;

  /** What AWS answered, where the event of CloudTrail says it. */
  readonly answer?: { readonly code: string; readonly message: string };

  /** Sentences about how the input was understood. */
  readonly notes: readonly string[];
}

export const GITHUB = 'https://token.actions.githubusercontent.com';

/** What stands in an ARN of a provider and before a condition key. */
export function issuerName({ claims }: Pick<Caller, 'claims'>): string {
  return (claims.iss ?? GITHUB).replace(/^https?:\/\//, '').replace(/\/$/, '');
}

/**
 * Whether it is Dependabot that looks for updates: a run that nobody wrote a workflow for. Its session has a name
 * of its own.
 */
export function isDependabot({ claims, sessionName }: Caller): boolean {
  return (
    claims.workflow === 'Dependabot Updates' ||
    [claims.workflow_ref, claims.job_workflow_ref].some((ref) => ref?.includes('/dynamic/dependabot/')) ||
    sessionName === 'dependabot-update'
  );
}
