import { type App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import {
  AccountRootPrincipal,
  AnyPrincipal,
  type IOidcProvider,
  OidcProviderNative,
  PolicyDocument,
  PolicyStatement,
  Role,
  WebIdentityPrincipal,
} from 'aws-cdk-lib/aws-iam';
import { PIPELINES_PER_STACK, synthesize } from './synthesize';

const DOMAIN = [
  'codeartifact:ListRepositoriesInDomain',
  'codeartifact:GetDomainPermissionsPolicy',
  'codeartifact:GetAuthorizationToken',
  'codeartifact:DescribeDomain',
];
const REPOSITORY = [
  'codeartifact:ReadFromRepository',
  'codeartifact:ListPackages',
  'codeartifact:GetRepositoryEndpoint',
  'codeartifact:DescribeRepository',
];
const PACKAGE_READ = [
  'codeartifact:ListPackageVersions',
  'codeartifact:ListPackageVersionDependencies',
  'codeartifact:ListPackageVersionAssets',
  'codeartifact:GetPackageVersionReadme',
  'codeartifact:DescribePackageVersion',
];
const PUBLISH = ['codeartifact:PutPackageMetadata', 'codeartifact:PublishPackageVersion'];
const ISSUER = 'token.actions.githubusercontent.com';
const ORGANIZATION = { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] } };

function pypiOf(stack: Stack, provider: IOidcProvider, index: number): void {
  const { account, region, partition } = stack;
  const arn = (path: string) => `arn:${partition}:codeartifact:${region}:${account}:${path}`;
  const name = `acme-${index}`;
  const domain = new CfnDomain(stack, `Domain${index}`, {
    domainName: name,
    permissionsPolicyDocument: new PolicyDocument({
      statements: [
        new PolicyStatement({
          principals: [new AnyPrincipal()],
          actions: DOMAIN,
          resources: [arn(`domain/${name}`)],
          conditions: ORGANIZATION,
        }),
      ],
    }),
  });
  const store = new CfnRepository(stack, `Store${index}`, {
    domainName: domain.attrName,
    repositoryName: 'pypi-store',
    description: 'Packages from public PyPI',
    externalConnections: ['public:pypi'],
  });
  const repository = new CfnRepository(stack, `Repository${index}`, {
    domainName: domain.attrName,
    repositoryName: 'python',
    description: 'Python packages',
    upstreams: [store.attrName],
    permissionsPolicyDocument: new PolicyDocument({
      statements: [
        new PolicyStatement({
          principals: [new AnyPrincipal()],
          actions: [...REPOSITORY, ...PACKAGE_READ],
          resources: ['*'],
          conditions: ORGANIZATION,
        }),
        new PolicyStatement({
          principals: [new AccountRootPrincipal()],
          actions: PUBLISH,
          resources: ['*'],
        }),
      ],
    }),
  });
  for (const resource of [domain, store, repository])
    resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);

  const role = new Role(stack, `Role${index}`, {
    roleName: `Publish-${index}`,
    description: 'Publishes Python packages from GitHub Actions',
    assumedBy: new WebIdentityPrincipal(provider.oidcProviderArn, {
      StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:repository_id`]: '5678' },
      StringLike: {
        [`${ISSUER}:sub`]: [
          'repo:acme/orders-sdk:ref:refs/tags/v*.*.*',
          'repo:acme@1234/orders-sdk@5678:ref:refs/tags/v*.*.*',
        ],
      },
    }),
  });
  const statements = [
    new PolicyStatement({ actions: DOMAIN, resources: [domain.attrArn] }),
    new PolicyStatement({
      actions: [...PUBLISH, ...PACKAGE_READ],
      resources: [arn(`package/${domain.attrName}/${repository.attrName}/pypi/*`)],
    }),
    new PolicyStatement({ actions: REPOSITORY, resources: [repository.attrArn] }),
    new PolicyStatement({
      actions: ['sts:GetServiceBearerToken'],
      resources: ['*'],
      conditions: { StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' } },
    }),
  ];
  for (const statement of statements) role.addToPolicy(statement);

  const publishUrl = `https://${domain.attrName}-${account}.d.codeartifact.${region}.amazonaws.com/pypi/${repository.attrName}/`;
  const login = (tool: string) =>
    `aws codeartifact login --tool ${tool} --domain ${domain.attrName} --domain-owner ${account} --repository ${repository.attrName} --region ${region}`;
  const outputs = {
    RoleArn: role.roleArn,
    IndexUrl: `${publishUrl}simple/`,
    PublishUrl: publishUrl,
    PipLogin: login('pip'),
    TwineLogin: login('twine'),
  };
  for (const [id, value] of Object.entries(outputs)) new CfnOutput(stack, `${id}${index}`, { value });
}

function newProvider(stack: Stack): IOidcProvider {
  return new OidcProviderNative(stack, 'GitHub', {
    url: `https://${ISSUER}`,
    clientIds: ['sts.amazonaws.com'],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
}

/** An account has one. */
function theProvider(stack: Stack): IOidcProvider {
  const arn = `arn:${stack.partition}:iam::${stack.account}:oidc-provider/${ISSUER}`;
  return OidcProviderNative.fromOidcProviderArn(stack, 'GitHub', arn);
}

synthesize((app: App, count: number) => {
  for (let first = 0; first < count; first += PIPELINES_PER_STACK) {
    const env = { account: '111111111111', region: 'us-east-1' };
    const stack = new Stack(app, `Stack${first}`, { env });
    const provider = first === 0 ? newProvider(stack) : theProvider(stack);
    for (let index = first; index < Math.min(count, first + PIPELINES_PER_STACK); index++) {
      pypiOf(stack, provider, index);
    }
  }
});
