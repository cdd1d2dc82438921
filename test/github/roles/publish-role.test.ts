import { Annotations, App, CfnParameter, Duration, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import {
  Domain,
  GitHubIssuer,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubPublishRole,
  PublishTrigger,
  Repository,
  WorkflowHost,
} from '../../../src';
import { deploy } from '../../support/deployed';
import { acmePython, publishRole } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { identityStatements, only } from '../../support/statements';
import { trustOf } from '../../support/trust';
import { warningsOf } from '../../support/warnings';

const KEY = 'token.actions.githubusercontent.com';
const IDS = { ownerId: '1234', repositoryId: '5678' };
const WITH_IDS = () => GitHubPublisher.repository('acme/orders-sdk', IDS);

describe('a publish role', () => {
  test('is trusted by the tags of its publisher, and for AWS STS only', () => {
    const stack = newStack();
    publishRole(stack);
    const role = only(deploy(stack), 'AWS::IAM::Role').properties;
    expect(role.AssumeRolePolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${KEY}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { [`${KEY}:aud`]: 'sts.amazonaws.com' },
            StringLike: { [`${KEY}:sub`]: 'repo:acme/orders-sdk:ref:refs/tags/v*.*.*' },
          },
        },
      ],
    });
  });

  test('has tokens for exactly as long as the workflow asks for', () => {
    const stack = newStack();
    publishRole(stack);
    const [bearer] = identityStatements(stack).filter(({ actions }) => actions[0].startsWith('sts:'));
    expect(bearer.conditions).toEqual({
      StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] },
      NumericGreaterThanEqualsIfExists: { 'sts:DurationSeconds': ['900'] },
      NumericLessThanEqualsIfExists: { 'sts:DurationSeconds': ['900'] },
    });
  });

  test('is a role of CDK, which can be granted more', () => {
    const stack = newStack();
    const role = publishRole(stack);
    expect(role).toBeInstanceOf(Role);
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
    expect(identityStatements(stack).at(-1)?.actions).toEqual(['s3:GetObject']);
  });

  test('has no name, a description, and sessions of an hour, unless asked', () => {
    const stack = newStack();
    publishRole(stack);
    const { RoleName, Description, MaxSessionDuration, PermissionsBoundary } = only(
      deploy(stack),
      'AWS::IAM::Role',
    ).properties;
    expect([RoleName, MaxSessionDuration, PermissionsBoundary]).toEqual([undefined, undefined, undefined]);
    expect(Description).toBe('Publishes Python packages from GitHub Actions');
  });

  test('has the name, description, boundary and session length that it is given', () => {
    const stack = newStack();
    publishRole(stack, {
      roleName: 'publisher',
      description: 'Publishes',
      permissionsBoundary: ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary'),
      maxSessionDuration: Duration.hours(2),
    });
    expect(only(deploy(stack), 'AWS::IAM::Role').properties).toMatchObject({
      RoleName: 'publisher',
      Description: 'Publishes',
      PermissionsBoundary: 'arn:aws:iam::111111111111:policy/boundary',
      MaxSessionDuration: 7200,
    });
  });

  test('may publish some packages only', () => {
    const stack = newStack();
    publishRole(stack, { packages: ['acme-*', 'Orders_SDK'] });
    const statements = identityStatements(stack).filter(({ actions }) =>
      actions.includes('codeartifact:PublishPackageVersion'),
    );
    const arn = 'arn:aws:codeartifact:us-east-1:111111111111:package/acme/python/pypi/';
    expect(statements.map(({ resources }) => resources)).toEqual([[`${arn}/acme-*`, `${arn}/orders-sdk`]]);
  });

  test('is right in every partition', () => {
    const stack = newStack();
    publishRole(stack, { oidcProvider: new GitHubOidcProvider(stack, 'NewProvider') });
    const resources = deploy(stack, { partition: 'aws-us-gov', region: 'us-gov-west-1' });
    const text = JSON.stringify(resources);
    expect(text).not.toContain('arn:aws:');
    expect(text).toContain(`arn:aws-us-gov:iam::111111111111:oidc-provider/${KEY}`);
  });

  test('accepts the audience of the China partition there', () => {
    const stack = newStack({ account: '111111111111', region: 'cn-north-1' });
    publishRole(stack);
    const [{ conditions }] = trustOf(stack, { partition: 'aws-cn' });
    expect(conditions.StringEquals).toEqual({
      [`${KEY}:aud`]: ['sts.amazonaws.com', 'sts.amazonaws.com.cn'],
    });
  });

  test('stands after a new provider, by reference', () => {
    const stack = newStack();
    publishRole(stack, { oidcProvider: new GitHubOidcProvider(stack, 'NewProvider') });
    const template = Template.fromStack(stack);
    const [provider] = Object.keys(template.findResources('AWS::IAM::OIDCProvider'));
    const [role] = Object.values(template.findResources('AWS::IAM::Role'));
    expect(role.Properties.AssumeRolePolicyDocument.Statement[0].Principal).toEqual({
      Federated: { Ref: provider },
    });
  });

  test('does not change the object that it is made of, which two roles may share', () => {
    const stack = newStack();
    const publishers = Object.freeze([WITH_IDS()]) as GitHubPublisher[];
    const packages = Object.freeze(['acme-*']) as string[];
    const oidcProvider = new GitHubOidcProvider(stack, 'Provider');
    const props = Object.freeze({ repository: acmePython(stack), publishers, packages, oidcProvider });
    new GitHubPublishRole(stack, 'First', props);
    new GitHubPublishRole(stack, 'Second', props);
    const roles = deploy(stack).filter(({ type }) => type === 'AWS::IAM::Role');
    const [first, second] = roles.map(({ properties }) => JSON.stringify(properties));
    expect(first).toBe(second);
  });

  test('may be in another stack than its repository and provider, and in a nested stage', () => {
    const stage = new Stage(new Stage(new App(), 'Outer'), 'Inner');
    const shared = new Stack(stage, 'Shared');
    const stack = new Stack(stage, 'Stack');
    const domain = new Domain(shared, 'Domain', { domainName: 'acme' });
    publishRole(stack, {
      repository: new Repository(shared, 'Repository', { domain, repositoryName: 'python' }),
      oidcProvider: new GitHubOidcProvider(shared, 'Provider'),
    });
    expect(() => Template.fromStack(stack)).not.toThrow();
    expect(stack.dependencies).toEqual([shared]);
  });

  test('gives the same template twice', () => {
    const template = () => {
      const stack = newStack();
      publishRole(stack, {
        publishers: [WITH_IDS(), GitHubPublisher.repository('acme/billing-sdk')],
        publishOn: PublishTrigger.tags('v*', 'release-*'),
      });
      return JSON.stringify(Template.fromStack(stack).toJSON());
    };
    expect(template()).toBe(template());
  });
});

