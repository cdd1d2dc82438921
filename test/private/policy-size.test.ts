import { Aws, CfnParameter, Fn, Lazy } from 'aws-cdk-lib';
import { AccountPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { policySize, policySizeOver } from '../../src/private/policy-size';
import { ACME, newStack } from '../support/stacks';

function documentOn(...resources: string[]): PolicyDocument {
  const statement = new PolicyStatement({ actions: ['codeartifact:DescribeDomain'], resources });
  return new PolicyDocument({ statements: [statement] });
}

const EMPTY = JSON.stringify({
  Statement: [{ Action: 'codeartifact:DescribeDomain', Effect: 'Allow', Resource: '' }],
  Version: '2012-10-17',
}).length;

describe('the size of a policy', () => {
  test('is nothing where there is no statement', () => {
    expect(policySize(newStack(), new PolicyDocument())).toBe(0);
  });

  test('is that of its JSON without white space', () => {
    expect(policySize(newStack(), documentOn('arn:aws:x'))).toBe(EMPTY + 'arn:aws:x'.length);
  });

  test.each([
    ['the account', Aws.ACCOUNT_ID, '111111111111'],
    ['the partition', Aws.PARTITION, 'aws'],
    ['the Region', Aws.REGION, 'us-east-1'],
    ['the domain of URLs', Aws.URL_SUFFIX, 'amazonaws.com'],
    ['what has no shortest text', Aws.STACK_NAME, ''],
    ['parts of a text', `arn:${Aws.PARTITION}:x`, 'arn:aws:x'],
    ['what a function gives', Fn.importValue('X'), ''],
    ['parts that a function gives', `a${Fn.select(1, Fn.split('-', Aws.STACK_NAME))}b`, 'ab'],
  ])('counts %s at its shortest', (_what, resource, shortest) => {
    expect(policySize(newStack(), documentOn(resource))).toBe(EMPTY + shortest.length);
  });

  test('counts a parameter at nothing', () => {
    const stack = newStack();
    const parameter = new CfnParameter(stack, 'Parameter').valueAsString;
    expect(policySize(stack, documentOn(`x${parameter}`))).toBe(EMPTY + 1);
  });

  test('counts a list that only deployment knows at nothing, joined or not', () => {
    const stack = newStack();
    const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList;
    expect(policySize(stack, documentOn(Fn.join(',', list)))).toBe(EMPTY);
    expect(policySize(stack, documentOn(...list))).toBe(EMPTY);
  });

  test('takes a text behind a token where it is known', () => {
    const stack = newStack();
    const name = new CfnParameter(stack, 'Name').valueAsString;
    expect(policySize(stack, documentOn(name), { [name]: 'arn:aws:x' })).toBe(EMPTY + 'arn:aws:x'.length);
  });

  test('counts principals and conditions', () => {
    const stack = newStack(ACME);
    const statement = new PolicyStatement({
      principals: [new AccountPrincipal('111111111111')],
      actions: ['codeartifact:DescribeDomain'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] } },
    });
    const text = JSON.stringify({
      Statement: [
        {
          Action: 'codeartifact:DescribeDomain',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] } },
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111111111111:root' },
          Resource: '*',
        },
      ],
      Version: '2012-10-17',
    });
    expect(policySize(stack, new PolicyDocument({ statements: [statement] }))).toBe(text.length);
  });
});

describe('the size of a policy over a limit', () => {
  const short = documentOn('arn:aws:x');
  const size = EMPTY + 'arn:aws:x'.length;

  test('is there only where it is over', () => {
    expect(policySizeOver(size - 1, newStack(), short)).toBe(size);
    expect(policySizeOver(size, newStack(), short)).toBeUndefined();
    expect(policySizeOver(5120, newStack(), short)).toBeUndefined();
    expect(policySizeOver(1, newStack(), new PolicyDocument())).toBeUndefined();
  });

  test('is there where tokens make it so', () => {
    const account = documentOn(...Array.from({ length: 20 }, (_, index) => `${index}${Aws.ACCOUNT_ID}`));
    const exact = policySize(newStack(), account);
    expect(policySizeOver(exact - 1, newStack(), account)).toBe(exact);
    expect(policySizeOver(exact, newStack(), account)).toBeUndefined();
  });

  test('is there where a list or an object that is one token makes it so', () => {
    const values = Array.from({ length: 500 }, (_, index) => `o-${String(index).padStart(10, '0')}`);
    const conditions = [
      { StringEquals: { 'aws:PrincipalOrgID': Lazy.list({ produce: () => values }) } },
      { StringEquals: Lazy.any({ produce: () => ({ 'aws:PrincipalOrgID': values }) }) },
    ];
    for (const condition of conditions) {
      const statement = new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: ['*'],
        conditions: condition,
      });
      expect(
        policySizeOver(5120, newStack(), new PolicyDocument({ statements: [statement] })),
      ).toBeGreaterThan(7500);
    }
  });
});
