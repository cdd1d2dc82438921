import { Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  namesEnvironmentBeyond,
  unknownEnvironment,
} from '../../../src/workflow/checkout/unknown-environment';

const [account, region] = ['111111111111', 'eu-west-1'];

test.each([
  [undefined, 'Account and Region of stack Default were not known this time.'],
  [{ region }, 'Account of stack Default was not known this time.'],
  [{ account }, 'Region of stack Default was not known this time.'],
  [{ account, region }, undefined],
  [{ account: Token.asString({ Ref: 'A' }), region }, 'Account of stack Default was not known this time.'],
])('of a stack in %j: %s', (env, sentence) => {
  expect(unknownEnvironment(new Construct(new Stack(undefined, undefined, { env }), 'C'))).toBe(sentence);
});

test('of what is in no stack, nothing is said', () => {
  expect(unknownEnvironment(new Construct(undefined as unknown as Construct, ''))).toBeUndefined();
});

test.each([
  ['arn:aws:iam::111111111111:role/a', '', true],
  ['region: eu-west-1', 'region: eu-west-2', true],
  ['region: us-gov-west-1', '', true],
  ['arn:aws:iam::111111111111:role/a', 'owner: 111111111111', false],
  ['a: 1111111111112', '', false],
  ['name: my-acme-sdk-1', '', false],
  ['name: b', 'name: a', false],
])('%j names an account or a Region beyond %j: %s', (text, other, is) => {
  expect(namesEnvironmentBeyond(text, other)).toBe(is);
});
