import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  type NagPack,
  NIST80053R4Checks,
  NIST80053R5Checks,
  PCIDSS321Checks,
} from 'cdk-nag';
import { GitHubPublisher, GitHubReader, PythonArtifactPipeline } from '../src';

const IDS = { ownerId: '1234', repositoryId: '5678' };
const RULES = 'AwsSolutions-|HIPAA.Security-|NIST.800.53.R[45]-|PCI.DSS.321-';
const ENV = { account: '111111111111', region: 'us-east-1' };

function findings(
  build: (pipeline: PythonArtifactPipeline, stack: Stack) => void,
  env?: typeof ENV,
  pack: NagPack = new AwsSolutionsChecks(),
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
  Aspects.of(stack).add(pack);
  const annotations = Annotations.fromStack(stack);
  return [
    ...annotations.findError('*', Match.stringLikeRegexp(RULES)),
    ...annotations.findWarning('*', Match.stringLikeRegexp(`${RULES}|CdkNag`)),
  ].map(({ id, entry }) => `${id} ${entry.data}`);
}

const PACKS = {
  AwsSolutions: new AwsSolutionsChecks(),
  'HIPAA Security': new HIPAASecurityChecks(),
  'NIST 800-53 R4': new NIST80053R4Checks(),
  'NIST 800-53 R5': new NIST80053R5Checks(),
  'PCI DSS 3.2.1': new PCIDSS321Checks(),
};

test.each(
  Object.entries(PACKS).flatMap(([name, pack]) => [ENV, undefined].map((env) => ({ name, pack, env }))),
)('$name finds nothing that is not explained, with env $env', ({ pack, env }) => {
  const found = findings(
    (pipeline) => {
      pipeline.addPublisher('All', { publishers: [GitHubPublisher.repository('acme/all', IDS)] });
      pipeline.addReader('Ci', { repositories: [GitHubReader.repository('acme/shop', IDS)] });
    },
    env,
    pack,
  );
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
