import { Annotations, CfnResource, Stack, Token } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnKey, IAlias, IKey } from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { statementText } from '../../private/statement-text';

const GUIDE = 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html';

/**
 * Throws for a key that is asymmetric, not for encryption, or of another Region. Of an imported key only the
 * Region is known.
 */
export function checkEncryptionKey(scope: IConstruct, given?: IKey): void {
  if (given === undefined) return;
  const key = keyBehind(given);
  checkKeyRegion(scope, key);
  const resource = key.node.defaultChild;
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
      see: GUIDE,
    },
    scope,
  );
}

/** The key that an alias stands for; an alias that is known by its name only stands for itself. */
export function keyBehind(key: IKey): IKey {
  if (!('aliasTargetKey' in key)) return key;
  try {
    return keyBehind((key as IAlias).aliasTargetKey);
  } catch {
    return key;
  }
}

function checkKeyRegion(scope: IConstruct, key: IKey): void {
  const { region } = Stack.of(scope);
  const ofKey = key.env.region;
  if (ofKey === region || Token.isUnresolved(ofKey) || Token.isUnresolved(region)) return;
  throw invalidInput(
    {
      property: 'encryptionKey',
      given: key.node.path,
      reason: `is in ${ofKey}, and the stack in ${region}`,
      allowed: 'a key of the Region of the stack',
      see: GUIDE,
    },
    scope,
  );
}

/**
 * Lets those who create the domain hand the key on to CodeArtifact.
 *
 * The principal is `*` as in the user guide; the conditions leave only callers of this account, and only
 * by way of CodeArtifact in this Region. The policy of an imported key is not changed, and a warning says what
 * it needs.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html
 */
export function allowCodeArtifact(scope: IConstruct, key: IKey): void {
  const { account, region } = Stack.of(scope);
  const statement = new PolicyStatement({
    principals: [new AnyPrincipal()],
    actions: ['kms:CreateGrant', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: {
      StringEquals: {
        'kms:CallerAccount': account,
        'kms:ViaService': `codeartifact.${region}.amazonaws.com`,
      },
    },
  });
  if (key.addToResourcePolicy(statement).statementAdded) return;
  Annotations.of(scope).addWarningV2(
    'cdk-python-artifact-pipeline:imported-key-policy',
    `The policy of the key ${key.node.path} is not changed, since it is imported. Where those who create the ` +
      `domain may not use the key already, add to its policy: ${statementText(scope, statement)}`,
  );
}
