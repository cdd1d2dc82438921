import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { parse } from 'yaml';
import { PublishTrigger, PublishWorkflow, type PublishWorkflowProps } from '../../../src';
import type { Job, Step, Workflow } from '../../../src/workflow/language/model';

/** What a platform team knows when it synthesizes for one account. */
export const KNOWN: PublishWorkflowProps = {
  publishOn: PublishTrigger.tags(),
  region: 'eu-west-1',
  domainName: 'acme',
  domainOwner: '111111111111',
  repositoryName: 'python',
  roleArn: 'arn:aws:iam::111111111111:role/publish-python',
};

export function newStack(props?: StackProps, name = 'Acme'): Stack {
  return new Stack(new App(), name, props);
}

export function newWorkflow(props: Partial<PublishWorkflowProps> = {}): PublishWorkflow {
  return new PublishWorkflow(newStack(), 'Workflow', { ...KNOWN, ...props });
}

export function reusableOf(workflow: PublishWorkflow): Workflow {
  return parse(workflow.files[workflow.reusablePath]);
}

export function callerOf(workflow: PublishWorkflow): Workflow {
  return parse(workflow.files[workflow.caller.path]);
}

export function stepOf(job: Job, name: string): Step {
  const step = job.steps?.find((candidate) => candidate.name === name);
  if (!step) throw new Error(`no step ${name} among ${job.steps?.map((candidate) => candidate.name)}`);
  return step;
}

export function stepNames(job: Job): string[] {
  return (job.steps ?? []).map((step) => step.name);
}
