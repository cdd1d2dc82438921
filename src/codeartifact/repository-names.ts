import { knownName } from '../private/known-name';
import type { IRepository } from './repository-base';

/** What a repository is called. */
export interface RepositoryNames {
  readonly domainName: string;
  readonly repositoryName: string;
}

/** The names of a repository as text where synthesis knows them, which makes no reference to the resource. */
export function namesOf(repository: IRepository): RepositoryNames {
  const { domain } = repository;
  return {
    domainName: knownName(domain) ?? domain.domainName,
    repositoryName: knownName(repository) ?? repository.repositoryName,
  };
}