describe('a publish role with a workflow host', () => {
  test('is trusted for that workflow only', () => {
    const stack = newStack();
    publishRole(stack, {
      publishers: [WITH_IDS()],
      workflowHost: WorkflowHost.branch('acme/platform', 'main'),
    });
    expect(trustOf(stack).map(({ conditions }) => conditions)).toEqual([
      {
        StringEquals: {
          [`${KEY}:aud`]: ['sts.amazonaws.com'],
          [`${KEY}:repository_id`]: ['5678'],
          [`${KEY}:job_workflow_ref`]: [
            'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
          ],
        },
        StringLike: {
          [`${KEY}:sub`]: [
            'repo:acme/orders-sdk:ref:refs/tags/v*.*.*',
            'repo:acme@1234/orders-sdk@5678:ref:refs/tags/v*.*.*',
          ],
        },
      },
    ]);
  });

  test('may have it at another path', () => {
    const stack = newStack();
    const workflowHost = WorkflowHost.tag('acme/platform', 'v1');
    publishRole(stack, { workflowHost, workflowPath: '.github/workflows/publish.yaml' });
    expect(trustOf(stack)[0].conditions.StringEquals[`${KEY}:job_workflow_ref`]).toEqual([
      'acme/platform/.github/workflows/publish.yaml@refs/tags/v1',
    ]);
  });

  test.each([
    '',
    '*',
    '.github/workflows/*',
    '.github/workflows/*.yml',
    '.github/workflows/a?.yml',
    '.github/workflows/../workflows/a.yml',
    '.github/workflows/a/b.yml',
    '.github/workflows/a.yml@refs/heads/*',
    'workflows/publish.yml',
    '/.github/workflows/publish.yml',
    '.github/workflows/publish.json',
    '.github/workflows/publish.yml\n',
  ])('may not have it at %j', (workflowPath) => {
    const workflowHost = WorkflowHost.branch('acme/platform', 'main');
    expectRefusal(
      () => publishRole(newStack(), { workflowHost, workflowPath }),
      `workflowPath ${JSON.stringify(workflowPath)} is not the path of a workflow.`,
      "Allowed: a file of .github/workflows, as in '.github/workflows/codeartifact_python.yml'.",
      'See https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows',
      '(construct Stack/Role)',
    );
  });
});

