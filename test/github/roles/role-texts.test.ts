import { Lazy } from 'aws-cdk-lib';
import { checkRoleDescription, checkRoleName } from '../../../src/github/roles/role-texts';
import { expectRefusal } from '../../support/refusals';

const SEE =
  'See https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (construct Stack/Role)';

describe('the name of a role', () => {
  test.each([
    undefined,
    'publish',
    'a+b=c,d.e@f-g_h',
    'x'.repeat(64),
    Lazy.string({ produce: () => '/' }),
    'dummy-value-for-/acme/role',
  ])('may be %j', (name) => {
    expect(() => checkRoleName('Stack/Role', 'publishRoleName', name)).not.toThrow();
  });

  test.each(['', 'a/b', 'a b', 'x'.repeat(65), 'v*'])('may not be %j', (name) => {
    expectRefusal(
      () => checkRoleName('Stack/Role', 'publishRoleName', name),
      `publishRoleName "${name}" is not a name that IAM takes.`,
      "Allowed: 1 to 64 letters, digits and '_+=,.@-'; no path.",
      SEE,
    );
  });
});

test('the description of a role has up to 1,000 characters', () => {
  expect(() => checkRoleDescription('Stack/Role', 'x'.repeat(1000))).not.toThrow();
  expectRefusal(
    () => checkRoleDescription('Stack/Role', 'x'.repeat(1001)),
    `description "${'x'.repeat(40)}…" is 1001 characters long.`,
    'Allowed: up to 1,000 characters.',
    SEE,
  );
});
