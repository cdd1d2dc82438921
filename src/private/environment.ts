import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

interface Partition {
  readonly name: string;
  readonly urlSuffix: string;
}

/** By the first part of a Region's name. The table of aws-cdk-lib knows the same, and takes 30 ms to load. */
const PARTITIONS: [RegExp, Partition][] = [
  [/^cn-/, { name: 'aws-cn', urlSuffix: 'amazonaws.com.cn' }],
  [/^us-gov-/, { name: 'aws-us-gov', urlSuffix: 'amazonaws.com' }],
  [/^(us|eu|ap|ca|sa|me|af|il|mx)-[a-z]+-\d+$/, { name: 'aws', urlSuffix: 'amazonaws.com' }],
];

/** The partition of a Region as text, where that is known and in a public partition. */
export function knownPartition(region: string): string | undefined {
  return partitionOf(region)?.name;
}

/** What the host names of a Region end in, where that is known and in a public partition. */
export function knownUrlSuffix(region: string): string | undefined {
  return partitionOf(region)?.urlSuffix;
}

/**
 * What is synthesized as a whole: the Stage around a construct, or the app. It takes a fraction of the time of
 * `Stage.of`, which lists all scopes.
 */
export function wholeAround({ node }: IConstruct): IConstruct {
  for (let { scope } = node; scope; scope = scope.node.scope) if (Stage.isStage(scope)) return scope;
  return node.root;
}

/** What is deployed: a nested stack is, with the one around it, into the same account and Region. */
export function outermostStack(scope: IConstruct): Stack {
  const stack = Stack.of(scope);
  return stack.nestedStackParent ? outermostStack(stack.nestedStackParent) : stack;
}

/** The ARN of a role as text, where the stack says in which account and partition it will be. */
export function knownRoleArn(scope: IConstruct, roleName: string): string | undefined {
  const { account, region } = Stack.of(scope);
  const partition = knownPartition(region);
  if (partition === undefined || Token.isUnresolved(account)) return undefined;
  return Token.isUnresolved(roleName) ? undefined : `arn:${partition}:iam::${account}:role/${roleName}`;
}

function partitionOf(region: string): Partition | undefined {
  if (Token.isUnresolved(region)) return undefined;
  return PARTITIONS.find(([regions]) => regions.test(region))?.[1];
}
