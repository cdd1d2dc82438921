import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { ManagedPolicy, type Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubReader,
  PipelineOutput,
  PublishTrigger,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
  Repository,
  WorkflowHost,
} from '../../src';
import { problemsOf } from '../support/synthesis';

const ENV = { account: '111111111111', region: 'us-east-1' };
const ORDERS = GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' });
const BILLING = GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' });
const ISSUER = 'token.actions.githubusercontent.com';

function make(props: Partial<PythonArtifactPipelineProps> = {}, env: typeof ENV | undefined = ENV) {
  const stack = new Stack(new App(), 'Artifacts', { env });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    ...(props.domain ? {} : { domainName: 'acme' }),
    repositoryName: 'python',
    publishers: [ORDERS],
    ...props,
  });
  return { stack, pipeline, template: () => Template.fromStack(stack) };
}

function idOf(template: Template, type: string, properties: object): string {
  const [id, ...others] = Object.keys(template.findResources(type, { Properties: properties }));
  expect(others).toEqual([]);
  return id;
}

describe('what one construct makes', () => {
  test('domain, store, repository, provider, role and its policy, and nothing else', () => {
    const { template } = make();
    const types = Object.values(template().toJSON().Resources).map((r) => (r as { Type: string }).Type);
    expect(types.sort()).toEqual([
      'AWS::CodeArtifact::Domain',
      'AWS::CodeArtifact::Repository',
      'AWS::CodeArtifact::Repository',
      'AWS::IAM::OIDCProvider',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
    ]);
  });

  test('public PyPI comes in through a store of its own, behind the repository', () => {
    const template = make().template();
    const store = idOf(template, 'AWS::CodeArtifact::Repository', { RepositoryName: 'pypi-store' });
    template.hasResourceProperties('AWS::CodeArtifact::Repository', {
      RepositoryName: 'pypi-store',
      ExternalConnections: ['public:pypi'],
      PermissionsPolicyDocument: Match.absent(),
      Upstreams: Match.absent(),
    });
    template.hasResourceProperties('AWS::CodeArtifact::Repository', {
      RepositoryName: 'python',
      ExternalConnections: Match.absent(),
      Upstreams: [{ 'Fn::GetAtt': [store, 'Name'] }],
    });
  });

  test('the organizations may log in to the domain and read from the repository', () => {
    const template = make({ organizationIds: ['o-a1b2c3d4e5', 'o-f6g7h8i9j0'] }).template();
    const ofOrganizations = Match.objectLike({
      Principal: { AWS: '*' },
      Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5', 'o-f6g7h8i9j0'] } },
    });
    template.hasResourceProperties('AWS::CodeArtifact::Domain', {
      PermissionsPolicyDocument: { Statement: [ofOrganizations] },
    });
    template.hasResourceProperties('AWS::CodeArtifact::Repository', {
      RepositoryName: 'python',
      PermissionsPolicyDocument: {
        Statement: [ofOrganizations, Match.objectLike({ Condition: Match.absent() })],
      },
    });
  });

  test('without organizations nobody outside of the account is let in', () => {
    const template = make().template();
    template.hasResourceProperties('AWS::CodeArtifact::Domain', {
      PermissionsPolicyDocument: Match.absent(),
    });
    expect(JSON.stringify(template.findResources('AWS::CodeArtifact::Repository'))).not.toContain('"*"},');
  });

  test('one trigger decides on the subject that is trusted and on what starts the caller', () => {
    const { template, pipeline } = make({ publishOn: PublishTrigger.branch('release') });
    template().hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Condition: {
              StringEquals: Match.objectLike({
                [`${ISSUER}:sub`]: [
                  'repo:acme/orders-sdk:ref:refs/heads/release',
                  'repo:acme@1234/orders-sdk@5678:ref:refs/heads/release',
                ],
              }),
            },
          }),
        ],
      },
    });
    expect(pipeline.workflow.files[pipeline.workflow.caller.path]).toContain('branches:\n      - release\n');
  });

  test('one host decides on the workflow that is trusted and on the one that is called', () => {
    const { template, pipeline } = make({ workflow: { host: WorkflowHost.tag('acme/platform', 'v1') } });
    template().hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Condition: Match.objectLike({
              StringEquals: Match.objectLike({
                [`${ISSUER}:job_workflow_ref`]:
                  'acme/platform/.github/workflows/codeartifact_python.yml@refs/tags/v1',
              }),
            }),
          }),
        ],
      },
    });
    expect(pipeline.workflow.files[pipeline.workflow.caller.path]).toContain(
      'uses: acme/platform/.github/workflows/codeartifact_python.yml@v1',
    );
  });

  test('the workflow has the role, Region, domain and repository of the stack written in', () => {
    const { template, pipeline } = make();
    const [role] = Object.values(template().findResources('AWS::IAM::Role'));
    const text = pipeline.workflow.files['.github/workflows/codeartifact_python.yml'];
    expect(role.Properties.RoleName).toMatch(/^Artifacts-Python-Publisher-[0-9A-F]{8}-us-east-1$/);
    expect(text).toContain(`arn:aws:iam::111111111111:role/${role.Properties.RoleName}`);
    // What CloudFormation would put in; a shell's own expansions have an operator behind the name.
    expect(text).not.toMatch(/Token\[|\$\{[A-Z]\w*(::|\.|\})/);
    for (const value of ['us-east-1', 'acme', 'python', '111111111111']) expect(text).toContain(value);
  });

  test('an environment-agnostic stack leaves the name of the role to CloudFormation', () => {
    const stack = new Stack(new App(), 'Artifacts');
    const pipeline = new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [ORDERS],
    });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { RoleName: Match.absent() });
    expect(pipeline.workflow.files[pipeline.workflow.reusablePath]).toContain('role_to_assume:');
  });

  test('the name of the role fits into 64 characters whatever the names of stack and construct', () => {
    const stack = new Stack(new App(), 'A'.repeat(120), { env: { ...ENV, region: 'ap-southeast-2' } });
    new PythonArtifactPipeline(stack, 'B'.repeat(120), {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [ORDERS],
    });
    const [role] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'));
    expect(role.Properties.RoleName.length).toBeLessThanOrEqual(64);
    expect(role.Properties.RoleName).toMatch(/-ap-southeast-2$/);
  });

  test('the same input gives the same template and the same files', () => {
    const [first, second] = [make({ packages: ['acme-*'] }), make({ packages: ['acme-*'] })];
    expect(JSON.stringify(first.template().toJSON())).toBe(JSON.stringify(second.template().toJSON()));
    expect(first.pipeline.workflow.files).toEqual(second.pipeline.workflow.files);
  });

  test('the props stay as they were', () => {
    const props = Object.freeze({ publishers: Object.freeze([ORDERS]), packages: Object.freeze(['acme-*']) });
    expect(() => make(props as unknown as PythonArtifactPipelineProps)).not.toThrow();
  });
});

