import { Lazy } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { limitRolePolicies } from '../../src/private/role-policies';
import { deploy } from '../support/deployed';
import { publishRole } from '../support/publish-role';
import { expectRefusal } from '../support/refusals';
import { ACME, newStack } from '../support/stacks';

const names = (count: number) => Array.from({ length: count }, (_, index) => `orders-component-${index}`);

function limitedRole(stack = newStack(ACME), managedPolicies = 0): Role {
  const role = new Role(stack, 'Role', {
    assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
    managedPolicies: names(managedPolicies).map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
  });
  limitRolePolicies(role);
  return role;
}

/** A statement of that many characters, and some more for what is around its resource. */
function statement(size: number): PolicyStatement {
  return new PolicyStatement({ actions: ['a:B'], resources: ['x'.repeat(size)] });
}

describe('the policies of a role', () => {
  test.each([1, 20, 21, 60, 100, 300])('are inside the limits of IAM with %p packages', (count) => {
    const stack = newStack(ACME);
    publishRole(stack, { packages: names(count) });
    const resources = deploy(stack);
    const policies = resources.filter(({ type }) => /Policy$/.test(type));
    for (const { type, properties } of policies) {
      const size = JSON.stringify(properties.PolicyDocument).length;
      expect(size).toBeLessThanOrEqual(type === 'AWS::IAM::Policy' ? 10_240 : 6_144);
    }
    const arns = policies.flatMap(({ properties }) =>
      properties.PolicyDocument.Statement.flatMap(
        ({ Resource }: { Resource: string | string[] }) => Resource,
      ),
    );
    expect(arns.filter((arn) => arn.includes(':package/')).length).toBe(count);
  });

  test('are refused where there would be more than IAM attaches', () => {
    const stack = newStack(ACME);
    publishRole(stack, { packages: names(1000) });
    expect(() => deploy(stack)).toThrow(
      /The role Stack\/Role would have \d\d managed policies for all that is granted to it; the limit is 10\. Name fewer packages, name them by a prefix such as 'acme-\*', or divide them among several roles\./,
    );
  });

  test('are counted with those that were attached', () => {
    const stack = newStack(ACME);
    const role = limitedRole(stack, 10);
    for (let index = 0; index < 3; index++) role.addToPolicy(statement(4_900 + index));
    expectRefusal(
      () => deploy(stack),
      'Validation failed with the following errors:\n  [Stack/Role]',
      'The role Stack/Role would have 11 managed policies for all that is granted to it; the limit is 10.',
      "Name fewer packages, name them by a prefix such as 'acme-*', or divide them among several roles.",
    );
  });

  test('may be as many as IAM attaches', () => {
    const stack = newStack(ACME);
    const role = limitedRole(stack, 9);
    for (let index = 0; index < 3; index++) role.addToPolicy(statement(4_900 + index));
    expect(() => deploy(stack)).not.toThrow();
  });

  test('are refused where the inline one is larger than CDK thinks it is', () => {
    const stack = newStack(ACME);
    const lazy = names(40).map((name) => Lazy.string({ produce: () => name.padEnd(200, 'x') }));
    const role = limitedRole(stack);
    role.addToPolicy(statement(3_500));
    role.addToPolicy(new PolicyStatement({ actions: ['a:B'], resources: lazy }));
    expect(() => deploy(stack)).toThrow(
      /The inline policy Stack\/Role\/DefaultPolicy is 11\d\d\d characters; the limit is 10240\. Grant in smaller statements, or less\./,
    );
  });

  test('are refused where one statement is too large for a managed policy', () => {
    const stack = newStack(ACME);
    const role = limitedRole(stack);
    role.addToPolicy(statement(9_000));
    role.addToPolicy(statement(9_001));
    expect(() => deploy(stack)).toThrow(
      /The managed policy Stack\/Role\/OverflowPolicy1 is 90\d\d characters; the limit is 6144\./,
    );
  });
});
