import { invalidInput } from '../../private/invalid-input';
import { isKnownLater } from '../../private/token-text';
import { isOtherDomain } from '../domain/same-domain';
import type { IRepository } from './repository-interface';

/** Throws for a repository that nothing can be copied from: the same one, or one of another domain. */
export function checkSource(destination: IRepository, source: IRepository): void {
  if (!source?.domain) {
    const instead = "a repository, such as Repository.fromRepositoryArn(this, 'Staging', arn)";
    throw invalidInput(
      { property: 'source', given: source, reason: 'is no repository', instead },
      destination,
    );
  }
  const isSame = source === destination || isSameName(source.repositoryName, destination.repositoryName);
  const isOther = isOtherDomain(source.domain, destination.domain);
  if (!isSame && !isOther) return;
  throw invalidInput(
    {
      property: 'source',
      given: source.node.path,
      reason: isOther ? 'is of another domain' : 'is the repository that is copied to',
      allowed: 'another repository of the same domain',
      see: 'https://docs.aws.amazon.com/codeartifact/latest/ug/copy-package.html',
    },
    destination,
  );
}

function isSameName(one: string, other: string): boolean {
  return one === other && !isKnownLater(one);
}
