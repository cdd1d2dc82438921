import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import {
  ConfigurationFile,
  GitHubReader,
  IndexScope,
  type PythonArtifactPipeline,
  PythonClient,
} from '../../src';

// The snippets of the pages, word for word, so that the compiler reads them with everything else.

export function outputs(this: Stack, pipeline: PythonArtifactPipeline) {
  new CfnOutput(this, 'PipConf', { value: pipeline.repository.clientConfiguration(PythonClient.PIP) });
  new CfnOutput(this, 'UvToml', {
    value: pipeline.repository.clientConfiguration(PythonClient.UV, { file: ConfigurationFile.UV_TOML }),
  });
  new CfnOutput(this, 'UvProject', { value: pipeline.repository.clientConfiguration(PythonClient.UV) });
  new CfnOutput(this, 'PoetryProject', {
    value: pipeline.repository.clientConfiguration(PythonClient.POETRY),
  });
  new CfnOutput(this, 'PdmProject', { value: pipeline.repository.clientConfiguration(PythonClient.PDM) });
}

export function internal(this: Stack, pipeline: PythonArtifactPipeline) {
  new CfnOutput(this, 'UvInternal', {
    value: pipeline.repository.clientConfiguration(PythonClient.UV, {
      indexScope: IndexScope.INTERNAL_PACKAGES,
      packages: ['acme-orders-sdk'],
    }),
  });
}

export function build(this: Stack, pipeline: PythonArtifactPipeline) {
  const build = new codebuild.Project(this, 'Build', {
    environmentVariables: { INDEX_URL: { value: pipeline.repository.indexUrl } },
    buildSpec: codebuild.BuildSpec.fromObject({
      version: '0.2',
      phases: {
        install: {
          commands: [
            'TOKEN=$(aws codeartifact get-authorization-token --domain acme --domain-owner 111111111111 --duration-seconds 3600 --query authorizationToken --output text)',
            'export PIP_INDEX_URL=https://aws:$TOKEN@${INDEX_URL#https://}',
            'pip install -r requirements.txt',
          ],
        },
      },
    }),
  });
  pipeline.repository.grantRead(build, Duration.hours(1));
}

export function lambdaFunction(this: Stack, source: string) {
  new lambda.Function(this, 'Orders', {
    runtime: lambda.Runtime.PYTHON_3_13,
    handler: 'orders.handler',
    code: lambda.Code.fromAsset(source, {
      bundling: {
        image: lambda.Runtime.PYTHON_3_13.bundlingImage,
        command: ['bash', '-c', 'pip install -r requirements.txt -t /asset-output && cp -a . /asset-output'],
        // The CDK leaves the password of this one variable out of the hash of the asset.
        environment: process.env.PIP_INDEX_URL ? { PIP_INDEX_URL: process.env.PIP_INDEX_URL } : {},
      },
    }),
  });
}

export function everybody(pipeline: PythonArtifactPipeline) {
  pipeline.addReader('Everybody', {
    repositories: [GitHubReader.organization('acme', { ownerId: '1234' })],
    environments: ['production'],
  });
}

export function dependabot(pipeline: PythonArtifactPipeline) {
  const bots = pipeline.addReader('Shop', {
    repositories: [GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' })],
    dependabot: { defaultBranches: ['main'], roleName: 'dependabot' },
  });
  const registries = bots.dependabotRegistry; // YAML: the block for .github/dependabot.yml
  const forAll = bots.organizationRegistry; // JSON: the same for all of an organization
  return [registries, forAll];
}
