import { App, type CfnResource, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { IConstruct } from 'constructs';
import {
  GitHubPublisher,
  GitHubReader,
  type PackageReader,
  PublishTrigger,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
} from '../../src';
import { deployedText, type Mentions, mentionsIn } from './mentions';
import { ACME } from './stacks';

export const IDS = { ownerId: '1234', repositoryId: '5678' };

/** A pipeline and a reader in a stack. */
export interface Python {
  readonly stack: Stack;
  readonly pipeline: PythonArtifactPipeline;
  readonly reader: PackageReader;
}

/** A pipeline with all that says a name: two roles that publish, one for builds, one that only reads. */
export function newPython(
  stack: Stack = new Stack(new App(), 'Artifacts', { env: ACME }),
  props: Partial<PythonArtifactPipelineProps> = {},
): Python {
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    ...(props.domain ? {} : { domainName: 'acme' }),
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', IDS)],
    publishOn: PublishTrigger.environment('release'),
    packages: ['acme-orders-*'],
    organizationIds: ['o-a1b2c3d4e5'],
    publishRoleName: 'publish',
    workflow: { privateDependencies: true },
    upstreams: [],
    ...props,
  });
  const reader = pipeline.addReader('Ci', {
    repositories: [GitHubReader.repository('acme/shop', IDS)],
    readRoleName: 'install',
  });
  return { stack, pipeline, reader };
}

/** The resource of a construct, as an escape hatch has it. */
export function resourceOf<T extends CfnResource>(construct: IConstruct): T {
  return construct.node.defaultChild as T;
}

/** All texts for repositories on GitHub. */
export function filesOf({ pipeline, reader }: Python): string[] {
  return [...Object.values(pipeline.workflow.files), reader.workflowSteps];
}

/** All that template and files say, after synthesis. */
export function allOf(python: Python): Mentions {
  return mentionsIn(deployedText(python.stack), ...filesOf(python));
}

/** The roles that the template makes, as an ARN has them. */
export function rolesIn(stack: Stack): string[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'))
    .map(({ Properties: { Path = '/', RoleName } }) => `${Path.slice(1)}${RoleName}`)
    .sort();
}
