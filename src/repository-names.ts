import type { IRepository } from './codeartifact';
import { knownName } from './private/known-name';

/** The names that a workflow needs of a repository, as text where synthesis knows them. */
export function namesOf(repository: IRepository): { domainName: string; repositoryName: string } {
  const { domain } = repository;
  return {
    domainName: knownName(domain, domain.domainName),
    repositoryName: knownName(repository, repository.repositoryName),
  };
}
