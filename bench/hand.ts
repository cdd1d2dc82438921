import { CfnOutput, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import {
  AccountRootPrincipal,
  AnyPrincipal,
  type CfnPolicy,
  type IOidcProvider,
  OidcProviderNative,
  PolicyDocument,
  PolicyStatement,
  Role,
  WebIdentityPrincipal,
} from 'aws-cdk-lib/aws-iam';

/** What the constructs of this library make, as who knows the CDK well writes it without them. */
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
const SECONDS = { 'sts:DurationSeconds': '900' };

const INLINE_REASON = 'It is written for this one role, is of use to no other, and is deleted with it.';
const INLINE = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map((pack) => ({
  id: `${pack}-IAMNoInlinePolicy`,
  reason: INLINE_REASON,
}));
const NAG = {
  rules_to_suppress: [
    {
      id: 'AwsSolutions-IAM5',
      reason:
        'STS has no resource for sts:GetServiceBearerToken; sts:AWSServiceName keeps the token to CodeArtifact.',
      applies_to: [{ regex: '/^Resource::\\*$/' }],
    },
    {
      id: 'AwsSolutions-IAM5',
      reason:
        'Packages are published before they exist, so that the role names them by a prefix, or all of Python.',
      applies_to: [{ regex: '/^Resource::arn:.*:package\\/.*\\/pypi\\/.*\\*$/' }],
    },
    ...INLINE,
  ],
};

/** A domain and a repository by their names, and what refers to them. */
export interface Index {
  readonly domainName: string;
  readonly domain: string;
  readonly repository: string;
  readonly domainArn: string;
  readonly repositoryArn: string;
}

function arnIn({ account, region, partition }: Stack, path: string): string {
  return `arn:${partition}:codeartifact:${region}:${account}:${path}`;
}

export function domainByHand(stack: Stack, id: string, domainName: string): CfnDomain {
  const domain = new CfnDomain(stack, id, {
    domainName,
    permissionsPolicyDocument: new PolicyDocument({
      statements: [
        new PolicyStatement({
          principals: [new AnyPrincipal()],
          actions: DOMAIN,
          resources: [arnIn(stack, `domain/${domainName}`)],
          conditions: ORGANIZATION,
        }),
      ],
    }),
  });
  domain.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return domain;
}

export function storeByHand(stack: Stack, id: string, domain: CfnDomain): CfnRepository {
  const store = new CfnRepository(stack, id, {
    domainName: domain.attrName,
    repositoryName: 'pypi-store',
    description: 'Packages from public PyPI',
    externalConnections: ['public:pypi'],
  });
  store.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return store;
}

export function repositoryByHand(
  stack: Stack,
  id: string,
  domain: CfnDomain,
  store?: CfnRepository,
): CfnRepository {
  const repository = new CfnRepository(stack, id, {
    domainName: domain.attrName,
    repositoryName: 'python',
    description: 'Python packages of this organization, and public ones behind them',
    upstreams: store && [store.attrName],
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
  repository.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return repository;
}

export function roleByHand(stack: Stack, id: string, provider: IOidcProvider, index: Index): Role {
  const role = new Role(stack, id, {
    roleName: id,
    description: `Publishes Python packages to ${index.domainName}/python from GitHub Actions`,
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
    new PolicyStatement({ actions: DOMAIN, resources: [index.domainArn] }),
    new PolicyStatement({
      actions: [...PUBLISH, ...PACKAGE_READ],
      resources: [arnIn(stack, `package/${index.domain}/${index.repository}/pypi/*`)],
    }),
    new PolicyStatement({ actions: REPOSITORY, resources: [index.repositoryArn] }),
    new PolicyStatement({
      actions: ['sts:GetServiceBearerToken'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' },
        NumericGreaterThanEqualsIfExists: SECONDS,
        NumericLessThanEqualsIfExists: SECONDS,
      },
    }),
  ];
  for (const statement of statements) role.addToPolicy(statement);
  const policy = role.node.findChild('DefaultPolicy').node.defaultChild as CfnPolicy;
  policy.addMetadata('cdk_nag', NAG);
  return role;
}

export function outputsByHand(stack: Stack, suffix: string, role: Role, index: Index): void {
  const { account, region } = stack;
  const { domain, repository } = index;
  const publishUrl = `https://${domain}-${account}.d.codeartifact.${region}.amazonaws.com/pypi/${repository}/`;
  const login = (tool: string, seconds: number) =>
    `aws codeartifact login --tool ${tool} --domain ${domain} --domain-owner ${account} --repository ${repository} --region ${region} --duration-seconds ${seconds}`;
  const outputs = {
    RoleArn: role.roleArn,
    IndexUrl: `${publishUrl}simple/`,
    PublishUrl: publishUrl,
    PipLogin: login('pip', 43_200),
    TwineLogin: login('twine', 900),
  };
  for (const [id, value] of Object.entries(outputs)) new CfnOutput(stack, `${id}${suffix}`, { value });
}

export function newProvider(stack: Stack): IOidcProvider {
  return new OidcProviderNative(stack, 'GitHub', {
    url: `https://${ISSUER}`,
    clientIds: ['sts.amazonaws.com'],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
}

/** An account has one. */
export function theProvider(stack: Stack): IOidcProvider {
  const arn = `arn:${stack.partition}:iam::${stack.account}:oidc-provider/${ISSUER}`;
  return OidcProviderNative.fromOidcProviderArn(stack, 'GitHub', arn);
}

/** The names of what is elsewhere, as text. */
export function indexElsewhere(stack: Stack, domainName: string): Index {
  return {
    domainName,
    domain: domainName,
    repository: 'python',
    domainArn: arnIn(stack, `domain/${domainName}`),
    repositoryArn: arnIn(stack, `repository/${domainName}/python`),
  };
}
