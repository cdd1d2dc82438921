import { canBeRenamed, currentName, knownName } from '../../private/last-word/known-name';
import type { IDomain } from '../domain/domain-interface';
import type { IRepository } from './repository-interface';

/** What a repository is called. */
export interface RepositoryNames {
  readonly domainName: string;
  readonly repositoryName: string;
}

/** The names of a repository as text where synthesis knows them, which makes no reference to the resource. */
export function namesOf(repository: IRepository): RepositoryNames {
  return {
    domainName: nameOf(repository.domain),
    repositoryName: knownName(repository) ?? repository.repositoryName,
  };
}

/** The names for who resolves them at once, in the same app: a token may prove to be text. */
export function currentNamesOf(repository: IRepository): RepositoryNames {
  const { domain } = repository;
  return {
    domainName: currentName(domain) ?? domain.domainName,
    repositoryName: currentName(repository) ?? repository.repositoryName,
  };
}

/** The names without a reference to the repository, which its own policy can't have. */
export function selfNamesOf(repository: IRepository): RepositoryNames {
  return { ...namesOf(repository), repositoryName: currentName(repository) ?? repository.repositoryName };
}

/** The name of a domain, as text where synthesis knows it. */
export function nameOf(domain: IDomain): string {
  return knownName(domain) ?? domain.domainName;
}

/** Whether the tree can have other names until the template is written. */
export function namesCanChange(repository: IRepository): boolean {
  return canBeRenamed(repository) || canBeRenamed(repository.domain);
}

/** The names as an ARN has them. */
export function pathOf({ domainName, repositoryName }: RepositoryNames): string {
  return `${domainName}/${repositoryName}`;
}
