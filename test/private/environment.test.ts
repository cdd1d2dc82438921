import { Aws, CfnParameter } from 'aws-cdk-lib';
import { knownPartition, knownRoleArn, knownUrlSuffix } from '../../src/private/environment';
import { ACME, newStack } from '../support/stacks';

test.each([
  ...['us-east-1', 'eu-west-1', 'ap-south-1', 'ca-central-1', 'sa-east-1', 'me-central-1', 'af-south-1'].map(
    (region) => [region, 'aws', 'amazonaws.com'],
  ),
  ['il-central-1', 'aws', 'amazonaws.com'],
  ['mx-central-1', 'aws', 'amazonaws.com'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
])('the Region %p is in the partition %p, and its host names end in %p', (region, partition, urlSuffix) => {
  expect(knownPartition(region)).toBe(partition);
  expect(knownUrlSuffix(region)).toBe(urlSuffix);
});

test.each([Aws.REGION, 'us-iso-east-1'])('of the Region %p neither is known', (region) => {
  expect(knownPartition(region)).toBeUndefined();
  expect(knownUrlSuffix(region)).toBeUndefined();
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
