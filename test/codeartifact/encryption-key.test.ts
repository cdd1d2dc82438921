import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Domain } from '../../src';
import { deploy } from '../support/deployed';
import { expectRefusal } from '../support/refusals';
import { ACME, newStack } from '../support/stacks';
import { only, statementsIn } from '../support/statements';

const KEY_ARN = 'arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('the policy of the key of a domain', () => {
  test('lets CodeArtifact use it for callers of this account, and leaves the rest to the account', () => {
    const stack = newStack(ACME);
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey: new Key(stack, 'Key') });
    expect(statementsIn(deploy(stack), 'AWS::KMS::Key', 'KeyPolicy')).toEqual([
      {
        effect: 'Allow',
        principal: { AWS: ['arn:aws:iam::111111111111:root'] },
        actions: ['kms:*'],
        resources: ['*'],
        conditions: {},
      },
      {
        effect: 'Allow',
        principal: { AWS: ['*'] },
        actions: ['kms:CreateGrant', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': ['111111111111'],
            'kms:ViaService': ['codeartifact.us-east-1.amazonaws.com'],
          },
        },
      },
    ]);
  });

  test('says the account and Region of deployment where the stack does not', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey: new Key(stack, 'Key') });
    const resources = deploy(stack, { account: '222222222222', region: 'eu-west-1' });
    expect(statementsIn(resources, 'AWS::KMS::Key', 'KeyPolicy')[1].conditions.StringEquals).toEqual({
      'kms:CallerAccount': ['222222222222'],
      'kms:ViaService': ['codeartifact.eu-west-1.amazonaws.com'],
    });
  });

  test('says it once for two domains with the same key', () => {
    const stack = newStack(ACME);
    const encryptionKey = new Key(stack, 'Key');
    new Domain(stack, 'First', { domainName: 'acme', encryptionKey });
    new Domain(stack, 'Second', { domainName: 'acme-test', encryptionKey });
    expect(statementsIn(deploy(stack), 'AWS::KMS::Key', 'KeyPolicy')).toHaveLength(2);
  });
});

describe('the key of a domain', () => {
  test('may be imported', () => {
    const stack = newStack();
    const encryptionKey = Key.fromKeyArn(stack, 'Key', KEY_ARN);
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey });
    expect(only(deploy(stack), 'AWS::CodeArtifact::Domain').properties.EncryptionKey).toBe(KEY_ARN);
  });

  test('may be symmetric by name', () => {
    const stack = newStack();
    const purpose = { keySpec: KeySpec.SYMMETRIC_DEFAULT, keyUsage: KeyUsage.ENCRYPT_DECRYPT };
    const encryptionKey = new Key(stack, 'Key', purpose);
    expect(() => new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey })).not.toThrow();
  });

  test.each([
    [KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT],
    [KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY],
    [KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC],
  ])('may not be %s for %s', (keySpec, keyUsage) => {
    const stack = newStack();
    const encryptionKey = new Key(stack, 'Key', { keySpec, keyUsage });
    expectRefusal(
      () => new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey }),
      `encryptionKey "${keySpec} for ${keyUsage}" can not encrypt a domain.`,
      'Allowed: a symmetric key: KeySpec.SYMMETRIC_DEFAULT for KeyUsage.ENCRYPT_DECRYPT.',
      'See https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html',
      '(construct Stack/Domain)',
    );
  });

  test('may be an alias', () => {
    const stack = newStack();
    const encryptionKey = new Alias(stack, 'Alias', {
      aliasName: 'alias/acme',
      targetKey: new Key(stack, 'Key'),
    });
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey });
    const resources = deploy(stack);
    expect(only(resources, 'AWS::CodeArtifact::Domain').properties.EncryptionKey).toContain('alias/acme');
    expect(statementsIn(resources, 'AWS::KMS::Key', 'KeyPolicy')).toHaveLength(2);
  });
});
