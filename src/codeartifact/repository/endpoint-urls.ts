import { Stack } from 'aws-cdk-lib';
import { knownUrlSuffix } from '../../private/environment';
import type { IRepository } from './repository-interface';
import type { RepositoryNames } from './repository-names';

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html */
export function indexUrlOf(repository: IRepository, names?: RepositoryNames): string {
  return `${publishUrlOf(repository, names)}simple/`;
}

/**
 * @param names references to the domain and the repository, if not given
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-twine.html
 */
export function publishUrlOf(
  repository: IRepository,
  names: RepositoryNames = {
    domainName: repository.domain.domainName,
    repositoryName: repository.repositoryName,
  },
): string {
  const { region } = repository.env;
  const host = `${names.domainName}-${repository.domain.domainOwner}.d.codeartifact.${region}`;
  const suffix = knownUrlSuffix(region) ?? Stack.of(repository).urlSuffix;
  return `https://${host}.${suffix}/pypi/${names.repositoryName}/`;
}
