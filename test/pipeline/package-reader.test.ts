import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { parse } from 'yaml';
import {
  GitHubPublisher,
  GitHubReader,
  IndexScope,
  PublishTrigger,
  PythonArtifactPipeline,
  PythonClient,
  WorkflowHost,
} from '../../src';

const ISSUER = 'token.actions.githubusercontent.com';
const ENV = { account: '111111111111', region: 'us-east-1' };
const SHOP = GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' });

function make(env: typeof ENV | undefined) {
  const stack = new Stack(new App(), 'Artifacts', { env });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    domainName: 'acme',
    repositoryName: 'python',
    publishers: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })],
  });
  return { stack, pipeline };
}

function policyOf(stack: Stack, role: string) {
  const [policy] = Object.values(
    Template.fromStack(stack).findResources('AWS::IAM::Policy', {
      Properties: { PolicyName: Match.stringLikeRegexp(role) },
    }),
  );
  const statements: { Action: string | string[] }[] = policy.Properties.PolicyDocument.Statement;
  return statements.flatMap(({ Action }) => Action).sort();
}

describe('a reader', () => {
  test('may install and nothing else', () => {
    const { stack, pipeline } = make(ENV);
    pipeline.addReader('Ci', { repositories: [SHOP] });
    expect(policyOf(stack, 'PythonCiRole')).toEqual([
      'codeartifact:GetAuthorizationToken',
      'codeartifact:GetRepositoryEndpoint',
      'codeartifact:ReadFromRepository',
      'sts:GetServiceBearerToken',
    ]);
  });

  test('may have its tokens held to a time', () => {
    const { stack, pipeline } = make(ENV);
    pipeline.addReader('Ci', { repositories: [SHOP], maxTokenDuration: Duration.hours(1) });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyName: Match.stringLikeRegexp('PythonCiRole'),
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sts:GetServiceBearerToken',
            Condition: Match.objectLike({ NumericLessThanEqualsIfExists: { 'sts:DurationSeconds': '3600' } }),
          }),
        ]),
      }),
    });
  });

  test('is trusted on its refs and pull requests, by its id, and not in an environment', () => {
    const { stack, pipeline } = make(ENV);
    pipeline.addReader('Ci', { repositories: [SHOP] });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      RoleName: Match.stringLikeRegexp('^Artifacts-Python-Ci-'),
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:repository_id`]: '3456' },
              StringLike: {
                [`${ISSUER}:sub`]: [
                  'repo:acme/shop:ref:refs/*',
                  'repo:acme/shop:pull_request',
                  'repo:acme@1234/shop@3456:ref:refs/*',
                  'repo:acme@1234/shop@3456:pull_request',
                ],
              },
            },
          }),
        ],
      },
    });
  });

  test('installs in the environments that it is given, and for those who are named', () => {
    const { stack, pipeline } = make(ENV);
    pipeline.addReader('Ci', {
      repositories: [SHOP],
      environments: ['production'],
      requiredClaims: { actors: ['octocat'] },
    });
    const roles = Template.fromStack(stack).findResources('AWS::IAM::Role', {
      Properties: { RoleName: Match.stringLikeRegexp('-Ci-') },
    });
    const [statement] = Object.values(roles)[0].Properties.AssumeRolePolicyDocument.Statement;
    expect(statement.Condition.StringLike[`${ISSUER}:sub`]).toContain(
      'repo:acme@1234/shop@3456:environment:production',
    );
    expect(statement.Condition.StringEquals[`${ISSUER}:actor`]).toBe('octocat');
  });

  test('has its steps ready to paste, with the role of the template', () => {
    const { stack, pipeline } = make(ENV);
    const { workflowSteps } = pipeline.addReader('Ci', { repositories: [SHOP] });
    const [role] = Object.values(
      Template.fromStack(stack).findResources('AWS::IAM::Role', {
        Properties: { RoleName: Match.stringLikeRegexp('-Ci-') },
      }),
    );
    const job = parse(workflowSteps);
    expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(job.steps[1].with).toMatchObject({
      'role-to-assume': `arn:aws:iam::111111111111:role/${role.Properties.RoleName}`,
      'aws-region': 'us-east-1',
      'role-duration-seconds': 900,
    });
    expect(job.steps[3].env).toMatchObject({
      DOMAIN: 'acme',
      DOMAIN_OWNER: '111111111111',
      REPOSITORY: 'python',
    });
    expect(workflowSteps).toMatch(/uses: aws-actions\/configure-aws-credentials@[0-9a-f]{40} # v\d/);
    expect(job.steps[3].run).not.toContain('${{');
  });

  test('explains a refused sign-in around it, and a refusal to read before a tool meets it', () => {
    const { workflowSteps } = make(ENV).pipeline.addReader('Ci', { repositories: [SHOP] });
    const [compare, , after, install] = parse(workflowSteps).steps;
    expect([compare, after].map(({ name, shell }) => [name, shell])).toEqual([
      ['Compare this run with what the role trusts', 'bash'],
      ['Say what else refuses a sign-in', 'bash'],
    ]);
    expect(JSON.parse(compare.env.TRUST).repositories.contexts).toEqual(['ref:refs/*', 'pull_request']);
    expect(compare.env.TRUSTED_REPOSITORY).toBeUndefined();
    const asks = install.run.indexOf('"${INDEX_URL}pip/"');
    expect(asks).toBeGreaterThan(install.run.indexOf('::add-mask::'));
    expect(asks).toBeLessThan(install.run.indexOf('$GITHUB_ENV'));
  });

  test('masks the token before it is written anywhere', () => {
    const { workflowSteps } = make(ENV).pipeline.addReader('Ci', { repositories: [SHOP] });
    const run: string = parse(workflowSteps).steps[3].run;
    expect(run.indexOf('::add-mask::$token')).toBeGreaterThan(run.indexOf('token=$('));
    expect(run.indexOf('$GITHUB_ENV')).toBeGreaterThan(run.indexOf('::add-mask::$token'));
  });

  test('takes what only CloudFormation knows from configuration variables', () => {
    const { workflowSteps } = make(undefined).pipeline.addReader('Ci', { repositories: [SHOP] });
    expect(workflowSteps).not.toContain('Token[');
    expect(parse(workflowSteps).steps[1].with['role-to-assume']).toBe(
      '${{ vars.CODEARTIFACT_ROLE_TO_READ }}',
    );
    expect(parse(workflowSteps).steps[1].with['aws-region']).toBe('${{ vars.CODEARTIFACT_REGION }}');
  });

  test('writes no action unless it is asked to, and says so', () => {
    const reader = make(ENV).pipeline.addReader('Ci', { repositories: [SHOP] });
    expect(reader.files).toEqual({});
    expect(() => reader.actionSnippet).toThrow(
      new Error(
        "actionName (not given) is what names an action, and this reader has none. Write instead: actionName: 'install-python' among the options of the reader. (construct Artifacts/Python/Ci)",
      ),
    );
  });

  test('pastes the same steps as its action has, but for the checks', () => {
    const reader = make(ENV).pipeline.addReader('Ci', { repositories: [SHOP], actionName: 'install' });
    const { runs } = parse(reader.files['.github/actions/install/action.yml']);
    expect(parse(reader.workflowSteps).steps).toEqual(runs.steps.slice(1));
  });

  test('adds nothing to the trust by an action in another repository', () => {
    const trust = (options: object) => {
      const { stack, pipeline } = make(ENV);
      pipeline.addReader('Ci', { repositories: [SHOP], ...options });
      return Template.fromStack(stack).toJSON();
    };
    const actionHost = WorkflowHost.branch('acme/platform', 'main');
    expect(trust({ actionName: 'install', actionHost })).toEqual(trust({}));
  });

  test('has a role with longer sessions where tokens last longer than an hour, and else no other role', () => {
    const sessionOf = (tokenDuration?: Duration) => {
      const { stack, pipeline } = make(ENV);
      pipeline.addReader('Ci', { repositories: [SHOP], tokenDuration });
      const roles = Template.fromStack(stack).findResources('AWS::IAM::Role', {
        Properties: { RoleName: Match.stringLikeRegexp('-Ci-') },
      });
      return Object.values(roles)[0].Properties.MaxSessionDuration;
    };
    expect([sessionOf(), sessionOf(Duration.hours(1)), sessionOf(Duration.hours(2))]).toEqual([
      undefined,
      undefined,
      7200,
    ]);
  });

  test.each([
    [
      { indexScope: IndexScope.INTERNAL_PACKAGES, clients: [PythonClient.PIP] },
      /^clients "pip" can not install/,
    ],
    [{ actionName: 'Install' }, /^actionName "Install" is not a name for an action/],
    [{ tokenDuration: Duration.minutes(5) }, /^tokenDuration "5 minutes" is not a time/],
  ])('refuses %j and leaves nothing half-made', (options, problem) => {
    const { pipeline } = make(ENV);
    expect(() => pipeline.addReader('Ci', { repositories: [SHOP], ...options })).toThrow(problem);
    expect(pipeline.node.tryFindChild('Ci')).toBeUndefined();
  });

  test('without a repository is refused', () => {
    expect(() => make(ENV).pipeline.addReader('Ci', { repositories: [] })).toThrow(
      'repositories [] is empty, so that nobody could assume the role. Allowed: at least one. (construct Artifacts/Python/Ci/Role)',
    );
  });

  test('can be an organization, by its id and whatever its repositories are called', () => {
    const { stack, pipeline } = make(ENV);
    pipeline.addReader('Ci', { repositories: [GitHubReader.organization('acme', { ownerId: '1234' })] });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      RoleName: Match.stringLikeRegexp('^Artifacts-Python-Ci-'),
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Condition: {
              StringEquals: {
                [`${ISSUER}:aud`]: 'sts.amazonaws.com',
                [`${ISSUER}:repository_owner_id`]: '1234',
              },
              StringLike: {
                [`${ISSUER}:sub`]: [
                  'repo:acme/*:ref:refs/*',
                  'repo:acme/*:pull_request',
                  'repo:acme@1234/*:ref:refs/*',
                  'repo:acme@1234/*:pull_request',
                ],
              },
              StringNotLike: { [`${ISSUER}:sub`]: '*:environment:pull_request' },
            },
          }),
        ],
      },
    });
  });
});

describe('builds with private dependencies', () => {
  function withPrivateDependencies() {
    const stack = new Stack(new App(), 'Artifacts', { env: ENV });
    const pipeline = new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })],
      publishOn: PublishTrigger.environment('release'),
      workflow: { host: WorkflowHost.branch('acme/platform', 'main'), privateDependencies: true },
    });
    return { stack, pipeline };
  }

  test('get a role that can not publish, for the same publishers and workflow', () => {
    const { stack } = withPrivateDependencies();
    expect(policyOf(stack, 'ReadRole')).not.toContain('codeartifact:PublishPackageVersion');
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      RoleName: Match.stringLikeRegexp('-read-us-east-1$'),
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Condition: {
              StringEquals: {
                [`${ISSUER}:aud`]: 'sts.amazonaws.com',
                [`${ISSUER}:repository_owner_id`]: '1234',
                [`${ISSUER}:job_workflow_ref`]:
                  'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
              },
            },
          }),
        ],
      },
    });
  });

  test('assume that role in the build job, and the publish role in the publish job alone', () => {
    const { pipeline } = withPrivateDependencies();
    const { jobs } = parse(pipeline.workflow.reusable.text);
    expect(JSON.stringify(jobs.build)).toMatch(/role\/Artifacts-Python-Publisher-\w+-read-us-east-1/);
    expect(JSON.stringify(jobs.publish)).not.toContain('-read-us-east-1');
    expect(jobs.publish.environment).toBe('release');
    expect(jobs.build.environment).toBeUndefined();
  });
});
