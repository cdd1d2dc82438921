import { CfnDeletionPolicy, type CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { IDomain } from './domain';

/** What becomes of a repository that says nothing: the same as of its domain. */
export function removalPolicyOf(domain: IDomain): RemovalPolicy {
  return isDeleted(domain.node.defaultChild) ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}

/** Fails synthesis where the domain is to be deleted and this repository, which prevents that, is not. */
export function checkRemoval(repository: IConstruct, domain: IDomain): void {
  repository.node.addValidation({
    validate: () => {
      if (!isDeleted(domain.node.defaultChild) || isDeleted(repository.node.defaultChild)) return [];
      return [
        `The repository ${repository.node.path} is retained, but its domain ${domain.node.path} is to be ` +
          'deleted, and CodeArtifact refuses to delete a domain that has a repository. Give both the same removalPolicy.',
      ];
    },
  });
}

/** Fails synthesis where the key of a domain is to be deleted, and the domain, which is lost without it, is not. */
export function checkKeyRemoval(domain: IConstruct, key: IConstruct): void {
  domain.node.addValidation({
    validate: () => {
      if (!isDeleted(key.node.defaultChild) || isDeleted(domain.node.defaultChild)) return [];
      return [
        `The key ${key.node.path} is to be deleted, but the domain ${domain.node.path} that it encrypts is ` +
          'retained, and nobody can read packages whose key is deleted. Give both the same removalPolicy.',
      ];
    },
  });
}

function isDeleted(resource?: IConstruct): boolean {
  const policy = (resource as CfnResource | undefined)?.cfnOptions.deletionPolicy;
  return policy === CfnDeletionPolicy.DELETE;
}
