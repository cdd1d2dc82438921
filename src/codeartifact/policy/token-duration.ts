import { type Duration, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';

/** In seconds: what CodeArtifact gives at the least and at the most. */
const SHORTEST = 900;
const LONGEST = 43_200;

/**
 * The condition that holds a bearer token to a time; throws for one that CodeArtifact does not give.
 *
 * At the least, too: 0 stands for the whole session. If it exists, since AWS says of the key what it means, and not
 * which services set it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_sts
 */
export function tokenDurationCondition(
  scope: IConstruct,
  duration?: Duration,
): Record<string, Record<string, string>> {
  if (duration === undefined) return {};
  const seconds = duration.toSeconds({ integral: false });
  const isKnown = !Token.isUnresolved(seconds);
  if (isKnown && !(Number.isInteger(seconds) && seconds >= SHORTEST && seconds <= LONGEST)) {
    throw invalidInput(
      {
        property: 'maxTokenDuration',
        given: duration.toHumanString(),
        reason: 'is not a time that CodeArtifact gives a token for',
        allowed: 'full seconds, from 15 minutes to 12 hours',
        see: 'https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html',
      },
      scope,
    );
  }
  return {
    NumericGreaterThanEqualsIfExists: { 'sts:DurationSeconds': String(SHORTEST) },
    NumericLessThanEqualsIfExists: {
      'sts:DurationSeconds': isKnown ? String(seconds) : Token.asString(seconds),
    },
  };
}
