import { type Stack, Stage } from 'aws-cdk-lib';
import { type Environment, type ResolvedResource, resolveTemplate } from '../../evaluation/template';
import { ACME } from './stacks';

/** A resource as CloudFormation would create it: every intrinsic function replaced by its value. */
export interface DeployedResource extends Omit<ResolvedResource, 'properties'> {
  // biome-ignore lint/suspicious/noExplicitAny: the properties of any resource
  readonly properties: any;
}

/** What a template needs to know to become resources; the account and Region are those of the examples. */
export type Deployment = Partial<Environment>;

/** Synthesizes a stack and evaluates its template as CloudFormation would. */
export function deploy(stack: Stack, deployment: Deployment = {}): DeployedResource[] {
  const stage = Stage.of(stack);
  if (!stage) throw new Error('a stack stands in an app');
  const { template } = stage.synth().getStackArtifact(stack.artifactId);
  return [...resolveTemplate(template, { ...ACME, ...deployment }).resources];
}
