import type { SetupCause } from '../../../src/github/trust/refusal-causes';

/** The cause that AWS itself names in its answer to a sign-in. */
export function answeredCause(message = ''): SetupCause | undefined {
  if (/No OpenIDConnect provider/i.test(message)) return 'provider-missing';
  return /audience/i.test(message) ? 'provider-audience' : undefined;
}
