import { CfnResource, Stack } from 'aws-cdk-lib';
import { CfnDomain } from 'aws-cdk-lib/aws-codeartifact';
import { writtenProperties } from '../../../src/private/last-word/written-properties';

test('are those of the class, with what was put over them', () => {
  const domain = new CfnDomain(new Stack(), 'Domain', { domainName: 'acme' });
  domain.addPropertyOverride('EncryptionKey', 'key');
  domain.addPropertyOverride('DomainName', 'acme-prod');
  expect(writtenProperties(domain)).toEqual({ DomainName: 'acme-prod', EncryptionKey: 'key' });
});

test('are nothing where there are none, and without what was taken away', () => {
  const stack = new Stack();
  expect(writtenProperties(new CfnResource(stack, 'Bare', { type: 'AWS::IAM::Role' }))).toEqual({});
  const domain = new CfnDomain(stack, 'Domain', { domainName: 'acme', encryptionKey: 'key' });
  domain.addPropertyDeletionOverride('EncryptionKey');
  expect(writtenProperties(domain)).toEqual({ DomainName: 'acme' });
});
