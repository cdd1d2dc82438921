import { writeFileSync } from 'node:fs';
import { App, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { GitHubPublisher, PythonArtifactPipeline } from '../../src';

/** The app of a team that takes over what was made by hand. The variable MAPPING names the file for `cdk import`. */
const app = new App();
const stack = new Stack(app, 'Artifacts', {
  env: { account: '111111111111', region: 'us-east-1' },
  synthesizer: new LegacyStackSynthesizer(), // hands the template over as it is, without a bucket
});
const pipeline = new PythonArtifactPipeline(stack, 'Python', {
  domainName: 'acme',
  repositoryName: 'python',
  organizationIds: ['o-a1b2c3d4e5'],
  publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
  workflow: { writeFiles: false },
});
app.synth();
if (process.env.MAPPING) writeFileSync(process.env.MAPPING, pipeline.importMapping());
