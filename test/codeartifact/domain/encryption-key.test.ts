import { RemovalPolicy } from 'aws-cdk-lib';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Domain } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { only, statementsIn } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

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

  test('may not be an alias of an asymmetric key', () => {
    const stack = newStack();
    const targetKey = new Key(stack, 'Key', { keySpec: KeySpec.RSA_2048, keyUsage: KeyUsage.SIGN_VERIFY });
    const made = new Alias(stack, 'Alias', { aliasName: 'alias/acme', targetKey });
    const imported = Alias.fromAliasAttributes(stack, 'Imported', {
      aliasName: 'alias/acme',
      aliasTargetKey: made,
    });
    for (const [id, encryptionKey] of Object.entries({ made, imported })) {
      expect(() => new Domain(stack, id, { domainName: 'acme', encryptionKey })).toThrow(
        'encryptionKey "RSA_2048 for SIGN_VERIFY" can not encrypt a domain.',
      );
    }
  });

  test('may be an alias of which only the name is known', () => {
    const stack = newStack(ACME);
    const encryptionKey = Alias.fromAliasName(stack, 'Alias', 'alias/acme');
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey });
    expect(only(deploy(stack), 'AWS::CodeArtifact::Domain').properties.EncryptionKey).toContain('alias/acme');
  });

  test('may not be of another Region', () => {
    const stack = newStack({ ...ACME, region: 'eu-west-1' });
    expectRefusal(
      () =>
        new Domain(stack, 'Domain', {
          domainName: 'acme',
          encryptionKey: Key.fromKeyArn(stack, 'Key', KEY_ARN),
        }),
      'encryptionKey "Stack/Key" is in us-east-1, and the stack in eu-west-1.',
      'Allowed: a key of the Region of the stack.',
      'See https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html',
      '(construct Stack/Domain)',
    );
  });

  test('is told what its policy needs where it is imported', () => {
    const stack = newStack(ACME);
    const encryptionKey = Key.fromKeyArn(stack, 'Key', KEY_ARN);
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey });
    const statement = {
      Action: ['kms:CreateGrant', 'kms:DescribeKey'],
      Condition: {
        StringEquals: {
          'kms:CallerAccount': '111111111111',
          'kms:ViaService': 'codeartifact.us-east-1.amazonaws.com',
        },
      },
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Resource: '*',
    };
    expect(warningsOf(stack)).toEqual([
      '/Stack/Domain: The policy of the key Stack/Key is not changed, since it is imported. Where those who ' +
        'create the domain may not use the key already, add to its policy: ' +
        `${JSON.stringify(statement)} [ack: cdk-python-artifact-pipeline:imported-key-policy]`,
    ]);
  });

  test.each([
    ['a key', false],
    ['an alias', true],
  ])('is kept as long as its domain, as %s', (_kind, isAlias) => {
    const stack = newStack(ACME);
    const key = new Key(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY });
    const encryptionKey = isAlias
      ? new Alias(stack, 'Alias', { aliasName: 'alias/acme', targetKey: key })
      : key;
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey });
    expectRefusal(
      () => deploy(stack),
      'Validation failed with the following errors:\n  [Stack/Domain]',
      'The key Stack/Key is to be deleted, but the domain Stack/Domain that it encrypts is retained, and nobody',
      'can read packages whose key is deleted. Give both the same removalPolicy.',
    );
  });

  test('may be deleted with its domain, and stay without it', () => {
    for (const removalPolicy of [RemovalPolicy.DESTROY, RemovalPolicy.RETAIN]) {
      const stack = newStack(ACME);
      const encryptionKey = new Key(stack, 'Key', { removalPolicy });
      new Domain(stack, 'Domain', {
        domainName: 'acme',
        encryptionKey,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      expect(() => deploy(stack)).not.toThrow();
    }
  });
});
