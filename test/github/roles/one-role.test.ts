import { App, Aws, CfnCondition, CfnParameter, type Environment, Fn, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, CfnRole, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { include } from '../../support/included';
import { publishRole } from '../../support/publish-role';
import { ACME, newStack } from '../../support/stacks';
import { problemsOf } from '../../support/synthesis';

const SEE = 'https://docs.aws.amazon.com/IAM/latest/APIReference';
const EUROPE = { ...ACME, region: 'eu-west-1' };
const stackIn = (scope: Construct, id: string, env?: Environment) => new Stack(scope, id, { env });
const always = (stack: Stack) =>
  new CfnCondition(stack, 'IsWanted', { expression: Fn.conditionEquals(Aws.REGION, 'us-east-1') });

describe('a second role of a name', () => {
  const assumedBy = new AccountRootPrincipal();
  const others: [situation: string, path: string, make: (stack: Stack) => unknown][] = [
    ['aws-iam', 'Stack/Old', (stack) => new Role(stack, 'Old', { assumedBy, roleName: 'publisher' })],
    [
      'an L1',
      'Stack/Old',
      (stack) => new CfnRole(stack, 'Old', { assumeRolePolicyDocument: {}, roleName: 'publisher' }),
    ],
    [
      'a template that is included',
      'Stack/Legacy/Old',
      (stack) => include(stack, 'AWS::IAM::Role', { RoleName: 'publisher', AssumeRolePolicyDocument: {} }),
    ],
    [
      "aws-iam in other letters' case and with a path",
      'Stack/Old',
      (stack) => new Role(stack, 'Old', { assumedBy, roleName: 'Publisher', path: '/ci/' }),
    ],
  ];

  test.each(others)('made by %s is refused', (_, path, make) => {
    const stack = newStack();
    make(stack);
    publishRole(stack, { roleName: 'publisher' });
    expect(problemsOf(stack)).toEqual([
      `[] ${path} and Stack/Role would both make the role publisher, and an account has one of each name, in ` +
        "whatever Region, path and letters' case. Write instead: another name for Stack/Role, which is roleName, or " +
        `publishRoleName or readRoleName of what makes it. See ${SEE}/API_CreateRole.html`,
    ]);
  });

  test('is refused in another Region of the account', () => {
    const app = new App();
    for (const [id, env] of Object.entries({ One: ACME, Two: EUROPE })) {
      publishRole(stackIn(app, id, env), { roleName: 'publisher' });
    }
    expect(problemsOf(app)).toEqual([expect.stringMatching(/One\/Role and Two\/Role would both make/)]);
  });

  test('is none where CloudFormation makes up the names', () => {
    const stack = newStack();
    new Role(stack, 'Old', { assumedBy });
    publishRole(stack);
    expect(problemsOf(stack)).toEqual([]);
  });

  test('is refused where the name is a parameter of the stack, and none where it is one of another stack', () => {
    const app = new App();
    for (const [id, env] of Object.entries({ One: ACME, Two: EUROPE })) {
      const stack = stackIn(app, id, env);
      const roleName = new CfnParameter(stack, 'Name').valueAsString;
      publishRole(stack, { roleName });
      if (id === 'Two') new Role(stack, 'Old', { assumedBy, roleName });
    }
    expect(problemsOf(app)).toEqual([
      expect.stringContaining('Two/Role and Two/Old would both make the role {"Ref":"Name"}'),
    ]);
  });

  test('is none where a parameter may leave the name to CloudFormation', () => {
    const stack = newStack();
    const roleName = Fn.conditionIf(always(stack).logicalId, 'publisher', Aws.NO_VALUE).toString();
    publishRole(stack, { roleName });
    new Role(stack, 'Old', { assumedBy, roleName });
    expect(problemsOf(stack)).toEqual([]);
  });
});
