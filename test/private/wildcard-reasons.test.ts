import { Aspects } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks } from 'cdk-nag';
import { BEARER_TOKEN_REASON, explainWildcards } from '../../src/private/wildcard-reasons';
import { deploy } from '../support/deployed';
import { publishRole } from '../support/publish-role';
import { ACME, newStack } from '../support/stacks';

test('there is nothing to explain for a role without a policy', () => {
  const stack = newStack();
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
  explainWildcards(role, [BEARER_TOKEN_REASON]);
  expect(deploy(stack).map(({ type }) => type)).toEqual(['AWS::IAM::Role']);
});

test('what is granted later is explained as well', () => {
  const stack = newStack();
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
  explainWildcards(role, [BEARER_TOKEN_REASON]);
  role.addToPolicy(new PolicyStatement({ actions: ['sts:GetServiceBearerToken'], resources: ['*'] }));
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(policies.map(({ Metadata }) => Metadata.cdk_nag.rules_to_suppress)).toEqual([
    [
      {
        id: 'AwsSolutions-IAM5',
        reason: BEARER_TOKEN_REASON.reason,
        applies_to: [{ regex: '/^Resource::\\*$/' }],
      },
    ],
  ]);
});

test('every policy of a role with very many packages is explained', () => {
  const stack = newStack(ACME);
  publishRole(stack, { packages: Array.from({ length: 200 }, (_, index) => `orders-component-${index}-*`) });
  Aspects.of(stack).add(new AwsSolutionsChecks());
  expect(deploy(stack).filter(({ type }) => type === 'AWS::IAM::ManagedPolicy').length).toBeGreaterThan(1);
  expect(Annotations.fromStack(stack).findError('*', Match.stringLikeRegexp('AwsSolutions'))).toEqual([]);
});
