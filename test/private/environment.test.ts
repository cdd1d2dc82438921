import { CfnParameter } from 'aws-cdk-lib';
import { knownPartition, knownRoleArn } from '../../src/private/environment';
import { ACME, newStack } from '../support/stacks';

test.each([
  [undefined, undefined],
  ['us-east-1', 'aws'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['cn-north-1', 'aws-cn'],
])('the partition of the Region %p is %p', (region, partition) => {
  expect(knownPartition(newStack({ region }))).toBe(partition);
});

describe('the ARN of a role', () => {
  test('is known where account, Region and name are', () => {
    expect(knownRoleArn(newStack(ACME), 'publisher')).toBe('arn:aws:iam::111111111111:role/publisher');
    const china = newStack({ account: '111111111111', region: 'cn-north-1' });
    expect(knownRoleArn(china, 'publisher')).toBe('arn:aws-cn:iam::111111111111:role/publisher');
  });

  test('is not known otherwise', () => {
    expect(knownRoleArn(newStack(), 'publisher')).toBeUndefined();
    expect(knownRoleArn(newStack({ account: '111111111111' }), 'publisher')).toBeUndefined();
    expect(knownRoleArn(newStack({ region: 'us-east-1' }), 'publisher')).toBeUndefined();
    const stack = newStack(ACME);
    expect(knownRoleArn(stack, new CfnParameter(stack, 'Name').valueAsString)).toBeUndefined();
  });
});
