import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { AwsSolutionsChecks } from 'cdk-nag';
import { GitHubPublisher, GitHubReader, PythonArtifactPipeline } from '../src';

const IDS = { ownerId: '1234', repositoryId: '5678' };
const ENV = { account: '111111111111', region: 'us-east-1' };

function findings(
  build: (pipeline: PythonArtifactPipeline, stack: Stack) => void,
  env?: typeof ENV,
): string[] {
  const stack = new Stack(new App(), 'Artifacts', { env });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    organizationIds: ['o-a1b2c3d4e5'],
    packages: ['acme-*', 'orders-sdk'],
    publishers: [GitHubPublisher.repository('acme/orders-sdk', IDS)],
  });
  build(pipeline, stack);
  Aspects.of(stack).add(new AwsSolutionsChecks());
  const annotations = Annotations.fromStack(stack);
  return [
    ...annotations.findError('*', Match.stringLikeRegexp('AwsSolutions')),
    ...annotations.findWarning('*', Match.stringLikeRegexp('AwsSolutions|CdkNag')),
  ].map(({ id, entry }) => `${id} ${entry.data}`);
}

test.each([ENV, undefined])('AwsSolutions finds nothing that is not explained, with env %j', (env) => {
  const found = findings((pipeline) => {
    pipeline.addPublisher('All', { publishers: [GitHubPublisher.repository('acme/all', IDS)] });
    pipeline.addReader('Ci', { repositories: [GitHubReader.repository('acme/shop', IDS)] });
  }, env);
  expect(found).toEqual([]);
});

test('a wildcard that somebody adds to the role is found', () => {
  const found = findings(({ publishRole, domain }) => {
    domain.grant(publishRole, 'codeartifact:*');
  }, ENV);
  expect(found).toEqual([expect.stringContaining('AwsSolutions-IAM5[Action::codeartifact:*]')]);
});

test('a role of somebody else, granted by hand, is left to its owner', () => {
  const found = findings(({ repository }, stack) => {
    repository.grantRead(
      new Role(stack, 'Builder', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') }),
    );
  }, ENV);
  expect(found).toEqual([
    expect.stringContaining('/Artifacts/Builder/DefaultPolicy/Resource AwsSolutions-IAM5[Resource::*]'),
  ]);
});
