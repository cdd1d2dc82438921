import { App, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { roleNameFor, writtenRoleArn } from '../../src/pipeline/role-names';

function owner(env?: { account?: string; region?: string }, stackName = 'Artifacts'): Construct {
  return new Construct(new Stack(new App(), stackName, { env }), 'Python');
}

describe('the name of a role that stands in a workflow', () => {
  test('says stack, construct and Region', () => {
    const name = roleNameFor(owner({ account: '111111111111', region: 'us-east-1' }), 'read');
    expect(name).toMatch(/^Artifacts-Python-[0-9A-F]{8}-read-us-east-1$/);
  });

  test('is another one in another Region, since IAM has one namespace for all', () => {
    const names = ['us-east-1', 'eu-west-1'].map((region) =>
      roleNameFor(owner({ account: '111111111111', region })),
    );
    expect(new Set(names).size).toBe(2);
  });

  test('fits into the 64 characters of IAM', () => {
    const name = roleNameFor(
      owner({ account: '111111111111', region: 'ap-southeast-2' }, 'A'.repeat(128)),
      'read',
    );
    expect(name?.length).toBeLessThanOrEqual(64);
    expect(name).toMatch(/-read-ap-southeast-2$/);
  });

  test.each([
    undefined,
    { account: '111111111111' },
    { region: 'us-east-1' },
  ])('is left to CloudFormation with env %j', (env) => {
    expect(roleNameFor(owner(env))).toBeUndefined();
  });
});

describe('the ARN of a role that stands in a workflow', () => {
  const role = (env?: { account: string; region: string }) =>
    new Role(owner(env), 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });

  test.each([
    ['us-east-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
  ])('is text in %s', (region, partition) => {
    expect(writtenRoleArn(role({ account: '111111111111', region }), 'publish')).toBe(
      `arn:${partition}:iam::111111111111:role/publish`,
    );
  });

  test('is a token without a name, without an env and in a partition that is not known', () => {
    const known = role({ account: '111111111111', region: 'us-east-1' });
    expect(writtenRoleArn(known, undefined)).toBe(known.roleArn);
    const agnostic = role();
    expect(writtenRoleArn(agnostic, 'publish')).toBe(agnostic.roleArn);
    const isolated = role({ account: '111111111111', region: 'us-iso-east-1' });
    expect(writtenRoleArn(isolated, 'publish')).toBe(isolated.roleArn);
  });
});
