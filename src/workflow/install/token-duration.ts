import { Duration, Token } from 'aws-cdk-lib';
import { invalidInput } from '../../private/invalid-input';

const SHORTEST = 900;
const LONGEST = 43_200;

/** How long the sessions of a role may last, where nothing is said. */
const LONGEST_SESSION = 3600;

/**
 * How long a token lasts, in seconds. Throws for a time that CodeArtifact gives no token for, and for one that is longer
 * than the role may get.
 */
export function tokenSeconds(place: string, duration?: Duration, maxDuration?: Duration): number {
  if (duration === undefined) return SHORTEST;
  const seconds = secondsOf(duration);
  const longest = maxDuration === undefined ? LONGEST : (secondsOf(maxDuration) ?? LONGEST);
  if (seconds !== undefined && Number.isInteger(seconds) && seconds >= SHORTEST && seconds <= longest)
    return seconds;
  const isHeld = seconds !== undefined && seconds > longest && longest < LONGEST;
  throw invalidInput(
    {
      property: 'tokenDuration',
      given: seconds === undefined ? '(a token)' : duration.toHumanString(),
      reason: isHeld
        ? `is longer than maxTokenDuration, ${maxDuration?.toHumanString()}`
        : 'is not a time that CodeArtifact gives a token for',
      allowed: 'full seconds, from 15 minutes to 12 hours, as text in the workflow',
      see: 'https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html',
    },
    place,
  );
}

/** How long the sessions of a role may last that gets such tokens; undefined where that is so anyway. */
export function sessionDuration(seconds: number): Duration | undefined {
  return seconds > LONGEST_SESSION ? Duration.seconds(seconds) : undefined;
}

function secondsOf(duration: Duration): number | undefined {
  const seconds = duration.toSeconds({ integral: false });
  return Token.isUnresolved(seconds) ? undefined : seconds;
}
