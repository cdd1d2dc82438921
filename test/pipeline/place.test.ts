import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  Domain,
  GitHubPublisher,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
  Repository,
} from '../../src';

const ENV = { account: '111111111111', region: 'us-east-1' };
const ARN = 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python';
const PUBLISHERS = [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })];

function adopted(props: Partial<PythonArtifactPipelineProps> = {}, arn = ARN) {
  const stack = new Stack(new App(), 'Artifacts', { env: ENV });
  const repository = Repository.fromRepositoryArn(stack, 'Existing', arn);
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    repository,
    publishers: PUBLISHERS,
    ...props,
  });
  return { stack, pipeline, repository };
}

const warnings = (stack: Stack) =>
  Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => String(entry.data));

describe('a repository that is there already', () => {
  test('is used as it is: role, workflow and provider are made, and nothing in CodeArtifact', () => {
    const { stack, pipeline, repository } = adopted();
    expect([pipeline.repository, pipeline.domain]).toEqual([repository, repository.domain]);
    expect(pipeline.pypiStore).toBeUndefined();
    const types = Object.values(
      Template.fromStack(stack).toJSON().Resources as Record<string, { Type: string }>,
    );
    expect(types.map(({ Type }) => Type).sort()).toEqual([
      'AWS::IAM::OIDCProvider',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
    ]);
    expect(warnings(stack)).toEqual([]);
  });

  test('stands in the permissions, the workflow and the outputs by its names', () => {
    const { stack, pipeline } = adopted({}, ARN.replace('us-east-1', 'eu-west-1'));
    const text = JSON.stringify(Template.fromStack(stack).toJSON());
    expect(text).toContain('arn:aws:codeartifact:eu-west-1:111111111111:package/acme/python/pypi/*');
    expect(text).toContain(
      '--domain acme --domain-owner 111111111111 --repository python --region eu-west-1',
    );
    expect(pipeline.workflow.reusable.text).toContain('eu-west-1');
  });

  test('is told the statements that its policies still need for organizations', () => {
    const { stack } = adopted({ organizationIds: ['o-a1b2c3d4e5'] });
    const [domain, repository, ...others] = warnings(stack).sort();
    expect(others).toEqual([]);
    expect(domain).toMatch(
      /The policy of an imported domain is not changed.*"aws:PrincipalOrgID":.*o-a1b2c3d4e5.*imported-domain-policy/,
    );
    expect(repository).toMatch(
      /The policy of an imported repository is not changed.*ReadFromRepository.*imported-repository-policy/,
    );
  });

  test('can be one that the same app makes, which learns of the organizations', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ENV });
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const repository = new Repository(stack, 'Repository', { domain, repositoryName: 'python' });
    new PythonArtifactPipeline(stack, 'Python', {
      repository,
      publishers: PUBLISHERS,
      organizationIds: ['o-a1b2c3d4e5'],
    });
    const ofOrganization = Match.objectLike({
      Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] } },
    });
    for (const type of ['AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository']) {
      Template.fromStack(stack).hasResourceProperties(type, {
        PermissionsPolicyDocument: { Statement: Match.arrayWith([ofOrganization]) },
      });
    }
    expect(warnings(stack)).toEqual([]);
  });

  test('gets no upstream, and it is said how it would', () => {
    const { stack, repository } = adopted();
    repository.addUpstream(Repository.fromRepositoryArn(stack, 'Store', ARN.replace('python', 'pypi-store')));
    expect(warnings(stack)).toEqual([
      'The upstreams of an imported repository are not changed. Where Artifacts/Store is not one of them, add it in the ' +
        'stack that owns the repository, or by: aws codeartifact update-repository [ack: cdk-python-artifact-pipeline:imported-repository-upstreams]',
    ]);
  });

  test.each<[string, Partial<PythonArtifactPipelineProps>, string]>([
    ['a name', { repositoryName: 'other' }, 'repositoryName "other"'],
    ['the name of a domain', { domainName: 'acme' }, 'domainName "acme"'],
    ['upstreams', { upstreams: [] }, 'upstreams "upstreams"'],
    ['a removal policy', { removalPolicy: RemovalPolicy.DESTROY }, 'removalPolicy "destroy"'],
  ])('does not stand beside %s', (_, props, beginning) => {
    expect(() => adopted(props)).toThrow(
      `${beginning} stands beside repository, and who made that has said it. Allowed: repository alone, or repositoryName and what it is made with. (construct Artifacts/Python)`,
    );
  });

  test('does not stand beside a domain or a key', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ENV });
    const repository = Repository.fromRepositoryArn(stack, 'Existing', ARN);
    for (const props of [{ domain: repository.domain }, { encryptionKey: new Key(stack, 'Key') }]) {
      expect(
        () => new PythonArtifactPipeline(stack, 'Python', { repository, publishers: PUBLISHERS, ...props }),
      ).toThrow(/^(domain|encryptionKey) ".*" stands beside repository/);
      stack.node.tryRemoveChild('Python');
    }
  });
});

test('neither a repository nor a name is refused', () => {
  const stack = new Stack(new App(), 'Artifacts', { env: ENV });
  expect(
    () => new PythonArtifactPipeline(stack, 'Python', { domainName: 'acme', publishers: PUBLISHERS }),
  ).toThrow(
    'repositoryName (not given) is missing, and so is repository. Allowed: one of repositoryName, which creates a repository, and repository, which uses one. (construct Artifacts/Python)',
  );
});
