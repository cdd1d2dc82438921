import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { App, Aspects, CfnResource, Stack, Token } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  GitHubOidcProvider,
  GitHubPublisher,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
} from '../../src';

const ENV = { account: '111111111111', region: 'us-east-1' };

function make(props: Partial<PythonArtifactPipelineProps> = {}, env: Partial<typeof ENV> = ENV) {
  const stack = new Stack(new App(), 'Artifacts', { env });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
    ...props,
  });
  return { stack, pipeline };
}

const idIn = (stack: Stack, construct: { node: { defaultChild?: unknown } }): string =>
  stack.resolve((construct.node.defaultChild as CfnResource).logicalId);

describe('the mapping file', () => {
  test('has domain, repositories and provider, each by what CloudFormation identifies it by', () => {
    const { stack, pipeline } = make();
    expect(JSON.parse(pipeline.importMapping())).toEqual({
      [idIn(stack, pipeline.domain)]: { Arn: 'arn:aws:codeartifact:us-east-1:111111111111:domain/acme' },
      [idIn(stack, pipeline.repository)]: {
        Arn: 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python',
      },
      [idIn(stack, pipeline.pypiStore as PythonArtifactPipeline['repository'])]: {
        Arn: 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/pypi-store',
      },
      [idIn(stack, pipeline.oidcProvider)]: {
        Arn: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com',
      },
    });
  });

  test('identifies each type by its primary identifier', async () => {
    const database = await loadAwsServiceSpec();
    const { stack, pipeline } = make();
    const mapping = JSON.parse(
      pipeline.importMapping(
        pipeline.domain,
        pipeline.repository,
        pipeline.oidcProvider,
        pipeline.publishRole,
      ),
    );
    const resources = stack.node
      .findAll()
      .filter((node): node is CfnResource => CfnResource.isCfnResource(node));
    expect(Object.keys(mapping)).toHaveLength(4);
    for (const [id, identifier] of Object.entries(mapping)) {
      const type = resources.find((resource) => stack.resolve(resource.logicalId) === id)
        ?.cfnResourceType as string;
      const { primaryIdentifier } = database.lookup('resource', 'cloudFormationType', 'equals', type).only();
      expect([type, Object.keys(identifier as object)]).toEqual([type, primaryIdentifier]);
    }
  });

  test('has a role by its name', () => {
    const { stack, pipeline } = make({ publishRoleName: 'publish' });
    expect(JSON.parse(pipeline.importMapping(pipeline.publishRole))).toEqual({
      [idIn(stack, pipeline.publishRole)]: { RoleName: 'publish' },
    });
  });

  test('leaves out what is not made here', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ENV });
    const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'GitHub');
    const pipeline = new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      upstreams: [],
      oidcProvider,
      publishers: [GitHubPublisher.repository('acme/orders-sdk')],
    });
    expect(Object.keys(JSON.parse(pipeline.importMapping()))).toHaveLength(2);
    expect(() => pipeline.importMapping(oidcProvider)).toThrow(
      'importMapping "Artifacts/GitHub" is nothing that this stack makes. Allowed: domain, repository, provider and roles that this stack makes. (construct Artifacts/Python)',
    );
  });

  test('says the names that an Aspect gave', () => {
    const { stack, pipeline } = make();
    Aspects.of(stack).add({
      visit: (node) => {
        if (CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::CodeArtifact::Domain')
          node.addPropertyOverride('DomainName', 'acme-prod');
      },
    });
    (stack.node.root as App).synth();
    expect(pipeline.importMapping(pipeline.repository)).toContain('repository/acme-prod/python');
  });

  test('is in the partition of the Region', () => {
    const { pipeline } = make({}, { account: '111111111111', region: 'cn-north-1' });
    expect(pipeline.importMapping()).toContain('arn:aws-cn:iam::111111111111:oidc-provider/');
  });
});

describe('there is none', () => {
  test('of a stack that does not say where it is', () => {
    const { pipeline } = make({}, {});
    expect(() => pipeline.importMapping()).toThrow(
      "importMapping \"Artifacts\" is a stack without account and Region, which stand in what a resource is identified by. Write instead: new Stack(app, 'PythonArtifacts', { env: { account: '111111111111', region: 'us-east-1' } }). (construct Artifacts/Python)",
    );
  });

  test('of what another stack makes', () => {
    const { pipeline, stack } = make();
    const other = new Stack(stack.node.root as App, 'Other', { env: ENV });
    const provider = new GitHubOidcProvider(other, 'GitHub');
    expect(() => pipeline.importMapping(provider)).toThrow(
      'importMapping "Other/GitHub" is of another stack, which has a file of its own.',
    );
  });

  test('of a resource of another type', () => {
    const { pipeline, stack } = make();
    expect(() => pipeline.importMapping(new Bucket(stack, 'Bucket'))).toThrow(
      'importMapping "Artifacts/Bucket" is of the type AWS::S3::Bucket, which is not imported.',
    );
  });

  test('of a name that only CloudFormation knows', () => {
    const { pipeline } = make({ repositoryName: Token.asString({ Ref: 'Name' }) });
    expect(() => pipeline.importMapping()).toThrow(
      'importMapping "Artifacts/Python/Repository" has a name that only CloudFormation knows.',
    );
  });

  test('of nothing', () => {
    const { pipeline } = make();
    expect(() => pipeline.importMapping(undefined as never)).toThrow('importMapping (not given) is nothing');
  });
});
