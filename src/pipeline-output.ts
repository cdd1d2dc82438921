import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { PythonArtifactPipeline } from './python-artifact-pipeline';

/**
 * What a stack with a pipeline tells when it is deployed.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html
 */
export enum PipelineOutput {
  /** The ARN of the role that the publishers assume. */
  PUBLISH_ROLE_ARN = 'PublishRoleArn',
  /** The URL that pip and uv install from. */
  INDEX_URL = 'IndexUrl',
  /** The URL that twine and uv publish to. */
  PUBLISH_URL = 'PublishUrl',
  /** The command that sets up pip to install, for 12 hours. */
  PIP_LOGIN_COMMAND = 'PipLoginCommand',
  /** The command that sets up twine to publish, for 12 hours. */
  TWINE_LOGIN_COMMAND = 'TwineLoginCommand',
}

/** Adds the outputs of a pipeline to its stack. */
export function addOutputs(pipeline: PythonArtifactPipeline, outputs: PipelineOutput[]): void {
  const { publishRole, repository } = pipeline;
  const values: Record<PipelineOutput, () => string> = {
    [PipelineOutput.PUBLISH_ROLE_ARN]: () => publishRole.roleArn,
    [PipelineOutput.INDEX_URL]: () => repository.indexUrl,
    [PipelineOutput.PUBLISH_URL]: () => repository.publishUrl,
    [PipelineOutput.PIP_LOGIN_COMMAND]: () => loginCommand(pipeline, 'pip'),
    [PipelineOutput.TWINE_LOGIN_COMMAND]: () => loginCommand(pipeline, 'twine'),
  };
  for (const output of outputs) new CfnOutput(pipeline, output, { value: values[output]() });
}

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html */
function loginCommand(pipeline: PythonArtifactPipeline, tool: string): string {
  const { domain, repository } = pipeline;
  return [
    `aws codeartifact login --tool ${tool}`,
    `--domain ${domain.domainName} --domain-owner ${domain.domainOwner}`,
    `--repository ${repository.repositoryName} --region ${Stack.of(pipeline).region}`,
  ].join(' ');
}
