/** The fields of AWS's page, with a provider of the kind that GitHub is. */
export function event(change: object = {}, user: object = {}): object {
  const provider = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
  const sub = 'repo:acme/orders-sdk:ref:refs/heads/main';
  return {
    eventVersion: '1.08',
    userIdentity: {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:${sub}`,
      userName: sub,
      identityProvider: provider,
      ...user,
    },
    eventTime: '2026-11-25T10:00:00Z',
    eventSource: 'sts.amazonaws.com',
    eventName: 'AssumeRoleWithWebIdentity',
    awsRegion: 'us-east-1',
    sourceIPAddress: '192.0.2.1',
    userAgent: 'aws-sdk-js/3.0.0',
    errorCode: 'AccessDenied',
    errorMessage: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    requestParameters: {
      roleArn: 'arn:aws:iam::111111111111:role/publish',
      roleSessionName: 'publish-1',
      durationSeconds: 900,
    },
    responseElements: null,
    requestID: '00000000-0000-0000-0000-000000000000',
    eventType: 'AwsApiCall',
    managementEvent: true,
    readOnly: true,
    ...change,
  };
}
