import { Aspects } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks, NagSuppressions } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { BEARER_TOKEN_REASON, explainWildcards } from '../../src/private/wildcard-reasons';
import { deploy } from '../support/deployed';
import { publishRole } from '../support/publish-role';
import { ACME, newStack } from '../support/stacks';

import cdk = require('aws-cdk-lib');

const BEARER_TOKEN_RULE = {
  id: 'AwsSolutions-IAM5',
  reason: BEARER_TOKEN_REASON.reason,
  applies_to: [{ regex: '/^Resource::\\*$/' }],
};
const INLINE_RULES = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map((pack) => ({
  id: `${pack}-IAMNoInlinePolicy`,
  reason: 'It is written for this one role, is of use to no other, and is deleted with it.',
}));

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
    [BEARER_TOKEN_RULE, ...INLINE_RULES],
  ]);
});

test('what somebody else suppressed stays suppressed', () => {
  const stack = newStack();
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
  explainWildcards(role, [BEARER_TOKEN_REASON]);
  role.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
  NagSuppressions.addResourceSuppressions(
    role,
    [{ id: 'AwsSolutions-IAM5', reason: 'Of no concern here.', appliesTo: ['Action::s3:*'] }],
    true,
  );
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(policy.Metadata.cdk_nag.rules_to_suppress).toEqual([
    { id: 'AwsSolutions-IAM5', reason: 'Of no concern here.', applies_to: ['Action::s3:*'] },
    BEARER_TOKEN_RULE,
    ...INLINE_RULES,
  ]);
});

test('a managed policy is not explained as an inline one', () => {
  const stack = newStack(ACME);
  publishRole(stack, { packages: Array.from({ length: 200 }, (_, index) => `orders-component-${index}-*`) });
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy'));
  const ids = policy.Metadata.cdk_nag.rules_to_suppress.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(['AwsSolutions-IAM5', 'AwsSolutions-IAM5']);
});

describe('where the CDK has acknowledgements', () => {
  const acknowledged: [string, string, string][] = [];
  const of = (scope: IConstruct) => ({
    acknowledge: (...rules: { id: string; reason: string }[]) => {
      for (const { id, reason } of rules) acknowledged.push([scope.node.path, id, reason]);
    },
  });
  beforeEach(() => {
    acknowledged.length = 0;
    Object.defineProperty(cdk, 'Validations', { value: { of }, configurable: true });
  });
  afterEach(() => {
    delete (cdk as { Validations?: unknown }).Validations;
  });

  test('each wildcard that is explained is named, and no other', () => {
    const stack = newStack(ACME);
    const role = publishRole(stack, { packages: ['acme-*', 'orders-sdk'] });
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::acme/*'] }));
    Template.fromStack(stack);
    const wildcards = acknowledged.filter(([, id]) => id.startsWith('AwsSolutions'));
    expect(wildcards.map(([, id]) => id).sort()).toEqual([
      'AwsSolutions-IAM5[Resource::*]',
      expect.stringMatching(/^AwsSolutions-IAM5\[Resource::arn:.*:package\/.*\/pypi\/\/acme-\*\]$/),
    ]);
    expect(new Set(acknowledged.map(([path]) => path))).toEqual(new Set([`${role.node.path}/DefaultPolicy`]));
  });

  test('the inline policy is, in each pack of rules', () => {
    const stack = newStack(ACME);
    publishRole(stack);
    Template.fromStack(stack);
    const inline = acknowledged.map(([, id, reason]) => ({ id, reason })).slice(-INLINE_RULES.length);
    expect(inline).toEqual(INLINE_RULES);
  });
});

test('every policy of a role with very many packages is explained', () => {
  const stack = newStack(ACME);
  publishRole(stack, { packages: Array.from({ length: 200 }, (_, index) => `orders-component-${index}-*`) });
  Aspects.of(stack).add(new AwsSolutionsChecks());
  expect(deploy(stack).filter(({ type }) => type === 'AWS::IAM::ManagedPolicy').length).toBeGreaterThan(1);
  expect(Annotations.fromStack(stack).findError('*', Match.stringLikeRegexp('AwsSolutions'))).toEqual([]);
});
