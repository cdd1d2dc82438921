import { Annotations, App, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  GitHubReader,
  JsonPatch,
  PublishTrigger,
  PythonArtifactPipeline,
  WorkflowHost,
} from 'cdk-python-artifact-pipeline';

/** What `examples/python` says, in TypeScript. Files go to the folder that the variable GIT_ROOT names. */
const gitRoot = process.env.GIT_ROOT;
const app = new App();
const stack = new Stack(app, 'PythonArtifacts', { env: { account: '111111111111', region: 'us-east-1' } });

const pipeline = new PythonArtifactPipeline(stack, 'Python', {
  domainName: 'acme',
  repositoryName: 'python',
  organizationIds: ['o-a1b2c3d4e5'],
  publishers: [
    GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),
    GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' }),
  ],
  publishOn: PublishTrigger.tags('v*.*.*'),
  packages: ['acme-*'],
  workflow: { pythonVersion: '3.13', host: WorkflowHost.branch('acme/platform', 'main'), gitRoot },
});

const nightly = pipeline.addPublisher('Nightly', {
  publishers: [GitHubPublisher.repository('acme/ml', { ownerId: '1234', repositoryId: '3456' })],
  publishOn: PublishTrigger.anyRef(),
  packages: ['ml-*'],
  workflow: { fileName: 'nightly_python.yml', callerFileName: 'nightly.yml', gitRoot },
});
Annotations.of(nightly).acknowledgeWarning(
  'cdk-python-artifact-pipeline:any-ref',
  'Every branch of acme/ml is built at night',
);

pipeline.addReader('Deployments', {
  repositories: [GitHubReader.repository('acme/shop')],
  environments: ['production'],
});

pipeline.workflow?.caller.patch(JsonPatch.add('/on/schedule', [{ cron: '0 3 * * 1' }]));
app.synth();
