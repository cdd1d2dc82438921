import type { Decision } from '../../evaluation/authorization';

/** An error as an AWS service answers it. */
export class AwsError extends Error {
  public constructor(
    public readonly status: number,
    public readonly code: string,
    message: string,
    /** Why, for the rehearsal's own report; a real service keeps it to itself. */
    public readonly decision?: Decision,
  ) {
    super(message);
  }
}

/** In the words of AWS, which clients show to their users. */
export function accessDenied(who: string, action: string, resource: string, decision: Decision): AwsError {
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  const message = `User: ${who} is not authorized to perform: ${action}${on} because ${decision.because}`;
  return new AwsError(403, 'AccessDeniedException', message, decision);
}
