import { Stack } from 'aws-cdk-lib';
import { type PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { knownPartition } from './environment';
import { knownArnOf } from './last-word/role-arn';

/**
 * A statement as JSON, for a message that asks a person to add it somewhere.
 *
 * It is resolved in the stack of its principal where that is a construct: in another one, CDK would look for a
 * name of the principal that both stacks know, and throw for a role without one.
 */
export function statementText(scope: IConstruct, statement: PolicyStatement): string {
  const principal: unknown = statement.principals.find((candidate) => Construct.isConstruct(candidate));
  const stack = Stack.of((principal as IConstruct | undefined) ?? scope);
  const partition = knownPartition(stack.region);
  const role = principal instanceof Role ? namedRole(principal) : undefined;
  return JSON.stringify(stack.resolve(statement.toStatementJson()), (_key, value) =>
    role && JSON.stringify(value) === role.reference ? role.arn : joined(value, partition),
  );
}

/** The ARN of a role as text where it has a name, and what refers to it. */
function namedRole(role: Role): { arn: string; reference: string } | undefined {
  const arn = knownArnOf(role);
  return arn ? { arn, reference: JSON.stringify(role.stack.resolve(role.roleArn)) } : undefined;
}

/** An ARN of which only the partition was open is text where the Region tells the partition. */
function joined(value: unknown, partition?: string): unknown {
  const [separator, parts] = (value as { 'Fn::Join'?: [string, unknown[]] } | undefined)?.['Fn::Join'] ?? [];
  if (partition === undefined || !Array.isArray(parts)) return value;
  const texts = parts.map((part) => ((part as { Ref?: string }).Ref === 'AWS::Partition' ? partition : part));
  return texts.every((text) => typeof text === 'string') ? texts.join(separator) : value;
}
