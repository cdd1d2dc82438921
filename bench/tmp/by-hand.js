"use strict";

// bench/by-hand.ts
var import_aws_cdk_lib2 = require("aws-cdk-lib");
var import_aws_codeartifact = require("aws-cdk-lib/aws-codeartifact");
var import_aws_iam = require("aws-cdk-lib/aws-iam");

// bench/synthesize.ts
var import_node_fs = require("node:fs");
var import_node_os = require("node:os");
var import_node_path = require("node:path");
var import_aws_cdk_lib = require("aws-cdk-lib");
var PIPELINES_PER_STACK = 10;
function synthesize(build) {
  const outdir = (0, import_node_fs.mkdtempSync)((0, import_node_path.join)((0, import_node_os.tmpdir)(), "bench-"));
  const app = new import_aws_cdk_lib.App({ outdir });
  build(app, Number(process.argv[2]));
  app.synth();
  (0, import_node_fs.rmSync)(outdir, { recursive: true });
  console.log(process.resourceUsage().maxRSS);
}

// bench/by-hand.ts
var DOMAIN = [
  "codeartifact:ListRepositoriesInDomain",
  "codeartifact:GetDomainPermissionsPolicy",
  "codeartifact:GetAuthorizationToken",
  "codeartifact:DescribeDomain"
];
var REPOSITORY = [
  "codeartifact:ReadFromRepository",
  "codeartifact:ListPackages",
  "codeartifact:GetRepositoryEndpoint",
  "codeartifact:DescribeRepository"
];
var PACKAGE_READ = [
  "codeartifact:ListPackageVersions",
  "codeartifact:ListPackageVersionDependencies",
  "codeartifact:ListPackageVersionAssets",
  "codeartifact:GetPackageVersionReadme",
  "codeartifact:DescribePackageVersion"
];
var PUBLISH = ["codeartifact:PutPackageMetadata", "codeartifact:PublishPackageVersion"];
var ISSUER = "token.actions.githubusercontent.com";
var ORGANIZATION = { StringEquals: { "aws:PrincipalOrgID": ["o-a1b2c3d4e5"] } };
function pypiOf(stack, provider, index) {
  const { account, region, partition } = stack;
  const arn = (path) => `arn:${partition}:codeartifact:${region}:${account}:${path}`;
  const name = `acme-${index}`;
  const domain = new import_aws_codeartifact.CfnDomain(stack, `Domain${index}`, {
    domainName: name,
    permissionsPolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: DOMAIN,
          Resource: arn(`domain/${name}`),
          Condition: ORGANIZATION
        }
      ]
    }
  });
  const store = new import_aws_codeartifact.CfnRepository(stack, `Store${index}`, {
    domainName: domain.attrName,
    repositoryName: "pypi-store",
    description: "Packages from public PyPI",
    externalConnections: ["public:pypi"]
  });
  const repository = new import_aws_codeartifact.CfnRepository(stack, `Repository${index}`, {
    domainName: domain.attrName,
    repositoryName: "python",
    description: "Python packages",
    upstreams: [store.attrName],
    permissionsPolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: [...REPOSITORY, ...PACKAGE_READ],
          Resource: "*",
          Condition: ORGANIZATION
        },
        {
          Effect: "Allow",
          Principal: { AWS: `arn:${partition}:iam::${account}:root` },
          Action: PUBLISH,
          Resource: "*"
        }
      ]
    }
  });
  for (const resource of [domain, store, repository]) resource.applyRemovalPolicy(import_aws_cdk_lib2.RemovalPolicy.RETAIN);
  const role = new import_aws_iam.Role(stack, `Role${index}`, {
    roleName: `Publish-${index}`,
    description: "Publishes Python packages from GitHub Actions",
    assumedBy: new import_aws_iam.WebIdentityPrincipal(provider.oidcProviderArn, {
      StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com", [`${ISSUER}:repository_id`]: "5678" },
      StringLike: {
        [`${ISSUER}:sub`]: [
          "repo:acme/orders-sdk:ref:refs/tags/v*.*.*",
          "repo:acme@1234/orders-sdk@5678:ref:refs/tags/v*.*.*"
        ]
      }
    })
  });
  const statements = [
    new import_aws_iam.PolicyStatement({ actions: DOMAIN, resources: [domain.attrArn] }),
    new import_aws_iam.PolicyStatement({
      actions: [...PUBLISH, ...PACKAGE_READ],
      resources: [arn(`package/${domain.attrName}/${repository.attrName}/pypi/*`)]
    }),
    new import_aws_iam.PolicyStatement({ actions: REPOSITORY, resources: [repository.attrArn] }),
    new import_aws_iam.PolicyStatement({
      actions: ["sts:GetServiceBearerToken"],
      resources: ["*"],
      conditions: { StringEquals: { "sts:AWSServiceName": "codeartifact.amazonaws.com" } }
    })
  ];
  for (const statement of statements) role.addToPolicy(statement);
  const publishUrl = `https://${domain.attrName}-${account}.d.codeartifact.${region}.amazonaws.com/pypi/${repository.attrName}/`;
  const login = (tool) => `aws codeartifact login --tool ${tool} --domain ${domain.attrName} --domain-owner ${account} --repository ${repository.attrName} --region ${region}`;
  const outputs = {
    RoleArn: role.roleArn,
    IndexUrl: `${publishUrl}simple/`,
    PublishUrl: publishUrl,
    PipLogin: login("pip"),
    TwineLogin: login("twine")
  };
  for (const [id, value] of Object.entries(outputs)) new import_aws_cdk_lib2.CfnOutput(stack, `${id}${index}`, { value });
}
synthesize((app, count) => {
  for (let first = 0; first < count; first += PIPELINES_PER_STACK) {
    const env = { account: "111111111111", region: "us-east-1" };
    const stack = new import_aws_cdk_lib2.Stack(app, `Stack${first}`, { env });
    const provider = new import_aws_iam.OidcProviderNative(stack, "GitHub", {
      url: `https://${ISSUER}`,
      clientIds: ["sts.amazonaws.com"],
      removalPolicy: import_aws_cdk_lib2.RemovalPolicy.RETAIN
    });
    for (let index = first; index < Math.min(count, first + PIPELINES_PER_STACK); index++) {
      pypiOf(stack, provider, index);
    }
  }
});
