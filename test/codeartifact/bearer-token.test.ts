import { AccountPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { grantBearerToken } from '../../src/codeartifact/bearer-token';
import { ACME, newStack } from '../support/stacks';
import { identityStatements } from '../support/statements';

describe('the bearer token', () => {
  test('is granted on every resource, since STS knows none, and for CodeArtifact only', () => {
    const stack = newStack(ACME);
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
    grantBearerToken(role).assertSuccess();
    expect(identityStatements(stack)).toEqual([
      {
        effect: 'Allow',
        actions: ['sts:GetServiceBearerToken'],
        resources: ['*'],
        conditions: { StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] } },
      },
    ]);
  });

  test('is granted by identity policies only', () => {
    expect(grantBearerToken(new AccountPrincipal('222222222222')).success).toBe(false);
  });
});
