import { event } from '../../testing/cloudtrail';
import { issuerName } from './caller';
import { readCaller } from './read-caller';

const read = (input: string) => readCaller(input, 'event.json');

describe('an event of CloudTrail', () => {
  const lookedUp = (one: object) => ({ EventId: '1', EventName: 'x', CloudTrailEvent: JSON.stringify(one) });
  const other = event({ eventName: 'GetCallerIdentity' });

  test.each([
    ['by itself', event()],
    ['in a log file', { Records: [other, event()] }],
    ['as lookup-events gives it', { Events: [lookedUp(other), lookedUp(event())] }],
    ['one that lookup-events gives', lookedUp(event())],
    ['as EventBridge gives it', { 'detail-type': 'AWS API Call via CloudTrail', detail: event() }],
    ['in a list', [event()]],
  ])('%s', (_, input) => {
    expect(read(JSON.stringify(input))).toEqual({
      source: 'event',
      isComplete: false,
      claims: {
        sub: 'repo:acme/orders-sdk:ref:refs/heads/main',
        aud: 'sts.amazonaws.com',
        iss: 'https://token.actions.githubusercontent.com',
        repository: 'acme/orders-sdk',
        repository_owner: 'acme',
        ref: 'refs/heads/main',
        environment: undefined,
      },
      roleArn: 'arn:aws:iam::111111111111:role/publish',
      sessionName: 'publish-1',
      answer: {
        code: 'AccessDenied',
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      },
      notes: [
        'CloudTrail says subject, audience and provider of a token; what else is compared comes from the subject, or is not known.',
      ],
    });
  });

  test('of several the newest that failed', () => {
    const at = (eventTime: string, more: object = {}) =>
      event({
        eventTime,
        requestParameters: { roleArn: `arn:aws:iam::111111111111:role/${eventTime}` },
        ...more,
      });
    const succeeded = { errorCode: undefined, errorMessage: undefined };
    const input = {
      Records: [
        at('2026-11-24T01:00:00Z'),
        at('2026-11-25T01:00:00Z'),
        at('2026-11-26T01:00:00Z', succeeded),
      ],
    };
    const { roleArn, notes } = read(JSON.stringify(input));
    expect(roleArn).toContain('2026-11-25');
    expect(notes[0]).toBe('Of 3 events it is the newest that failed, of 2026-11-25T01:00:00Z.');
  });

  test('a session that was given has what is missing in its answer', () => {
    const input = event(
      {
        errorCode: undefined,
        responseElements: {
          subjectFromWebIdentityToken: 'repo:acme/x:ref:refs/heads/main',
          audience: 'sts.amazonaws.com',
          provider: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com/acme',
        },
      },
      { userName: undefined, principalId: undefined, identityProvider: undefined },
    );
    const caller = read(JSON.stringify(input));
    expect(caller.claims).toMatchObject({ sub: 'repo:acme/x:ref:refs/heads/main', aud: 'sts.amazonaws.com' });
    expect(issuerName(caller)).toBe('token.actions.githubusercontent.com/acme');
  });
});
