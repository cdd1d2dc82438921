import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { ACTION_RESOURCES, type ResourceType } from './action-types';

const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodeartifact.html';

/** Actions on a repository, by the type of the resource that a statement has to name. */
export interface RepositoryActions {
  readonly onRepository: string[];
  readonly onPackages: string[];
}

/**
 * Divides actions between a repository and its packages; one that acts on both is among both.
 *
 * Throws for none, and for one that acts on neither, since a statement for it would allow nothing.
 */
export function divideActions(repository: IConstruct, actions: string[]): RepositoryActions {
  if (actions.length === 0) {
    throw invalidInput(
      {
        property: 'actions',
        given: actions,
        reason: 'is empty',
        instead: "'codeartifact:DescribeRepository'",
      },
      repository,
    );
  }
  for (const [index, action] of actions.entries()) checkAction(repository, `actions[${index}]`, action);
  return {
    onRepository: actions.filter((action) => typesOf(action)?.includes('repository')),
    onPackages: actions.filter((action) => typesOf(action)?.includes('package')),
  };
}

function checkAction(repository: IConstruct, property: string, given: string): void {
  if (typeof given !== 'string') {
    const instead = "'codeartifact:DescribeRepository'";
    throw invalidInput({ property, given, reason: 'is no text', instead, see: REFERENCE }, repository);
  }
  const types = typesOf(given);
  if (types?.some((type) => type === 'repository' || type === 'package')) return;
  throw invalidInput({ property, given, ...problemOf(given, types), see: REFERENCE }, repository);
}

function problemOf(action: string, types?: ResourceType[]): { reason: string; instead?: string } {
  if (types?.includes('domain'))
    return { reason: 'acts on a domain', instead: `repository.domain.grant(grantee, '${action}')` };
  if (types) {
    return {
      reason: types.includes('none') ? 'acts on no repository' : 'acts on a package group',
      instead: `new PolicyStatement({ actions: ['${action}'], resources: … }) in a policy of the grantee`,
    };
  }
  if (action === 'sts:GetServiceBearerToken')
    return { reason: 'acts on no repository', instead: 'repository.domain.grantAuthorizationToken(grantee)' };
  if (Token.isUnresolved(action)) return { reason: 'is known only later, and so is what it acts on' };
  const name = nameLike(action.replace(/^.*:/, ''));
  return {
    reason: action.includes('*')
      ? 'stands for actions on resources of several types, and for those that AWS adds later'
      : 'is no action of CodeArtifact that is known here',
    instead: name ? `'codeartifact:${name}'` : "each by its name, as in 'codeartifact:DescribeRepository'",
  };
}

/** The name of an action however its letters are written. */
function nameLike(text: string): string | undefined {
  return Object.keys(ACTION_RESOURCES).find((name) => name.toLowerCase() === text.toLowerCase());
}

function typesOf(action: string): ResourceType[] | undefined {
  const [service, name] = action.split(':');
  return service === 'codeartifact' && Object.hasOwn(ACTION_RESOURCES, name)
    ? ACTION_RESOURCES[name]
    : undefined;
}
