"use strict";

// bench/by-pipeline.ts
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
  return new import_aws_cdk_lib.Stack(app, `Stack${index}`, { env: { account: "111111111111", region: "us-east-1" } });
}
function taken() {
  const { user, system } = process.cpuUsage();
  return { cpuMilliseconds: (user + system) / 1e3, kibibytes: process.resourceUsage().maxRSS };
}

// bench/by-pipeline.ts
synthesize((app, count) => {
  inStacks(app, count, (stack, indexes) => {
    const oidcProvider = indexes[0] === 0 ? new import_cdk_python_artifact_pipeline.GitHubOidcProvider(stack, "GitHub") : import_cdk_python_artifact_pipeline.GitHubOidcProvider.fromAccount(stack, "GitHub");
    for (const index of indexes) {
      new import_cdk_python_artifact_pipeline.PythonArtifactPipeline(stack, `Python${index}`, {
        domainName: `acme-${index}`,
        repositoryName: "python",
        organizationIds: ["o-a1b2c3d4e5"],
        publishers: [
          import_cdk_python_artifact_pipeline.GitHubPublisher.repository("acme/orders-sdk", { ownerId: "1234", repositoryId: "5678" })
        ],
        oidcProvider,
        workflow: { writeFiles: process.env.GIT_ROOT !== void 0, gitRoot: process.env.GIT_ROOT }
      });
    }
  });
});
