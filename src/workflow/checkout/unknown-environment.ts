import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { knownPartition } from '../../private/environment';

/**
 * What is not known of where a stack will be: on a machine with credentials the CDK CLI knows account and Region,
 * and on another it does not, so that a file differs though nobody changed it.
 *
 * @see https://github.com/aws/aws-cdk-rfcs/issues/58
 */
export function unknownEnvironment(construct: IConstruct): string | undefined {
  const stack = construct.node.scopes.find((scope) => Stack.isStack(scope)) as Stack | undefined;
  if (!stack) return undefined;
  const unknown = [
    ...(Token.isUnresolved(stack.account) ? ['account'] : []),
    ...(Token.isUnresolved(stack.region) ? ['Region'] : []),
  ];
  if (unknown.length === 0) return undefined;
  const names = unknown.join(' and ');
  const were = unknown.length > 1 ? 'were' : 'was';
  return `${names[0].toUpperCase()}${names.slice(1)} of stack ${stack.node.path} ${were} not known this time.`;
}

/** Whether a text says an account or a Region that another does not. */
export function namesEnvironmentBeyond(text: string, other: string): boolean {
  const accounts = text.match(/\b\d{12}\b/g) ?? [];
  const regions = (text.match(/\b[a-z]{2}(-[a-z]+)+-\d\b/g) ?? []).filter((name) => knownPartition(name));
  return [...accounts, ...regions].some((name) => !other.includes(name));
}
