import { Duration, Lazy } from 'aws-cdk-lib';
import { sessionDuration, tokenSeconds } from '../../../src/workflow/install/token-duration';

test('a token lasts 15 minutes, or as long as is said', () => {
  expect(tokenSeconds('A')).toBe(900);
  expect(tokenSeconds('A', Duration.hours(12))).toBe(43_200);
  expect(tokenSeconds('A', Duration.minutes(30), Duration.minutes(30))).toBe(1800);
});

test('sessions of the role last an hour, and longer only for such tokens', () => {
  expect(sessionDuration(3600)).toBeUndefined();
  expect(sessionDuration(3601)?.toSeconds()).toBe(3601);
});

test.each([
  [Duration.minutes(14), undefined, '"14 minutes" is not a time that CodeArtifact gives a token for'],
  [Duration.hours(13), undefined, '"13 hours" is not a time that CodeArtifact gives a token for'],
  [
    Duration.millis(900_500),
    undefined,
    '"15 minutes 500 millis" is not a time that CodeArtifact gives a token for',
  ],
  [Duration.hours(2), Duration.hours(1), '"2 hours" is longer than maxTokenDuration, 1 hour'],
  [
    Duration.seconds(Lazy.number({ produce: () => 900 })),
    undefined,
    '"(a token)" is not a time that CodeArtifact gives a token for',
  ],
])('%s of at most %s is refused', (duration, max, problem) => {
  expect(() => tokenSeconds('A', duration, max)).toThrow(
    new Error(
      `tokenDuration ${problem}. Allowed: full seconds, from 15 minutes to 12 hours, as text in the workflow. See https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html (construct A)`,
    ),
  );
});
