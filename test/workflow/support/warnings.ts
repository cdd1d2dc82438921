import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import type { PublishWorkflowProps } from '../../../src';
import { newWorkflow } from './publish-workflow';

/** What a workflow with these options is warned of. */
export function warningsOf(props: Partial<PublishWorkflowProps>): string[] {
  const stack = Stack.of(newWorkflow(props));
  return Annotations.fromStack(stack)
    .findWarning('/Acme/Workflow', Match.anyValue())
    .map(({ entry }) => String(entry.data));
}
