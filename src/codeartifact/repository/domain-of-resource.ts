import { Stack } from 'aws-cdk-lib';
import type { CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { knownName, nameInStack } from '../../private/known-name';
import { lastWord } from '../../private/last-word';
import type { IDomain } from '../domain/domain-interface';
import type { IRepository } from './repository-interface';

/** What a resource says of its domain, which is made before it. */
export function domainNameFor(repository: IRepository, domain: IDomain): string {
  return nameInStack(Stack.of(repository), domain) ?? domain.domainName;
}

/** Fails synthesis where an override puts a repository into another domain than the one that its grants are for. */
export function refuseOtherDomain(repository: IRepository, resource: CfnRepository): void {
  repository.node.addValidation({
    validate: () => {
      const { domain } = repository;
      const said = lastWord(resource, 'DomainName');
      const own = [domainNameFor(repository, domain), domain.domainName, knownName(domain)];
      if (own.some((name) => name !== undefined && isSame(resource, said, name))) return [];
      return [
        `The resource of the repository ${repository.node.path} is put into another domain than ` +
          `${domain.node.path}, which its files, outputs and grants are for. Rename the domain instead, or give the ` +
          'repository a domain by Domain.fromDomainAttributes.',
      ];
    },
  });
}

function isSame(resource: CfnRepository, one: unknown, other: string): boolean {
  return one === other || text(resource, one) === text(resource, other);
}

function text({ stack }: CfnRepository, value: unknown): string {
  return JSON.stringify(stack.resolve(value));
}
