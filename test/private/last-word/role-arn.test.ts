import { Fn, Lazy, PhysicalName } from 'aws-cdk-lib';
import { type CfnRole, Role, type RoleProps, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { knownArnOf, pathAndNameOf } from '../../../src/private/last-word/role-arn';
import { ACME, newStack } from '../../support/stacks';

function role(props: Partial<RoleProps> = {}, env: typeof ACME | undefined = ACME): Role {
  const assumedBy = new ServicePrincipal('codebuild.amazonaws.com');
  return new Role(newStack(env), 'Role', { assumedBy, ...props });
}

describe('the ARN of a role is text', () => {
  test.each<[string, Partial<RoleProps>, string]>([
    ['with its name', { roleName: 'publish' }, 'publish'],
    ['with its path', { roleName: 'publish', path: '/teams/python/' }, 'teams/python/publish'],
    ['with no path but a slash', { roleName: 'publish', path: '/' }, 'publish'],
    ['with a token that is text', { roleName: Lazy.string({ produce: () => 'lazy' }) }, 'lazy'],
  ])('%s', (_, props, name) => {
    expect(knownArnOf(role(props))).toBe(`arn:aws:iam::111111111111:role/${name}`);
  });

  test('with the name of the one that was made before', () => {
    const stack = newStack(ACME);
    Role.customizeRoles(stack, { usePrecreatedRoles: { 'Stack/Role': 'teams/by-hand' } });
    const assumedBy = new ServicePrincipal('codebuild.amazonaws.com');
    expect(knownArnOf(new Role(stack, 'Role', { assumedBy }))).toBe(
      'arn:aws:iam::111111111111:role/teams/by-hand',
    );
  });
});

describe('the ARN of a role is not known', () => {
  test.each<[string, Role]>([
    ['without a name', role()],
    ['with a name that CDK makes up if it has to', role({ roleName: PhysicalName.GENERATE_IF_NEEDED })],
    ['with a name that only deployment knows', role({ roleName: Fn.importValue('name') })],
    ['in a path that only deployment knows', role({ roleName: 'publish', path: Fn.importValue('path') })],
  ])('%s', (_, of) => {
    expect(pathAndNameOf(of)).toBeUndefined();
    expect(knownArnOf(of)).toBeUndefined();
  });

  test('without an account, though name and path are', () => {
    const of = new Role(newStack(), 'Role', {
      roleName: 'publish',
      assumedBy: new ServicePrincipal('codebuild.amazonaws.com'),
    });
    (of.node.defaultChild as CfnRole).path = '/teams/';
    expect(pathAndNameOf(of)).toBe('teams/publish');
    expect(knownArnOf(of)).toBeUndefined();
  });

  test('of one that was not made yet, and that CDK does not make', () => {
    const stack = newStack(ACME);
    Role.customizeRoles(stack);
    const assumedBy = new ServicePrincipal('codebuild.amazonaws.com');
    expect(knownArnOf(new Role(stack, 'Role', { assumedBy }))).toBeUndefined();
  });
});
