import { App, Stack } from 'aws-cdk-lib';
import { GitHubPublisher, PublishTrigger, PythonArtifactPipeline } from 'cdk-python-artifact-pipeline';

const app = new App();
const stack = new Stack(app, 'PythonArtifacts', { env: { account: '111111111111', region: 'us-east-1' } });
new PythonArtifactPipeline(stack, 'Python', {
  domainName: 'acme',
  repositoryName: 'python',
  organizationIds: ['o-a1b2c3d4e5'],
  publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
  publishOn: PublishTrigger.tags('v*.*.*'),
  packages: ['acme-*'],
  workflow: { pythonVersion: '3.13' },
});
app.synth();
