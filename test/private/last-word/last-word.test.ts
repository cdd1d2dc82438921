import { Fn } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { atSynthesis, lastWord, saidNow } from '../../../src/private/last-word/last-word';
import { newStack } from '../../support/stacks';

const INTRINSIC = { 'Fn::ImportValue': 'name' };

describe('the last word on a property is what the template says', () => {
  test.each<[string, (role: CfnRole) => void]>([
    ['of the constructor', () => undefined],
    [
      'set',
      (role) => {
        role.roleName = 'set';
      },
    ],
    [
      'set to nothing',
      (role) => {
        role.roleName = undefined;
      },
    ],
    [
      'set to a token',
      (role) => {
        role.roleName = Fn.importValue('name');
      },
    ],
    ['overridden', (role) => role.addPropertyOverride('RoleName', 'over')],
    ['overridden by a path of its own', (role) => role.addOverride('Properties.RoleName', 'over')],
    ['overridden with all properties', (role) => role.addOverride('Properties', { RoleName: 'over' })],
    ['overridden by JSON', (role) => role.addPropertyOverride('RoleName', INTRINSIC)],
    ['overridden in part', (role) => role.addPropertyOverride('RoleName.Fn::ImportValue', 'name')],
    ['overridden by a token', (role) => role.addPropertyOverride('RoleName', Fn.importValue('name'))],
    ['overridden by a number', (role) => role.addPropertyOverride('RoleName', 42)],
    ['overridden by nothing', (role) => role.addPropertyDeletionOverride('RoleName')],
    ['beside what is overridden', (role) => role.addPropertyOverride('Path', '/over/')],
    ['beside metadata that is overridden', (role) => role.addOverride('Metadata.Why', 'over')],
    [
      'overridden before it is set',
      (role) => {
        role.addPropertyOverride('RoleName', 'over');
        role.roleName = 'set';
      },
    ],
  ])('%s', (_, change) => {
    const stack = newStack();
    const role = new CfnRole(stack, 'Role', { assumeRolePolicyDocument: {}, roleName: 'given' });
    change(role);
    const said = stack.resolve(lastWord(role, 'RoleName'));
    const [written] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'));
    expect(said).toEqual(written.Properties?.RoleName);
  });
});

test('a text of the last word is another one whenever it is asked for', () => {
  const stack = newStack();
  let word = 'first';
  const text = `the ${atSynthesis(() => word)}`;
  expect(stack.resolve(text)).toBe('the first');
  word = 'last';
  expect(stack.resolve(text)).toBe('the last');
});

test('such a text can be read at once, and no other token can', () => {
  const text = atSynthesis(() => 'now');
  expect(saidNow(text)).toBe('now');
  expect(saidNow(`${text} and then`)).toBeUndefined();
  expect(saidNow(Fn.importValue('name'))).toBeUndefined();
});
