import { CfnDeletionPolicy, type CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';

/**
 * What becomes of a resource of which nothing is said: it stays, with what was published.
 *
 * But where its own creation, or that of its stack, fails, it goes: left behind, it would be in the way of the
 * next attempt, since its name is fixed.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export const DEFAULT_REMOVAL_POLICY = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/** Throws for a snapshot, which CloudFormation can take of none of these resources. */
export function checkNoSnapshot(place: IConstruct | string, removalPolicy?: RemovalPolicy): void {
  if (removalPolicy === RemovalPolicy.SNAPSHOT) throw noSnapshot(place);
}

/** Throws for a snapshot, and fails synthesis where one is asked for later, as by `RemovalPolicies.of(app)`. */
export function refuseSnapshot(resource: IConstruct, removalPolicy?: RemovalPolicy): void {
  checkNoSnapshot(resource, removalPolicy);
  resource.node.addValidation({
    validate: () => {
      const isSnapshot = deletionPolicyOf(resource.node.defaultChild) === CfnDeletionPolicy.SNAPSHOT;
      return isSnapshot ? [noSnapshot(resource).message] : [];
    },
  });
}

function noSnapshot(place: IConstruct | string): Error {
  return invalidInput(
    {
      property: 'removalPolicy',
      given: RemovalPolicy.SNAPSHOT,
      reason: 'can not be: CloudFormation takes no snapshots of this kind of resource',
      allowed: 'RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, RETAIN and DESTROY',
      see: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    },
    place,
  );
}

const REMOVAL_POLICIES: Partial<Record<CfnDeletionPolicy, RemovalPolicy>> = {
  [CfnDeletionPolicy.DELETE]: RemovalPolicy.DESTROY,
  [CfnDeletionPolicy.RETAIN]: RemovalPolicy.RETAIN,
};

/** What becomes of a resource that says nothing: the same as of the one that it belongs to. */
export function removalPolicyOf(owner: IConstruct): RemovalPolicy {
  const policy = deletionPolicyOf(owner.node.defaultChild);
  return (policy && REMOVAL_POLICIES[policy]) ?? DEFAULT_REMOVAL_POLICY;
}

const WHY = {
  repository: 'CodeArtifact refuses to delete a domain that has a repository',
  'package group': 'a package group can not be without its domain',
};

/** Fails synthesis where the domain is to be deleted and what is made in it is not. */
export function checkRemoval(kind: keyof typeof WHY, member: IConstruct, domain: IConstruct): void {
  member.node.addValidation({
    validate: () => {
      if (!isDeleted(domain.node.defaultChild) || isDeleted(member.node.defaultChild)) return [];
      return [
        `The ${kind} ${member.node.path} is retained, but its domain ${domain.node.path} is to be deleted, and ` +
          `${WHY[kind]}. Give both the same removalPolicy.`,
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
  return deletionPolicyOf(resource) === CfnDeletionPolicy.DELETE;
}

function deletionPolicyOf(resource?: IConstruct): CfnDeletionPolicy | undefined {
  return (resource as CfnResource | undefined)?.cfnOptions.deletionPolicy;
}
