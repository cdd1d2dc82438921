import type { IRepository } from '../codeartifact';
import { currentNamesOf, namesOf, type RepositoryNames } from '../codeartifact/repository/repository-names';
import { atSynthesis } from '../private/last-word';

/** The names of a repository for a file, as the tree has them when the file is written. */
export function writtenNames(repository: IRepository): RepositoryNames {
  return {
    domainName: atSynthesis(() => currentNamesOf(repository).domainName),
    repositoryName: atSynthesis(() => currentNamesOf(repository).repositoryName),
  };
}

/** A text with the names of a repository for a template, as the tree has them when the template is written. */
export function textWithNames(repository: IRepository, say: (names: RepositoryNames) => string): string {
  return atSynthesis(() => say(namesOf(repository)));
}

/** What a role that publishes is for. */
export function publishesTo(repository: IRepository): string {
  return textWithNames(
    repository,
    ({ domainName, repositoryName }) =>
      `Publishes Python packages to ${domainName}/${repositoryName} from GitHub Actions`,
  );
}

/** What a role that only installs is for. */
export function installsFrom(repository: IRepository): string {
  return textWithNames(
    repository,
    ({ domainName, repositoryName }) =>
      `Installs Python packages from ${domainName}/${repositoryName} in GitHub Actions`,
  );
}
