import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PackageReader, PublishWorkflow } from 'cdk-python-artifact-pipeline';

/** A CloudFormation template, as far as it is read here. */
export interface CloudFormationTemplate {
  readonly Resources: Record<
    string,
    { readonly Type: string; readonly Properties?: Record<string, unknown> }
  >;
  readonly Outputs?: Record<string, unknown>;
}

/** What an app gives to its users. */
export interface Synthesized {
  readonly template: CloudFormationTemplate;
  /** Text by path: the workflow files, and the steps of each reader. */
  readonly files: Record<string, string>;
}

export function synthesize(stack: Stack): Synthesized {
  const files: Record<string, string> = {};
  for (const construct of stack.node.findAll()) {
    if (construct instanceof PublishWorkflow) Object.assign(files, construct.files);
    if (construct instanceof PackageReader) files[`${construct.node.id}-steps.yml`] = construct.workflowSteps;
  }
  return { template: Template.fromStack(stack).toJSON() as CloudFormationTemplate, files };
}