describe('packages', () => {
  test('narrow the publish permission, and their groups keep all other origins out', () => {
    const template = make({ packages: ['acme-*', 'orders.SDK'] }).template();
    const repository = idOf(template, 'AWS::CodeArtifact::Repository', { RepositoryName: 'python' });
    for (const pattern of ['/pypi//acme-*', '/pypi//orders-sdk$']) {
      template.hasResourceProperties('AWS::CodeArtifact::PackageGroup', {
        Pattern: pattern,
        OriginConfiguration: {
          Restrictions: {
            Publish: {
              RestrictionMode: 'ALLOW_SPECIFIC_REPOSITORIES',
              Repositories: [{ 'Fn::GetAtt': [repository, 'Name'] }],
            },
            ExternalUpstream: { RestrictionMode: 'BLOCK' },
            InternalUpstream: { RestrictionMode: 'ALLOW' },
          },
        },
      });
    }
    const policy = JSON.stringify(template.findResources('AWS::IAM::Policy'));
    expect(policy).toContain('/pypi//acme-*');
    expect(policy).toContain('/pypi//orders-sdk');
    expect(policy).not.toContain('/pypi/*');
  });

  test('a group is made once, whoever names it and however it is spelled', () => {
    const { pipeline, template } = make({ packages: ['acme-*', 'Acme_*'] });
    pipeline.addPublisher('Billing', { publishers: [BILLING], packages: ['acme-*'] });
    template().resourceCountIs('AWS::CodeArtifact::PackageGroup', 1);
  });
});

