import { App, Aspects, CfnResource, Stack } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import {
  GitHubOidcProvider,
  GitHubPublisher,
  PipelineAccess,
  PublishTrigger,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
  WorkflowHost,
} from '../../src';
import { ACME, newStack } from '../support/stacks';

const ids = { ownerId: '1234', repositoryId: '5678' };
const ORDERS = GitHubPublisher.repository('acme/orders-sdk', ids);
const pipeline = (stack: Stack, more: Partial<PythonArtifactPipelineProps> = {}, id = 'Python') =>
  new PythonArtifactPipeline(stack, id, {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [ORDERS],
    packages: ['acme-*'],
    organizationIds: ['o-a1b2c3d4e5'],
    ...more,
  });
const linesOf = (more: Partial<PythonArtifactPipelineProps> = {}, id?: string, stackId?: string) => {
  const stack = newStack(ACME, stackId);
  pipeline(stack, more, id);
  return PipelineAccess.of(stack).lines;
};

test('is a sorted list that a person reads', () => {
  const lines = linesOf({ workflow: { host: WorkflowHost.branch('acme/platform', 'main') } });
  expect(lines).toEqual([...lines].sort());
  expect(lines).toMatchInlineSnapshot(`
[
  "bring in versions of packages by the upstream: whoever publishes on public PyPI",
  "codeartifact:DescribeDomain, codeartifact:GetDomainPermissionsPolicy, codeartifact:ListRepositoriesInDomain on the domain acme: every principal of the organization o-a1b2c3d4e5",
  "codeartifact:DescribeDomain, codeartifact:GetDomainPermissionsPolicy, codeartifact:ListRepositoriesInDomain on the domain acme: workflow codeartifact_python.yml of acme/platform at main, called by acme/orders-sdk (id 5678) on tags v*.*.*",
  "codeartifact:DescribePackageVersion, codeartifact:GetPackageVersionReadme, codeartifact:ListPackageVersionAssets, codeartifact:ListPackageVersionDependencies, codeartifact:ListPackageVersions on every package in acme/python: every principal of the organization o-a1b2c3d4e5",
  "codeartifact:DescribePackageVersion, codeartifact:GetPackageVersionReadme, codeartifact:ListPackageVersionAssets, codeartifact:ListPackageVersionDependencies, codeartifact:ListPackageVersions, codeartifact:PutPackageMetadata on acme-* in acme/python: workflow codeartifact_python.yml of acme/platform at main, called by acme/orders-sdk (id 5678) on tags v*.*.*",
  "codeartifact:DescribeRepository, codeartifact:GetRepositoryEndpoint, codeartifact:ListPackages on acme/python: every principal of the organization o-a1b2c3d4e5",
  "codeartifact:DescribeRepository, codeartifact:GetRepositoryEndpoint, codeartifact:ListPackages on acme/python: workflow codeartifact_python.yml of acme/platform at main, called by acme/orders-sdk (id 5678) on tags v*.*.*",
  "install from acme/python: every principal of the organization o-a1b2c3d4e5",
  "install from acme/python: workflow codeartifact_python.yml of acme/platform at main, called by acme/orders-sdk (id 5678) on tags v*.*.*",
  "publish acme-* in acme/python: workflow codeartifact_python.yml of acme/platform at main, called by acme/orders-sdk (id 5678) on tags v*.*.*",
  "take bearer tokens with NumericGreaterThanEqualsIfExists sts:DurationSeconds 900, with NumericLessThanEqualsIfExists sts:DurationSeconds 900, with StringEquals sts:AWSServiceName codeartifact.amazonaws.com: workflow codeartifact_python.yml of acme/platform at main, called by acme/orders-sdk (id 5678) on tags v*.*.*",
  "the package group /pypi//acme-* of acme has ExternalUpstream BLOCK",
]
`);
});

