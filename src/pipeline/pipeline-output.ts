import { CfnOutput } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { IRepository } from '../codeartifact';
import { indexUrlOf, publishUrlOf } from '../codeartifact/repository/endpoint-urls';
import { namesOf, type RepositoryNames } from '../codeartifact/repository/repository-names';
import { followNames } from './written-names';

/**
 * What a stack with a pipeline tells when it is deployed.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html
 */
export enum PipelineOutput {
  /** The ARN of each role that publishes. */
  PUBLISH_ROLE_ARN = 'PublishRoleArn',
  /** The ARN of each role that only installs. */
  READ_ROLE_ARN = 'ReadRoleArn',
  /** The ARN of each role that fetches the tools of a workflow. */
  TOOLS_ROLE_ARN = 'ToolsRoleArn',
  /** The URL that pip and uv install from. */
  INDEX_URL = 'IndexUrl',
  /** The URL that twine and uv publish to. */
  PUBLISH_URL = 'PublishUrl',
  /** The command that sets up pip to install, for 12 hours. */
  PIP_LOGIN_COMMAND = 'PipLoginCommand',
  /** The command that sets up twine to publish, for 15 minutes. */
  TWINE_LOGIN_COMMAND = 'TwineLoginCommand',
}

const ROLE_OUTPUTS = [
  PipelineOutput.PUBLISH_ROLE_ARN,
  PipelineOutput.READ_ROLE_ARN,
  PipelineOutput.TOOLS_ROLE_ARN,
] as const;

type RoleOutput = (typeof ROLE_OUTPUTS)[number];

/** Adds the outputs of a pipeline to its stack, but for those of its roles. */
export function addOutputs(pipeline: Construct, repository: IRepository, outputs: PipelineOutput[]): void {
  // With names as text, which need no look-up by who reviews the template.
  const values: Record<Exclude<PipelineOutput, RoleOutput>, (names: RepositoryNames) => string> = {
    [PipelineOutput.INDEX_URL]: (names) => indexUrlOf(repository, names),
    [PipelineOutput.PUBLISH_URL]: (names) => publishUrlOf(repository, names),
    [PipelineOutput.PIP_LOGIN_COMMAND]: (names) => loginCommand(repository, names, 'pip', 43_200),
    [PipelineOutput.TWINE_LOGIN_COMMAND]: (names) => loginCommand(repository, names, 'twine', 900),
  };
  const names = namesOf(repository);
  const naming = outputs.flatMap((output) => {
    if (isRoleOutput(output)) return [];
    const say = values[output];
    return [{ output: new CfnOutput(pipeline, output, { value: say(names) }), say }];
  });
  followNames(pipeline, repository, naming);
}

/** Adds the output of a role, where there is a role and its output is asked for. */
export function addRoleOutput(
  owner: Construct,
  outputs: PipelineOutput[],
  output: RoleOutput,
  role?: IRole,
): void {
  if (role && outputs.includes(output)) new CfnOutput(owner, output, { value: role.roleArn });
}

function isRoleOutput(output: PipelineOutput): output is RoleOutput {
  return ROLE_OUTPUTS.some((ofRole) => ofRole === output);
}

/** @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html */
function loginCommand(
  repository: IRepository,
  names: RepositoryNames,
  tool: string,
  seconds: number,
): string {
  return [
    `aws codeartifact login --tool ${tool}`,
    `--domain ${names.domainName} --domain-owner ${repository.domain.domainOwner}`,
    `--repository ${names.repositoryName} --region ${repository.env.region}`,
    `--duration-seconds ${seconds}`,
  ].join(' ');
}
