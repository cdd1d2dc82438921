import { Template } from 'aws-cdk-lib/assertions';
import type { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { Domain, type IDomain, Repository } from '../../../src';
import { ACME, newStack } from '../../support/stacks';

const stack = () => newStack(ACME);
type Change = (resource: CfnRepository, domain: IDomain) => void;

function synthesize(domainOf: (scope: ReturnType<typeof stack>) => IDomain, change: Change): void {
  const scope = stack();
  const domain = domainOf(scope);
  const repository = new Repository(scope, 'Repository', { domain, repositoryName: 'python' });
  change(repository.node.defaultChild as CfnRepository, domain);
  Template.fromStack(scope);
}

const made = (scope: ReturnType<typeof stack>) => new Domain(scope, 'Domain', { domainName: 'acme' });
const imported = (scope: ReturnType<typeof stack>) =>
  Domain.fromDomainAttributes(scope, 'Domain', { domainName: 'acme', domainOwner: '222222222222' });

describe('the resource of a repository is in its domain', () => {
  test.each<[string, typeof imported, Change]>([
    ['as it was made', made, () => undefined],
    ['as it was made in one of another account', imported, () => undefined],
    ['with the name as text', made, (resource) => resource.addPropertyOverride('DomainName', 'acme')],
    [
      'with a reference of another kind',
      made,
      (resource, domain) => {
        resource.domainName = domain.domainName;
      },
    ],
    [
      'with the same attribute as JSON',
      made,
      (resource, domain) => {
        const logicalId = resource.stack.getLogicalId(domain.node.defaultChild as CfnDomain);
        resource.addPropertyOverride('DomainName', { 'Fn::GetAtt': [logicalId, 'Name'] });
      },
    ],
    ['with its owner, too', made, (resource) => resource.addPropertyOverride('DomainOwner', ACME.account)],
  ])('%s', (_, domainOf, change) => {
    expect(() => synthesize(domainOf, change)).not.toThrow();
  });
});

describe('a resource that is put into another domain fails the synthesis', () => {
  test.each<[string, typeof imported, Change]>([
    ['of another name', made, (resource) => resource.addPropertyOverride('DomainName', 'globex')],
    [
      'by its property',
      imported,
      (resource) => {
        resource.domainName = 'globex';
      },
    ],
    [
      'that only deployment knows',
      made,
      (resource) => resource.addPropertyOverride('DomainName', { 'Fn::ImportValue': 'domain' }),
    ],
    ['of no name', made, (resource) => resource.addPropertyDeletionOverride('DomainName')],
    ['of another owner', imported, (resource) => resource.addPropertyOverride('DomainOwner', '333333333333')],
    ['of its own account', imported, (resource) => resource.addPropertyDeletionOverride('DomainOwner')],
  ])('%s', (_, domainOf, change) => {
    expect(() => synthesize(domainOf, change)).toThrow(
      '[Stack/Repository] The resource of the repository Stack/Repository is put into another domain than ' +
        'Stack/Domain, which its files, outputs and grants are for. Rename the domain instead, or give the ' +
        'repository a domain by Domain.fromDomainAttributes.',
    );
  });
});
