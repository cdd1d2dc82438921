"use strict";

// bench/by-pipeline.ts
var import_aws_cdk_lib2 = require("aws-cdk-lib");
var import_cdk_python_artifact_pipeline = require("../../lib");

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

// bench/by-pipeline.ts
synthesize((app, count) => {
  for (let first = 0; first < count; first += PIPELINES_PER_STACK) {
    const env = { account: "111111111111", region: "us-east-1" };
    const stack = new import_aws_cdk_lib2.Stack(app, `Stack${first}`, { env });
    const oidcProvider = new import_cdk_python_artifact_pipeline.GitHubOidcProvider(stack, "GitHub");
    for (let index = first; index < Math.min(count, first + PIPELINES_PER_STACK); index++) {
      new import_cdk_python_artifact_pipeline.PythonArtifactPipeline(stack, `Python${index}`, {
        domainName: `acme-${index}`,
        repositoryName: "python",
        organizationIds: ["o-a1b2c3d4e5"],
        publishers: [
          import_cdk_python_artifact_pipeline.GitHubPublisher.repository("acme/orders-sdk", { ownerId: "1234", repositoryId: "5678" })
        ],
        oidcProvider
      });
    }
  }
});
