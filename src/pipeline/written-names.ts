import type { CfnOutput } from 'aws-cdk-lib';
import type { CfnRole, Role } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { IRepository } from '../codeartifact';
import {
  currentNamesOf,
  namesOf,
  pathOf,
  type RepositoryNames,
} from '../codeartifact/repository/repository-names';
import { afterAspects } from '../private/last-word/after-aspects';
import { atSynthesis } from '../private/last-word/last-word';

/** The names of a repository for a file, as the tree has them when the file is written. */
export function writtenNames(repository: IRepository): RepositoryNames {
  return {
    domainName: atSynthesis(() => currentNamesOf(repository).domainName),
    repositoryName: atSynthesis(() => currentNamesOf(repository).repositoryName),
  };
}

/** An output with the names of a repository in its value. */
export interface NamingOutput {
  readonly output: CfnOutput;
  readonly say: (names: RepositoryNames) => string;
}

/** Has outputs say the names that the tree has when the template is written, where it has other ones by then. */
export function followNames(owner: IConstruct, repository: IRepository, outputs: NamingOutput[]): void {
  let said = namesOf(repository);
  afterAspects(owner, () => {
    const names = namesOf(repository);
    if (pathOf(names) === pathOf(said)) return;
    for (const { output, say } of outputs) {
      // What somebody else puts in the place of the text is theirs.
      if (output.value === say(said)) output.value = say(names);
    }
    said = names;
  });
}

/** The names of a repository for a description. */
export function namedRepository(repository: IRepository): string {
  return pathOf(namesOf(repository));
}

/** What a role that publishes is for. */
export function publishesTo(repository: IRepository): string {
  return `Publishes Python packages to ${namedRepository(repository)} from GitHub Actions`;
}

/** What a role that only installs is for. */
export function installsFrom(repository: IRepository): string {
  return `Installs Python packages from ${namedRepository(repository)} in GitHub Actions`;
}

/** What a role that fetches the tools of a workflow is for. */
export function fetchesToolsFrom(repository: IRepository): string {
  const { domainName, repositoryName } = namesOf(repository);
  return `Fetches the tools of publishing from ${domainName}/${repositoryName} in GitHub Actions`;
}

/** Has the description of a role say the names that the tree has when the template is written. */
export function followDescription(role: Role, say: () => string): void {
  const resource = role.node.defaultChild as CfnRole | undefined;
  // A role that CDK was told not to make has no description.
  if (!resource) return;
  let said = resource.description;
  afterAspects(resource, () => {
    // What somebody else puts in the place of the text is theirs.
    if (resource.description !== said) return;
    said = say();
    resource.description = said;
  });
}
