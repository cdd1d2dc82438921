import type { Duration } from 'aws-cdk-lib';

/** What holds for the tokens that a principal gets. */
export interface AuthorizationTokenOptions {
  /**
   * How long a token may be valid at the most: 15 minutes to 12 hours. A principal has to say a time then, since a
   * token without one is as long as its session, or 12 hours. It can ask for another token while its session lasts.
   *
   * Where CodeArtifact does not pass the time on to STS, nothing is held.
   * @default - what CodeArtifact allows, 12 hours
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html
   */
  readonly maxTokenDuration?: Duration;
}
