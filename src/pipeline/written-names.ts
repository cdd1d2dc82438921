import type { CfnElement, CfnOutput } from 'aws-cdk-lib';
import type { CfnRole, Role } from 'aws-cdk-lib/aws-iam';
import type { IRepository } from '../codeartifact';
import { currentNamesOf, namesOf, type RepositoryNames } from '../codeartifact/repository/repository-names';
import { afterAspects } from '../private/last-word/after-aspects';
import { atSynthesis } from '../private/last-word/last-word';

/** The names of a repository for a file, as the tree has them when the file is written. */
export function writtenNames(repository: IRepository): RepositoryNames {
  return {
    domainName: atSynthesis(() => currentNamesOf(repository).domainName),
    repositoryName: atSynthesis(() => currentNamesOf(repository).repositoryName),
  };
}

/** Has an output say the names that the tree has when the template is written. */
export function followNames(output: CfnOutput, say: () => string): void {
  follow(output, 'value', say);
}

/** What a role that publishes is for. */
export function publishesTo(repository: IRepository): string {
  const { domainName, repositoryName } = namesOf(repository);
  return `Publishes Python packages to ${domainName}/${repositoryName} from GitHub Actions`;
}

/** What a role that only installs is for. */
export function installsFrom(repository: IRepository): string {
  const { domainName, repositoryName } = namesOf(repository);
  return `Installs Python packages from ${domainName}/${repositoryName} in GitHub Actions`;
}

/** What a role that fetches the tools of a workflow is for. */
export function fetchesToolsFrom(repository: IRepository): string {
  const { domainName, repositoryName } = namesOf(repository);
  return `Fetches the tools of publishing from ${domainName}/${repositoryName} in GitHub Actions`;
}

/** Has the description of a role say the names that the tree has when the template is written. */
export function followDescription(role: Role, say: () => string): void {
  // A role that CDK was told not to make has no description.
  if (role.node.defaultChild) follow(role.node.defaultChild as CfnRole, 'description', say);
}

/** What somebody else puts in the place of the text is theirs. */
function follow<P extends string, E extends CfnElement & { [K in P]?: string }>(
  element: E,
  property: P,
  say: () => string,
): void {
  let said = element[property];
  afterAspects(element, () => {
    if (element[property] !== said) return;
    said = say() as E[P];
    element[property] = said;
  });
}
