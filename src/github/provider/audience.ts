import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { knownPartition } from '../../private/environment';
import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';

const MOST_AUDIENCES = 100;
const LONGEST_AUDIENCE = 255;

/**
 * The audiences of tokens that are meant for AWS STS: the one of every partition, and the one of the
 * stack's own where that differs.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 */
export function stsAudiences(scope: IConstruct): string[] {
  return stsAudiencesIn(Stack.of(scope).region);
}

/** The same in a Region. */
export function stsAudiencesIn(region: string): string[] {
  const isChina = knownPartition(region) === 'aws-cn';
  return isChina ? ['sts.amazonaws.com', 'sts.amazonaws.com.cn'] : ['sts.amazonaws.com'];
}

/** The audiences of a provider: those of AWS STS, and further ones behind them. Throws for what IAM would not take. */
export function audiencesOf(place: string, scope: IConstruct, additional: string[] = []): string[] {
  const property = 'additionalAudiences';
  const see = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html';
  for (const given of additional) {
    if (isKnownLater(given) || (given.length > 0 && given.length <= LONGEST_AUDIENCE)) continue;
    const reason = `has ${given.length} characters`;
    throw invalidInput(
      { property, given, reason, allowed: `1 to ${LONGEST_AUDIENCE} characters`, see },
      place,
    );
  }
  const audiences = [...new Set([...stsAudiences(scope), ...additional])];
  if (audiences.length > MOST_AUDIENCES) {
    const reason = `makes ${audiences.length} audiences together with those of AWS STS`;
    throw invalidInput(
      { property, given: additional.length, reason, allowed: `${MOST_AUDIENCES} in all`, see },
      place,
    );
  }
  return audiences;
}
