import { CfnCondition, CfnResource, NestedStack, type Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { effectiveType, isConditional } from '../../../src/private/last-word/effective-resource';
import { lastWord } from '../../../src/private/last-word/last-word';
import { deploy } from '../../support/deployed';
import { newStack } from '../../support/stacks';

const withClass = (stack: Stack): CfnResource =>
  new CfnRole(stack, 'Role', { roleName: 'given', assumeRolePolicyDocument: {} });
const withoutClass = (stack: Stack) =>
  new CfnResource(stack, 'Role', { type: 'AWS::IAM::Role', properties: { RoleName: 'given' } });

describe.each([
  ['with a class of its own', withClass],
  ['without a class of its own', withoutClass],
])('what is read of a resource %s is what its template says', (_, make) => {
  test.each<[word: string, say: (role: CfnResource) => void, name: string | undefined]>([
    ['as it was given', () => {}, 'given'],
    ['an override', (role) => role.addPropertyOverride('RoleName', 'last'), 'last'],
    [
      'an override of an override',
      (role) => ['first', 'last'].map((name) => role.addPropertyOverride('RoleName', name)),
      'last',
    ],
    ['an override of something else', (role) => role.addPropertyOverride('Path', '/ci/'), 'given'],
    [
      'an override of a part of something else',
      (role) => role.addOverride('Metadata.RoleName', 'last'),
      'given',
    ],
    ['a deletion', (role) => role.addPropertyDeletionOverride('RoleName'), undefined],
  ])('%s', (_word, say, name) => {
    const stack = newStack();
    const role = make(stack);
    say(role);
    expect(lastWord(role, 'RoleName')).toBe(name);
    expect(deploy(stack)[0].properties.RoleName).toBe(name);
  });
});

test('the type of a resource can be overridden as well', () => {
  const role = withClass(newStack());
  expect(effectiveType(role)).toBe('AWS::IAM::Role');
  role.addOverride('Type', 'Custom::Role');
  expect(effectiveType(role)).toBe('Custom::Role');
});

test('a member that is set after the constructor counts', () => {
  const role = withClass(newStack()) as CfnRole;
  role.roleName = 'last';
  expect(lastWord(role, 'RoleName')).toBe('last');
});

describe('a condition', () => {
  const never = (stack: Stack) => new CfnCondition(stack, 'Never');

  test.each<[whose: string, put: (stack: Stack, role: CfnResource) => void]>([
    ['its own', (stack, role) => Object.assign(role.cfnOptions, { condition: never(stack) })],
    ['of an override', (stack, role) => role.addOverride('Condition', never(stack).logicalId)],
  ])('of a resource is %s', (_, put) => {
    const stack = newStack();
    const role = withClass(stack);
    expect(isConditional(role)).toBe(false);
    put(stack, role);
    expect(isConditional(role)).toBe(true);
  });

  test('may be one of a nested stack around its nested stack', () => {
    const stack = newStack();
    const outer = new NestedStack(stack, 'Outer');
    const role = withClass(new NestedStack(outer, 'Inner'));
    expect(isConditional(role)).toBe(false);
    Object.assign((outer.nestedStackResource as CfnResource).cfnOptions, { condition: never(stack) });
    expect(isConditional(role)).toBe(true);
  });
});
