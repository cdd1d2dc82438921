import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnKey, IKey } from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../private/invalid-input';

/** Throws for a key that is asymmetric, or not for encryption; an imported key passes. */
export function checkEncryptionKey(scope: IConstruct, key?: IKey): void {
  const resource = key?.node.defaultChild;
  if (!resource || !CfnResource.isCfnResource(resource)) return;
  const { keySpec = 'SYMMETRIC_DEFAULT', keyUsage = 'ENCRYPT_DECRYPT' } = resource as CfnKey;
  if (Token.isUnresolved(keySpec) || Token.isUnresolved(keyUsage)) return;
  if (keySpec === 'SYMMETRIC_DEFAULT' && keyUsage === 'ENCRYPT_DECRYPT') return;
  throw invalidInput(
    {
      property: 'encryptionKey',
      given: `${keySpec} for ${keyUsage}`,
      reason: 'can not encrypt a domain',
      allowed: 'a symmetric key: KeySpec.SYMMETRIC_DEFAULT for KeyUsage.ENCRYPT_DECRYPT',
      see: 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html',
    },
    scope,
  );
}

/**
 * Lets those who create the domain hand the key on to CodeArtifact.
 *
 * The principal is `*` as in the user guide; the conditions leave only callers of this account, and only
 * by way of CodeArtifact in this Region.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html
 */
export function allowCodeArtifact(scope: IConstruct, key: IKey): void {
  const { account, region } = Stack.of(scope);
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions: ['kms:CreateGrant', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'kms:CallerAccount': account,
          'kms:ViaService': `codeartifact.${region}.amazonaws.com`,
        },
      },
    }),
  );
}
