import { App, Stack } from 'aws-cdk-lib';
import {
  GitHubPublisher,
  PublishTrigger,
  PythonArtifactPipeline,
  WorkflowHost,
} from 'cdk-python-artifact-pipeline';

const app = new App();
const stack = new Stack(app, 'PythonArtifacts', {
  env: { account: '111111111111', region: 'us-east-1' },
  description: 'From a GitHub tag to a private Python index',
});

new PythonArtifactPipeline(stack, 'Python', {
  domainName: 'acme',
  repositoryName: 'python',
  organizationIds: ['o-a1b2c3d4e5'],
  publishers: [
    GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),
    GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' }),
  ],
  publishOn: PublishTrigger.tags('v*.*.*'),
  packages: ['acme-*'],
  workflow: {
    pythonVersion: '3.13',
    host: WorkflowHost.branch('acme/platform', 'main'),
    // This folder stands for the repository acme/platform; without gitRoot it is the one that holds the app.
    gitRoot: __dirname,
  },
});
