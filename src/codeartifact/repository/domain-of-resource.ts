import { Stack } from 'aws-cdk-lib';
import type { CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { knownName, nameInStack } from '../../private/last-word/known-name';
import { lastWord } from '../../private/last-word/last-word';
import type { IDomain } from '../domain/domain-interface';
import { foreignOwner } from '../domain/foreign-domain';
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
      const isInDomain =
        says(
          resource,
          'DomainName',
          () => domainNameFor(repository, domain),
          () => domain.domainName,
          () => knownName(domain),
        ) &&
        says(
          resource,
          'DomainOwner',
          () => foreignOwner(repository, domain),
          () => domain.domainOwner,
        );
      if (isInDomain) return [];
      return [
        `The resource of the repository ${repository.node.path} is put into another domain than ` +
          `${domain.node.path}, which its files, outputs and grants are for. Rename the domain instead, or give the ` +
          'repository a domain by Domain.fromDomainAttributes.',
      ];
    },
  });
}

/** Whether a property is one of some values, be it written in another way. The first is the one to expect. */
function says(resource: CfnRepository, property: string, ...values: (() => unknown)[]): boolean {
  const said = lastWord(resource, property);
  return values.some((value) => value() === said || text(resource, value()) === text(resource, said));
}

function text({ stack }: CfnRepository, value: unknown): string | undefined {
  return JSON.stringify(stack.resolve(value));
}