describe('moves at nothing else than access', () => {
  const usual = linesOf();

  test('not with ids of constructs, nor with the name of the stack', () => {
    expect(linesOf({}, 'Renamed', 'Elsewhere')).toEqual(usual);
  });

  test('not with the order of publishers, packages and triggers', () => {
    const billing = GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' });
    const tags = [PublishTrigger.tags('a-v*'), PublishTrigger.tags('b-v*')];
    const one = {
      publishers: [ORDERS, billing],
      packages: ['acme-*', 'x'],
      publishOn: PublishTrigger.anyOf(...tags),
    };
    const other = {
      publishers: [billing, ORDERS],
      packages: ['x', 'acme-*'],
      publishOn: PublishTrigger.anyOf(...tags.reverse()),
    };
    expect(linesOf(one)).toEqual(linesOf(other));
  });

  test('not with a statement in two, nor with what concerns nobody', () => {
    const stack = newStack(ACME);
    pipeline(stack);
    new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
    Aspects.of(stack).add({ visit: splitActions });
    expect(PipelineAccess.of(stack).lines).toEqual(usual);
  });
});

describe('moves with access', () => {
  const usual = linesOf();

  test.each<[string, Partial<PythonArtifactPipelineProps>]>([
    ['a wider tag', { publishOn: PublishTrigger.tags('v*') }],
    ['an environment', { publishOn: PublishTrigger.environment('release') }],
    ['another repository', { publishers: [GitHubPublisher.repository('acme/other', ids)] }],
    ['no ids', { publishers: [GitHubPublisher.repository('acme/orders-sdk')] }],
    ['more packages', { packages: ['acme-*', 'acme'] }],
    ['all packages', { packages: undefined }],
    ['another organization', { organizationIds: ['o-zzzzzzzzzz'] }],
    ['a host', { workflow: { host: WorkflowHost.branch('acme/platform', 'main') } }],
    ['who started the run', { requiredClaims: { actorIds: ['1'] } } as Partial<PythonArtifactPipelineProps>],
  ])('%s', (_what, more) => {
    expect(linesOf(more)).not.toEqual(usual);
  });

  test('a deny, and the removal of what blocks public names', () => {
    const stack = newStack(ACME);
    pipeline(stack);
    Aspects.of(stack).add({ visit: withoutGroups });
    const { lines } = PipelineAccess.of(stack);
    expect(usual.filter((line) => !lines.includes(line))).toEqual([
      'the package group /pypi//acme-* of acme has ExternalUpstream BLOCK',
    ]);
  });
});

test('is that of an app for all its stacks, and of a stack for it alone', () => {
  const app = new App();
  const [one, other] = ['A', 'B'].map((id) => new Stack(app, id, { env: ACME }));
  pipeline(one, { repositoryName: 'one', domainName: 'one' });
  const oidcProvider = GitHubOidcProvider.fromAccount(other, 'GitHub');
  pipeline(other, { repositoryName: 'other', domainName: 'other', oidcProvider });
  const [ofOne, ofApp] = [one, app].map((scope) => PipelineAccess.of(scope).lines.join('\n'));
  expect(ofOne).toContain('one/one');
  expect(ofOne).not.toContain('other/other');
  expect(ofApp).toContain('one/one');
  expect(ofApp).toContain('other/other');
});

test('is refused for what is in no app', () => {
  class Root extends Construct {
    constructor() {
      super(undefined as never, '');
    }
  }
  expect(() => PipelineAccess.of(new Root())).toThrow(
    'PipelineAccess.of "" is in no app, and so has no template.',
  );
});

// biome-ignore lint/suspicious/noExplicitAny: a policy document as it is resolved
type Json = any;

/** Each action in a statement of its own. */
function splitActions(node: IConstruct): void {
  if (!CfnResource.isCfnResource(node) || node.cfnResourceType !== 'AWS::IAM::Policy') return;
  const document = Stack.of(node).resolve((node as Json).policyDocument);
  const Statement = document.Statement.flatMap((one: Json) =>
    [one.Action].flat().map((Action: string) => ({ ...one, Action })),
  ).reverse();
  node.addPropertyOverride('PolicyDocument', { ...document, Statement });
}

function withoutGroups(node: IConstruct): void {
  if (!CfnResource.isCfnResource(node) || node.cfnResourceType !== 'AWS::CodeArtifact::PackageGroup') return;
  node.addPropertyOverride('OriginConfiguration.Restrictions.ExternalUpstream.RestrictionMode', 'ALLOW');
}
