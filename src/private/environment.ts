import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** By the first part of a Region's name. The table of aws-cdk-lib knows the same, and takes 30 ms to load. */
const PARTITIONS: [RegExp, string][] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^(us|eu|ap|ca|sa|me|af|il|mx)-[a-z]+-\d+$/, 'aws'],
];

/** The partition of a stack as text, where its Region is known and is in a public partition. */
export function knownPartition(scope: IConstruct): string | undefined {
  const { region } = Stack.of(scope);
  if (Token.isUnresolved(region)) return undefined;
  return PARTITIONS.find(([regions]) => regions.test(region))?.[1];
}

/** The ARN of a role as text, where the stack says in which account and partition it will be. */
export function knownRoleArn(scope: IConstruct, roleName: string): string | undefined {
  const { account } = Stack.of(scope);
  const partition = knownPartition(scope);
  if (partition === undefined || Token.isUnresolved(account)) return undefined;
  return Token.isUnresolved(roleName) ? undefined : `arn:${partition}:iam::${account}:role/${roleName}`;
}
