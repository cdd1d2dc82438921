import { ExpectedResult, IntegTest, Match } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  GitHubOidcProvider,
  GitHubPublisher,
  PublishTrigger,
  PythonArtifactPipeline,
  WorkflowHost,
} from '../src';

// A snapshot must not hold the paths of the machine that made it.
const app = new App({ stackTraces: false });
const stack = new Stack(app, 'PythonArtifactPipelineInteg');

const pipeline = new PythonArtifactPipeline(stack, 'Python', {
  domainName: 'integ-python-artifacts',
  repositoryName: 'python',
  organizationIds: ['o-a1b2c3d4e5'],
  publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
  publishOn: PublishTrigger.tags('v*.*.*'),
  packages: ['acme-*'],
  // An account that runs integration tests is likely to have the provider of github.com already.
  oidcProvider: GitHubOidcProvider.fromAccount(stack, 'GitHub'),
  removalPolicy: RemovalPolicy.DESTROY,
  workflow: { host: WorkflowHost.branch('acme/platform', 'main'), writeFiles: false },
});

const test = new IntegTest(app, 'Pipeline', { testCases: [stack] });
const { domain, repository, publishRole } = pipeline;
const inDomain = { domain: domain.domainName, domainOwner: domain.domainOwner };

const domainPolicy = test.assertions.awsApiCall('codeartifact', 'GetDomainPermissionsPolicy', inDomain);
domainPolicy.expect(
  ExpectedResult.objectLike({
    policy: { document: Match.stringLikeRegexp('"aws:PrincipalOrgID":\\s*(\\[\\s*)?"o-a1b2c3d4e5"') },
  }),
);

const inRepository = { ...inDomain, repository: repository.repositoryName };
const repositoryPolicy = test.assertions.awsApiCall(
  'codeartifact',
  'GetRepositoryPermissionsPolicy',
  inRepository,
);
repositoryPolicy.expect(
  ExpectedResult.objectLike({
    policy: { document: Match.stringLikeRegexp('codeartifact:PublishPackageVersion') },
  }),
);

test.assertions.awsApiCall('codeartifact', 'DescribeRepository', inRepository).expect(
  ExpectedResult.objectLike({
    repository: { name: 'python', upstreams: [{ repositoryName: 'pypi-store' }] },
  }),
);

// IAM gives the trust policy URL-encoded.
test.assertions.awsApiCall('iam', 'GetRole', { RoleName: publishRole.roleName }).expect(
  ExpectedResult.objectLike({
    Role: {
      AssumeRolePolicyDocument: Match.stringLikeRegexp(
        encodeURIComponent('repo:acme@1234/orders-sdk@5678:ref:refs/tags/v'),
      ),
    },
  }),
);
