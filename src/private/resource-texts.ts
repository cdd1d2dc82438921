import { Stack } from 'aws-cdk-lib';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

interface Statement {
  readonly Resource?: unknown;
}

/**
 * The resources that a policy names, each once and as cdk-nag writes them: a reference in angle brackets, as in
 * `arn:<AWS::Partition>:s3:::acme/*`.
 */
export function resourceTexts(scope: IConstruct, document: PolicyDocument): string[] {
  const { Statement: statements = [] }: { Statement?: Statement[] } = Stack.of(scope).resolve(document) ?? {};
  return [...new Set(statements.flatMap(({ Resource = [] }) => [Resource].flat().map(textOf)))];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('${', '<').replaceAll('}', '>');
  const [[name, operand] = []] = Object.entries(value as object);
  if (name === 'Ref') return `<${operand}>`;
  if (name === 'Fn::GetAtt') return `<${operand.join('.')}>`;
  if (name === 'Fn::Join') return operand[1].map(textOf).join(operand[0]);
  if (name === 'Fn::Sub' || name === 'Fn::ImportValue') return textOf(operand);
  return JSON.stringify(value);
}
