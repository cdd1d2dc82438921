import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import type { PublishWorkflowProps } from '../options/workflow-options';

/** Throws where a token would end up in a place of the files that can not be an input of the workflow. */
export function checkLiteralParts(scope: IConstruct, props: PublishWorkflowProps): void {
  const { tags = [], branches = [] } = props.publishOn._pushFilter();
  const parts: Record<string, string[]> = {
    publishOn: [...tags, ...branches, props.publishOn._environment() ?? ''],
    host: [props.host?._uses('') ?? ''],
  };
  for (const [property, texts] of Object.entries(parts)) {
    const given = texts.find((text) => Token.isUnresolved(text));
    if (given === undefined) continue;
    throw invalidInput(
      {
        property,
        given,
        reason: 'is known to CloudFormation only, and GitHub takes no input in that place of a workflow',
        allowed: 'a text that synthesis knows',
      },
      scope,
    );
  }
}
