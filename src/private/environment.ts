import { Stack, Token } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { IConstruct } from 'constructs';

/** The partition of a stack as text, where its Region is known. */
export function knownPartition(scope: IConstruct): string | undefined {
  const { region } = Stack.of(scope);
  return Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition;
}

/** The ARN of a role as text, where the stack says in which account and partition it will be. */
export function knownRoleArn(scope: IConstruct, roleName: string): string | undefined {
  const { account } = Stack.of(scope);
  const partition = knownPartition(scope);
  if (partition === undefined || Token.isUnresolved(account)) return undefined;
  return Token.isUnresolved(roleName) ? undefined : `arn:${partition}:iam::${account}:role/${roleName}`;
}
