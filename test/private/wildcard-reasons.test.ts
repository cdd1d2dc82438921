import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BEARER_TOKEN_REASON, explainWildcards } from '../../src/private/wildcard-reasons';
import { deploy } from '../support/deployed';
import { newStack } from '../support/stacks';

test('there is nothing to explain for a role without a policy', () => {
  const stack = newStack();
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
  explainWildcards(role, [BEARER_TOKEN_REASON]);
  expect(deploy(stack).map(({ type }) => type)).toEqual(['AWS::IAM::Role']);
});