describe('addPublisher', () => {
  test('makes a role of its own, with its own packages, trigger and files', () => {
    const { pipeline, template } = make({ packages: ['acme-orders-*'] });
    const billing = pipeline.addPublisher('BillingTeam', {
      publishers: [BILLING],
      packages: ['acme-billing-*'],
      publishOn: PublishTrigger.environment('release'),
    });
    template().resourceCountIs('AWS::IAM::Role', 2);
    const [policy] = Object.values(
      template().findResources('AWS::IAM::Policy', {
        Properties: { PolicyName: Match.stringLikeRegexp('BillingTeam') },
      }),
    );
    expect(JSON.stringify(policy)).toContain('/pypi//acme-billing-*');
    expect(JSON.stringify(policy)).not.toContain('acme-orders');
    expect(Object.keys(billing.workflow.files)).toEqual([
      '.github/workflows/codeartifact_python_billing_team.yml',
      '.github/workflows/publish_python_billing_team.yml',
    ]);
  });

  test('trusts its own workflow of the host, not that of the others', () => {
    const { pipeline, stack } = make({ workflow: { host: WorkflowHost.branch('acme/platform', 'main') } });
    const billing = pipeline.addPublisher('Billing', { publishers: [BILLING] });
    const trust = JSON.stringify(stack.resolve(billing.publishRole.assumeRolePolicy));
    expect(trust).toContain(
      'acme/platform/.github/workflows/codeartifact_python_billing.yml@refs/heads/main',
    );
    expect(trust).not.toContain('codeartifact_python.yml');
    expect(trust).not.toContain('orders-sdk');
  });

  test('requires the claims of the pipeline unless it says others, which a reader does not', () => {
    const { pipeline, stack } = make({ requiredClaims: { actorIds: ['583231'] } });
    const SHOP = GitHubReader.repository('acme/shop', { ownerId: '1234', repositoryId: '3456' });
    const roles = [
      pipeline.publishRole,
      pipeline.addPublisher('Billing', { publishers: [BILLING], packages: ['billing-*'] }).publishRole,
      pipeline.addPublisher('Open', { publishers: [BILLING], packages: ['open-*'], requiredClaims: {} })
        .publishRole,
      pipeline.addReader('Ci', { repositories: [SHOP] }).readRole,
    ];
    const trust = roles.map((role) => JSON.stringify(stack.resolve(role.assumeRolePolicy)));
    expect(trust.map((text) => text.includes(`"${ISSUER}:actor_id":"583231"`))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('requires them of builds that install, too', () => {
    const { stack } = make({
      requiredClaims: { actorIds: ['583231'] },
      publishOn: PublishTrigger.environment('release'),
      workflow: { privateDependencies: true },
    });
    const [role] = Object.values(
      Template.fromStack(stack).findResources('AWS::IAM::Role', {
        Properties: { Description: Match.stringLikeRegexp('^Installs') },
      }),
    );
    const [{ Condition }] = role.Properties.AssumeRolePolicyDocument.Statement;
    expect(Condition.StringEquals[`${ISSUER}:actor_id`]).toBe('583231');
  });
});

describe('what can be brought along', () => {
  test('the provider that the account has', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ENV });
    new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [ORDERS],
      oidcProvider: GitHubOidcProvider.fromAccount(stack, 'GitHub'),
    });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::OIDCProvider', 0);
  });

  test('a domain, for a second repository in it', () => {
    const { pipeline, template, stack } = make();
    new PythonArtifactPipeline(stack, 'Lab', {
      domain: pipeline.domain,
      repositoryName: 'lab',
      upstreams: [pipeline.repository],
      oidcProvider: pipeline.oidcProvider,
      publishers: [BILLING],
      workflow: { fileName: 'codeartifact_python_lab.yml', callerFileName: 'publish_python_lab.yml' },
    });
    template().resourceCountIs('AWS::CodeArtifact::Domain', 1);
    template().resourceCountIs('AWS::CodeArtifact::Repository', 3);
    template().resourceCountIs('AWS::IAM::OIDCProvider', 1);
  });

  test('no upstream at all, which keeps public packages out', () => {
    const { pipeline, template } = make({ upstreams: [] });
    template().resourceCountIs('AWS::CodeArtifact::Repository', 1);
    expect(pipeline.pypiStore).toBeUndefined();
  });

  test('a boundary for the role', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ENV });
    new PythonArtifactPipeline(stack, 'Python', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [ORDERS],
      permissionsBoundary: ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary'),
    });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      PermissionsBoundary: Match.objectLike({ 'Fn::Join': Match.anyValue() }),
    });
  });

  test('DESTROY, for domain, repositories and package groups, but never for the provider', () => {
    const template = make({ removalPolicy: RemovalPolicy.DESTROY, packages: ['acme-*'] }).template();
    const policies = Object.values(template.toJSON().Resources as Record<string, Record<string, string>>)
      .filter(({ Type }) => !Type.startsWith('AWS::IAM::R') && !Type.startsWith('AWS::IAM::P'))
      .map(({ Type, DeletionPolicy }) => [Type, DeletionPolicy]);
    expect(policies).toEqual(
      policies.map(([type]) => [type, type === 'AWS::IAM::OIDCProvider' ? 'RetainExceptOnCreate' : 'Delete']),
    );
  });
});

