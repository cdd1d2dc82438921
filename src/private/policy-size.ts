import { type IResolvable, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** As much of a policy document as it takes to measure it. */
type MeasurablePolicy = IResolvable & { readonly isEmpty: boolean; toJSON(): unknown };

/** The shortest text that each pseudo parameter can stand for. */
const SHORTEST: Record<string, string> = {
  'AWS::AccountId': '111111111111',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::URLSuffix': 'amazonaws.com',
};

/**
 * The size of a policy document in characters, as IAM and CodeArtifact count it: without white space.
 *
 * What only CloudFormation knows is counted at its shortest, unless `known` says the text behind the
 * token; so a document reported as too large is too large.
 */
export function policySize(
  scope: IConstruct,
  document: MeasurablePolicy,
  known: Record<string, string> = {},
): number {
  if (document.isEmpty) return 0;
  const stack = Stack.of(scope);
  const texts = new Map(
    Object.entries(known).map(([token, text]) => [JSON.stringify(stack.resolve(token)), text] as const),
  );
  return JSON.stringify(collapse(stack.resolve(document), texts)).length;
}

/**
 * The size of a policy document where it is over a limit, else nothing.
 *
 * Resolving a document costs more than all the rest of a check, so it is done only where the text with its
 * unresolved tokens could be over. A token counts as 1,024 characters there, more than any ARN has; a list or
 * an object that is one can be of any size.
 */
export function policySizeOver(
  limit: number,
  scope: IConstruct,
  document: MeasurablePolicy,
  known?: Record<string, string>,
): number | undefined {
  if (document.isEmpty) return undefined;
  const text = JSON.stringify(document.toJSON());
  const tokens = text.split('{Token[').length - 1;
  const isOpen = text.includes('#{Token[') || text.includes('<unresolved-');
  if (!isOpen && text.length + tokens * 1024 <= limit) return undefined;
  const size = policySize(scope, document, known);
  return size > limit ? size : undefined;
}

function collapse(value: unknown, texts: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => collapse(item, texts));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1) {
    const known = texts.get(JSON.stringify(value));
    if (known !== undefined) return known;
    const [name, operand] = entries[0];
    if (name === 'Ref') return SHORTEST[String(operand)] ?? '';
    if (name === 'Fn::Join' && Array.isArray(operand[1]))
      return operand[1].map((part: unknown) => collapse(part, texts)).join(operand[0]);
    if (name.startsWith('Fn::')) return '';
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, collapse(item, texts)]));
}
