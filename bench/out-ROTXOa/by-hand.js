"use strict";

// bench/hand.ts
var import_aws_cdk_lib = require("aws-cdk-lib");
var import_aws_codeartifact = require("aws-cdk-lib/aws-codeartifact");
var import_aws_iam = require("aws-cdk-lib/aws-iam");
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
var SECONDS = { "sts:DurationSeconds": "900" };
var INLINE_REASON = "It is written for this one role, is of use to no other, and is deleted with it.";
var INLINE = ["HIPAA.Security", "NIST.800.53.R4", "NIST.800.53.R5", "PCI.DSS.321"].map((pack) => ({
  id: `${pack}-IAMNoInlinePolicy`,
  reason: INLINE_REASON
}));
var NAG = {
  rules_to_suppress: [
    {
      id: "AwsSolutions-IAM5",
      reason: "STS has no resource for sts:GetServiceBearerToken; sts:AWSServiceName keeps the token to CodeArtifact.",
      applies_to: [{ regex: "/^Resource::\\*$/" }]
    },
    {
      id: "AwsSolutions-IAM5",
      reason: "Packages are published before they exist, so that the role names them by a prefix, or all of Python.",
      applies_to: [{ regex: "/^Resource::arn:.*:package\\/.*\\/pypi\\/.*\\*$/" }]
    },
    ...INLINE
  ]
};
function arnIn({ account, region, partition }, path) {
  return `arn:${partition}:codeartifact:${region}:${account}:${path}`;
}
function domainByHand(stack, id, domainName) {
  const domain = new import_aws_codeartifact.CfnDomain(stack, id, {
    domainName,
    permissionsPolicyDocument: new import_aws_iam.PolicyDocument({
      statements: [
        new import_aws_iam.PolicyStatement({
          principals: [new import_aws_iam.AnyPrincipal()],
          actions: DOMAIN,
          resources: [arnIn(stack, `domain/${domainName}`)],
          conditions: ORGANIZATION
        })
      ]
    })
  });
  domain.applyRemovalPolicy(import_aws_cdk_lib.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return domain;
}
function storeByHand(stack, id, domain) {
  const store = new import_aws_codeartifact.CfnRepository(stack, id, {
    domainName: domain.attrName,
    repositoryName: "pypi-store",
    description: "Packages from public PyPI",
    externalConnections: ["public:pypi"]
  });
  store.applyRemovalPolicy(import_aws_cdk_lib.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return store;
}
function repositoryByHand(stack, id, domain, store) {
  const repository = new import_aws_codeartifact.CfnRepository(stack, id, {
    domainName: domain.attrName,
    repositoryName: "python",
    description: "Python packages of this organization, and public ones behind them",
    upstreams: store && [store.attrName],
    permissionsPolicyDocument: new import_aws_iam.PolicyDocument({
      statements: [
        new import_aws_iam.PolicyStatement({
          principals: [new import_aws_iam.AnyPrincipal()],
          actions: [...REPOSITORY, ...PACKAGE_READ],
          resources: ["*"],
          conditions: ORGANIZATION
        }),
        new import_aws_iam.PolicyStatement({
          principals: [new import_aws_iam.AccountRootPrincipal()],
          actions: PUBLISH,
          resources: ["*"]
        })
      ]
    })
  });
  repository.applyRemovalPolicy(import_aws_cdk_lib.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return repository;
}
function roleByHand(stack, id, provider, index) {
  const role = new import_aws_iam.Role(stack, id, {
    roleName: id,
    description: `Publishes Python packages to ${index.domainName}/python from GitHub Actions`,
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
    new import_aws_iam.PolicyStatement({ actions: DOMAIN, resources: [index.domainArn] }),
    new import_aws_iam.PolicyStatement({
      actions: [...PUBLISH, ...PACKAGE_READ],
      resources: [arnIn(stack, `package/${index.domain}/${index.repository}/pypi/*`)]
    }),
    new import_aws_iam.PolicyStatement({ actions: REPOSITORY, resources: [index.repositoryArn] }),
    new import_aws_iam.PolicyStatement({
      actions: ["sts:GetServiceBearerToken"],
      resources: ["*"],
      conditions: {
        StringEquals: { "sts:AWSServiceName": "codeartifact.amazonaws.com" },
        NumericGreaterThanEqualsIfExists: SECONDS,
        NumericLessThanEqualsIfExists: SECONDS
      }
    })
  ];
  for (const statement of statements) role.addToPolicy(statement);
  const policy = role.node.findChild("DefaultPolicy").node.defaultChild;
  policy.addMetadata("cdk_nag", NAG);
  return role;
}
function outputsByHand(stack, suffix, role, index) {
  const { account, region } = stack;
  const { domain, repository } = index;
  const publishUrl = `https://${domain}-${account}.d.codeartifact.${region}.amazonaws.com/pypi/${repository}/`;
  const login = (tool, seconds) => `aws codeartifact login --tool ${tool} --domain ${domain} --domain-owner ${account} --repository ${repository} --region ${region} --duration-seconds ${seconds}`;
  const outputs = {
    RoleArn: role.roleArn,
    IndexUrl: `${publishUrl}simple/`,
    PublishUrl: publishUrl,
    PipLogin: login("pip", 43200),
    TwineLogin: login("twine", 900)
  };
  for (const [id, value] of Object.entries(outputs)) new import_aws_cdk_lib.CfnOutput(stack, `${id}${suffix}`, { value });
}
function newProvider(stack) {
  return new import_aws_iam.OidcProviderNative(stack, "GitHub", {
    url: `https://${ISSUER}`,
    clientIds: ["sts.amazonaws.com"],
    removalPolicy: import_aws_cdk_lib.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
  });
}
function theProvider(stack) {
  const arn = `arn:${stack.partition}:iam::${stack.account}:oidc-provider/${ISSUER}`;
  return import_aws_iam.OidcProviderNative.fromOidcProviderArn(stack, "GitHub", arn);
}

// bench/synthesize.ts
var import_node_fs = require("node:fs");
var import_node_os = require("node:os");
var import_node_path = require("node:path");
var import_aws_cdk_lib2 = require("aws-cdk-lib");
var PIPELINES_PER_STACK = 10;
function synthesize(build) {
  const outdir = (0, import_node_fs.mkdtempSync)((0, import_node_path.join)((0, import_node_os.tmpdir)(), "bench-"));
  const app = new import_aws_cdk_lib2.App({ outdir });
  build(app, Number(process.argv[2]));
  const { stacks } = app.synth();
  const isForTemplates = process.argv[3] === "templates";
  console.log(JSON.stringify(isForTemplates ? stacks.map(({ template }) => template) : taken()));
  (0, import_node_fs.rmSync)(outdir, { recursive: true });
}
function inStacks(app, count, fill) {
  for (let first = 0; first < count; first += PIPELINES_PER_STACK) {
    const length = Math.min(count - first, PIPELINES_PER_STACK);
    fill(
      newStack(app, first),
      Array.from({ length }, (_, index) => first + index)
    );
  }
}
function newStack(app, index) {
  return new import_aws_cdk_lib2.Stack(app, `Stack${index}`, { env: { account: "111111111111", region: "us-east-1" } });
}
function taken() {
  const { user, system } = process.cpuUsage();
  return { cpuMilliseconds: (user + system) / 1e3, kibibytes: process.resourceUsage().maxRSS };
}

// bench/by-hand.ts
synthesize((app, count) => {
  inStacks(app, count, (stack, indexes) => {
    const provider = indexes[0] === 0 ? newProvider(stack) : theProvider(stack);
    for (const index of indexes) {
      const domainName = `acme-${index}`;
      const domain = domainByHand(stack, `Domain${index}`, domainName);
      const store = storeByHand(stack, `Store${index}`, domain);
      const repository = repositoryByHand(stack, `Repository${index}`, domain, store);
      const names = {
        domainName,
        domain: domain.attrName,
        repository: repository.attrName,
        domainArn: domain.attrArn,
        repositoryArn: repository.attrArn
      };
      const role = roleByHand(stack, `Role${index}`, provider, names);
      outputsByHand(stack, String(index), role, names);
    }
  });
});
