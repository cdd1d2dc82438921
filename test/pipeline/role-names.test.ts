import { App, Stack } from 'aws-cdk-lib';
import { type CfnRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
  const role = (env?: { account: string; region: string }, roleName?: string) =>
    new Role(owner(env), 'Role', { roleName, assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
  const written = (of: Role): unknown => of.stack.resolve(writtenRoleArn(of));

  test.each([
    ['us-east-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
  ])('is text in %s', (region, partition) => {
    expect(written(role({ account: '111111111111', region }, 'publish'))).toBe(
      `arn:${partition}:iam::111111111111:role/publish`,
    );
  });

  test.each([
    ['without a name', role({ account: '111111111111', region: 'us-east-1' })],
    ['without an env', role(undefined, 'publish')],
    [
      'in a partition that is not known',
      role({ account: '111111111111', region: 'us-iso-east-1' }, 'publish'),
    ],
  ])('is a reference %s', (_, of) => {
    expect(written(of)).toEqual({ 'Fn::GetAtt': [expect.stringContaining('Role'), 'Arn'] });
  });

  test('is the one that the role has when it is read', () => {
    const of = role({ account: '111111111111', region: 'us-east-1' }, 'publish');
    const arn = writtenRoleArn(of);
    (of.node.defaultChild as CfnRole).roleName = 'acme-publish';
    expect(of.stack.resolve(arn)).toBe('arn:aws:iam::111111111111:role/acme-publish');
  });
});
