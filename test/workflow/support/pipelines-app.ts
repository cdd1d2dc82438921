import { App, Stack, Stage } from 'aws-cdk-lib';
import { PipelineType } from 'aws-cdk-lib/aws-codepipeline';
import { CodePipeline, CodePipelineSource, ShellStep } from 'aws-cdk-lib/pipelines';
import { GitHubOidcProvider, GitHubPublisher, PythonArtifactPipeline } from '../../../src';

/** An app of CDK Pipelines, which synthesizes each Stage when it is added, with a pipeline of its own in each. */
export function pipelinesApp(names = ['dev', 'prod'], app = new App()): App {
  const env = { account: '111111111111', region: 'eu-west-1' };
  const delivery = new Stack(app, 'Delivery', { env });
  const input = CodePipelineSource.connection('acme/platform', 'main', {
    connectionArn: 'arn:aws:codeconnections:eu-west-1:111111111111:connection/acme',
  });
  const codePipeline = new CodePipeline(delivery, 'CodePipeline', {
    pipelineType: PipelineType.V2,
    synth: new ShellStep('Synth', { input, commands: ['npx cdk synth'] }),
  });
  for (const name of names) {
    const stage = new Stage(delivery, name, { env });
    const stack = new Stack(stage, 'Py');
    new PythonArtifactPipeline(stack, 'P', {
      domainName: `acme-${name}`,
      repositoryName: 'python',
      oidcProvider: GitHubOidcProvider.fromAccount(stack, 'GitHub'),
      publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
      packages: ['acme-*'],
      workflow: { fileName: `py_${name}.yml`, callerFileName: `publish_${name}.yml` },
    });
    codePipeline.addStage(stage);
  }
  return app;
}

if (require.main === module) pipelinesApp(process.env.ACME_STAGES?.split(','));