describe('a warning', () => {
  const ANY_REF =
    '/Stack/Role: PublishTrigger.anyRef() lets every branch, tag, pull request and environment of the ' +
    "publishers publish. Prefer PublishTrigger.tags('v*.*.*'). [ack: cdk-python-artifact-pipeline:any-ref]";
  const withoutIds = (...names: string[]) =>
    '/Stack/Role: Repositories without ids: whoever takes over an abandoned name is trusted, and a repository ' +
    'created, renamed or transferred after 15 July 2026 is not. Give ownerId and repositoryId, as printed by: ' +
    `npx cdk-python-artifact-pipeline ids ${names.join(' ')} [ack: cdk-python-artifact-pipeline:repository-without-ids]`;

  test('is not given for tags and ids', () => {
    const stack = newStack();
    publishRole(stack, { publishers: [WITH_IDS()] });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is given for any ref', () => {
    const stack = newStack();
    publishRole(stack, { publishers: [WITH_IDS()], publishOn: PublishTrigger.anyRef() });
    expect(warningsOf(stack)).toEqual([ANY_REF]);
  });

  test('is given for publishers without ids, with the commands that print them', () => {
    const stack = newStack();
    const publishers = ['acme/orders-sdk', 'acme/billing-sdk'].map((name) =>
      GitHubPublisher.repository(name),
    );
    publishRole(stack, { publishers: [...publishers, GitHubPublisher.repository('acme/third', IDS)] });
    expect(warningsOf(stack)).toEqual([withoutIds('acme/orders-sdk', 'acme/billing-sdk')]);
  });

  test('shows no token', () => {
    const stack = newStack();
    const names = ['One', 'Two'].map((id) => new CfnParameter(stack, id).valueAsString);
    publishRole(stack, { publishers: names.map((name) => GitHubPublisher.repository(`acme/${name}`)) });
    expect(warningsOf(stack)).toEqual([withoutIds('OWNER/REPO')]);
  });

  test('is not given for a GitHub that has no ids in its tokens', () => {
    const stack = newStack();
    const issuer = GitHubIssuer.enterpriseServer('github.acme.example');
    publishRole(stack, { oidcProvider: GitHubOidcProvider.fromAccount(stack, 'Server', issuer) });
    expect(warningsOf(stack)).toEqual([]);
  });

  test.each(['any-ref', 'repository-without-ids'])('can be acknowledged: %s', (id) => {
    const stack = newStack();
    publishRole(stack, { publishOn: PublishTrigger.anyRef() });
    expect(warningsOf(stack)).toHaveLength(2);
    Annotations.of(stack).acknowledgeWarning(`cdk-python-artifact-pipeline:${id}`, 'until we migrate');
    expect(warningsOf(stack)).toHaveLength(1);
    expect(warningsOf(stack)[0]).not.toContain(id);
  });
});

describe('a publish role for an organization', () => {
  const roleFor = (packages?: string[]) => {
    const stack = newStack();
    publishRole(stack, {
      publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })],
      workflowHost: WorkflowHost.branch('acme/platform', 'main'),
      packages,
    });
    return stack;
  };

  test('is warned of where it may publish any package', () => {
    expect(warningsOf(roleFor())).toEqual([
      '/Stack/Role: Whoever can create a repository in acme can publish any Python package of the repository. ' +
        "Name the packages, as in packages: ['acme-*']. [ack: cdk-python-artifact-pipeline:organization-without-packages]",
    ]);
  });

  test('is told of where it may publish some', () => {
    const stack = roleFor(['acme-*', 'orders']);
    expect(warningsOf(stack)).toEqual([]);
    expect(stack.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => data))).toContainEqual(
      'Whoever can create a repository in acme can publish each of acme-*, orders. An environment adds nothing to that, ' +
        'since GitHub makes a missing one without protection rules. [ack: cdk-python-artifact-pipeline:organization-publishes]',
    );
  });
});