describe('what is refused', () => {
  test('neither domainName nor domain', () => {
    const stack = new Stack(new App(), 'Artifacts');
    expect(
      () => new PythonArtifactPipeline(stack, 'Python', { repositoryName: 'python', publishers: [ORDERS] }),
    ).toThrow(
      'domainName (not given) is missing, and so is domain. Allowed: one of domainName, which creates a domain, ' +
        'and domain, which uses one. (construct Artifacts/Python)',
    );
  });

  test('both', () => {
    const stack = new Stack(new App(), 'Artifacts');
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    expect(
      () =>
        new PythonArtifactPipeline(stack, 'Python', {
          domain,
          domainName: 'acme',
          repositoryName: 'python',
          publishers: [ORDERS],
        }),
    ).toThrow('domainName "acme" stands beside domain.');
  });

  test('a key for a domain that exists', () => {
    const stack = new Stack(new App(), 'Artifacts');
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    const encryptionKey = new Key(stack, 'Key');
    expect(
      () =>
        new PythonArtifactPipeline(stack, 'Python', {
          domain,
          encryptionKey,
          repositoryName: 'python',
          publishers: [ORDERS],
        }),
    ).toThrow(
      'encryptionKey "Artifacts/Key" stands beside domain, and the key of a domain that exists can not be changed.',
    );
  });

  test('a second pipeline that would make a second provider', () => {
    const { stack } = make();
    new PythonArtifactPipeline(stack, 'Lab', {
      domainName: 'lab',
      repositoryName: 'lab',
      publishers: [BILLING],
      workflow: { writeFiles: false },
    });
    expect(problemsOf(stack)).toEqual([
      '[] Artifacts/Python/OidcProvider and Artifacts/Lab/OidcProvider would both make the OIDC provider for ' +
        `https://${ISSUER}, and an account has one for each issuer. Write instead: in place of ` +
        'Artifacts/Lab/OidcProvider, oidcProvider: the one at Artifacts/Python/OidcProvider, or ' +
        "GitHubOidcProvider.fromAccount(this, 'GitHub'). " +
        'See https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html',
    ]);
  });
});

describe('warnings', () => {
  test('there is none for the tight way', () => {
    const { stack } = make({ organizationIds: ['o-a1b2c3d4e5'], packages: ['acme-*'] });
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
  });
});

test('the outputs can be chosen', () => {
  const outputs = Object.keys(
    make({ outputs: [PipelineOutput.INDEX_URL] })
      .template()
      .toJSON().Outputs,
  );
  expect(outputs).toEqual([expect.stringMatching(/^PythonIndexUrl/)]);
});

test('an imported upstream is named as it is', () => {
  const stack = new Stack(new App(), 'Artifacts', { env: ENV });
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  const store = Repository.fromRepositoryAttributes(stack, 'Store', { domain, repositoryName: 'pypi-store' });
  new PythonArtifactPipeline(stack, 'Python', {
    domain,
    repositoryName: 'python',
    upstreams: [store],
    publishers: [ORDERS],
  });
  Template.fromStack(stack).hasResourceProperties('AWS::CodeArtifact::Repository', {
    Upstreams: ['pypi-store'],
  });
});

describe('a further publisher', () => {
  const packages = ['billing-sdk'];
  const subjects = (role: Role) => JSON.stringify(role.stack.resolve(role.assumeRolePolicy));
  const waiting = () =>
    make({ packages: ['orders-sdk'], publishOn: PublishTrigger.environment('release') }).pipeline;

  test('waits for the environment of the pipeline', () => {
    const { publishRole, workflow } = waiting().addPublisher('Billing', { publishers: [BILLING], packages });
    expect(subjects(publishRole)).toContain('repo:acme/billing-sdk:environment:release');
    expect(workflow.reusable.text).toContain('environment: release');
  });

  test('waits for what it says itself', () => {
    const publishOn = PublishTrigger.branch('main');
    const { publishRole } = waiting().addPublisher('Billing', { publishers: [BILLING], packages, publishOn });
    expect(subjects(publishRole)).toContain('repo:acme/billing-sdk:ref:refs/heads/main');
    expect(subjects(publishRole)).not.toContain('environment');
  });
});

test.each([
  [undefined, 1],
  [['acme-*'], 0],
])('with packages %j, %i notes say that no name is protected', (packages, notes) => {
  const { stack } = make({ packages });
  const found = Annotations.fromStack(stack).findInfo(
    '/Artifacts/Python/Publisher',
    'No packages are named: this publisher may publish any name, and no name is kept from coming in from public PyPI. ' +
      "Name them, as in packages: ['acme-*']. [ack: cdk-python-artifact-pipeline:packages-not-named]",
  );
  expect(found).toHaveLength(notes);
});
