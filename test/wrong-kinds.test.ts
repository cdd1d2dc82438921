import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as opensearch from 'aws-cdk-lib/aws-opensearchservice';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import * as library from '../src';
import { ACME } from './support/stacks';

const {
  BuildCommand,
  Domain,
  ExternalConnection,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubReader,
  JsonPatch,
  OriginRestriction,
  PipelineOutput,
  PublishTrigger,
  PythonArtifactPipeline,
  Repository,
  Runner,
  Submodules,
  Uploader,
  WorkflowHost,
} = library;

/** What somebody without a compiler may write in the place of anything else. */
const wrong = fc.constantFrom<unknown>(
  undefined,
  null,
  0,
  3.13,
  Number.NaN,
  true,
  false,
  '',
  'a/b',
  'v*',
  'x'.repeat(10_000),
  [],
  [undefined],
  ['a/b'],
  [[]],
  [{}],
  {},
  { ownerId: 1234 },
  { toString: () => 'x' },
  Object.create(null),
  () => 'x',
  class Wrong {},
  Symbol('x'),
  10n,
  new Date(0),
  new Map(),
  /v.*/,
  Object.assign([], { self: null }),
);

const publisher = () => GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1', repositoryId: '2' });
const reader = () => GitHubReader.repository('acme/shop', { ownerId: '1', repositoryId: '3' });
const domainIn = (stack: Stack) => new Domain(stack, 'GivenDomain', { domainName: 'acme' });
const repositoryIn = (stack: Stack) =>
  new Repository(stack, 'GivenRepository', { domain: domainIn(stack), repositoryName: 'python' });
const providerIn = (stack: Stack) => GitHubOidcProvider.fromAccount(stack, 'GivenProvider');

const WORKFLOW = {
  submodules: Submodules.DIRECT,
  lfs: true,
  pythonVersion: '3.13',
  buildCommand: BuildCommand.pep517(),
  testCommand: 'pytest',
  testPythonVersions: ['3.12'],
  workingDirectory: 'packages/a',
  privateDependencies: false,
  buildTimeout: undefined,
  uploader: Uploader.UV,
  provenance: true,
  concurrencyGroup: 'publish',
  runnerLabel: undefined,
  runner: Runner.labels('ubuntu-24.04'),
  publishRunner: Runner.group('publishers'),
  actionVersions: {},
  toolVersions: {},
  toolIndexUrl: 'https://pypi.acme.example/simple/',
  extraSteps: {},
  host: WorkflowHost.branch('acme/platform', 'main'),
  fileName: 'a.yml',
  callerFileName: 'b.yml',
  workflowDispatch: true,
  dryRun: { pullRequests: true, branches: ['main'] },
  writeFiles: false,
  gitRoot: '.',
};

/** Properties that each construct takes, every one of which is then given something else. */
const PROPS: Record<string, (stack: Stack) => Record<string, unknown>> = {
  Domain: () => ({
    domainName: 'acme',
    organizationIds: ['o-a1b2c3d4e5'],
    encryptionKey: undefined,
    removalPolicy: 'retain',
  }),
  Repository: (stack) => ({
    domain: domainIn(stack),
    repositoryName: 'python',
    description: 'x',
    upstreams: undefined,
    externalConnection: ExternalConnection.PYPI,
    organizationIds: ['o-a1b2c3d4e5'],
    removalPolicy: 'retain',
  }),
  PackageGroup: (stack) => ({
    domain: domainIn(stack),
    packages: 'acme-*',
    publish: OriginRestriction.allow(),
    externalUpstream: OriginRestriction.block(),
    internalUpstream: OriginRestriction.inherit(),
    description: 'x',
    removalPolicy: 'retain',
  }),
  GitHubOidcProvider: () => ({ issuer: undefined, removalPolicy: 'retain' }),
  GitHubPublishRole: (stack) => ({
    repository: repositoryIn(stack),
    oidcProvider: providerIn(stack),
    publishers: [publisher()],
    publishOn: PublishTrigger.tags(),
    packages: ['acme-*'],
    workflowHost: WorkflowHost.branch('acme/platform', 'main'),
    workflowPath: '.github/workflows/a.yml',
    roleName: 'publish',
    description: 'x',
    permissionsBoundary: undefined,
    trustPolicyQuota: 4096,
    requiredClaims: { actorIds: ['583231'] },
    maxSessionDuration: undefined,
  }),
  GitHubReadRole: (stack) => ({
    repository: repositoryIn(stack),
    oidcProvider: providerIn(stack),
    repositories: [reader()],
    workflowHost: undefined,
    environments: ['production'],
    branches: ['main'],
    roleName: 'read',
  }),
  PackagePublisher: (stack) => ({
    repository: repositoryIn(stack),
    oidcProvider: providerIn(stack),
    publishers: [publisher()],
    publishOn: PublishTrigger.tags(),
    packages: ['acme-*'],
    workflow: { writeFiles: false },
    publishRoleName: 'publish',
  }),
  PackageReader: (stack) => ({
    repository: repositoryIn(stack),
    oidcProvider: providerIn(stack),
    repositories: [reader()],
    readRoleName: 'read',
    environments: ['production'],
    workflowHost: undefined,
    workflowPath: undefined,
    dependabot: { defaultBranches: ['main'] },
  }),
  PublishWorkflow: () => ({
    ...WORKFLOW,
    issuer: undefined,
    publishOn: PublishTrigger.tags(),
    region: 'us-east-1',
    domainName: 'acme',
    domainOwner: '111111111111',
    repositoryName: 'python',
    roleArn: 'arn:aws:iam::111111111111:role/publish',
    readRoleArn: undefined,
  }),
  PythonArtifactPipeline: () => ({
    domainName: 'acme',
    domain: undefined,
    repositoryName: 'python',
    organizationIds: ['o-a1b2c3d4e5'],
    upstreams: undefined,
    oidcProvider: undefined,
    encryptionKey: undefined,
    removalPolicy: 'retain',
    outputs: [PipelineOutput.INDEX_URL],
    publishers: [publisher()],
    publishOn: PublishTrigger.tags(),
    packages: ['acme-*'],
    workflow: WORKFLOW,
    publishRoleName: 'publish',
    permissionsBoundary: undefined,
    trustPolicyQuota: 4096,
  }),
};

type Callable = (...args: unknown[]) => unknown;

type Class = typeof Construct & Record<string, unknown>;

const classes = Object.entries(library as unknown as Record<string, Class>).filter(
  ([name, value]) => typeof value === 'function' && !name.endsWith('Base'),
);
const constructs = classes.filter(([, type]) => type.prototype instanceof Construct);
/** Private to TypeScript. */
const INHERITED = new Set(['at']);

const factories = classes.flatMap(([name, type]) =>
  Object.getOwnPropertyNames(type)
    .filter(
      (member) => !member.startsWith('_') && typeof type[member] === 'function' && !INHERITED.has(member),
    )
    .map((member) => [`${name}.${member}`, type, member] as const),
);

const newStack = () => new Stack(new App(), 'Stack', { env: ACME });

/** Calls, and expects that what is refused is refused by an error that a person can read. */
function expectReadable(call: () => unknown): void {
  try {
    call();
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'Error' || /undefined|\[object|is not a function|Cannot read/.test(message)) throw error;
    expect(message).toMatch(
      /^[\w.]+.* (is|has|would|can|needs|leads|begins|contains|names|stands) .*\. (Allowed: |Write instead: |\(construct )/s,
    );
  }
}

test('every construct of the library is here', () => {
  expect(Object.keys(PROPS).sort()).toEqual(constructs.map(([name]) => name).sort());
});

describe.each(constructs)('%s', (name, type) => {
  const Type = type as unknown as new (...args: unknown[]) => Construct;
  const build = (props: (valid: Record<string, unknown>) => unknown) => {
    const stack = newStack();
    const valid = PROPS[name](stack);
    new Type(stack, 'X', props(valid));
    Template.fromStack(stack);
  };

  test('takes what it is made for', () => {
    expect(() => build((valid) => valid)).not.toThrow();
  });

  test('says what is wrong with anything in the place of its properties', () => {
    fc.assert(
      fc.property(wrong, (value) => expectReadable(() => build(() => value))),
      { numRuns: 60 },
    );
  });

  test('says what is wrong with anything in the place of a property', () => {
    const properties = fc.constantFrom(...Object.keys(PROPS[name](newStack())));
    fc.assert(
      fc.property(properties, wrong, (property, value) =>
        expectReadable(() => build((valid) => ({ ...valid, [property]: value }))),
      ),
      { numRuns: 250 },
    );
  });
});

test('a workflow option of another kind is named', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(WORKFLOW)), wrong, (property, value) =>
      expectReadable(() => {
        const stack = newStack();
        const props = PROPS.PublishWorkflow(stack);
        const workflow = new library.PublishWorkflow(stack, 'X', { ...props, [property]: value } as never);
        expect(Object.keys(workflow.files).length).toBeGreaterThan(0);
      }),
    ),
    { numRuns: 400 },
  );
});

test.each(factories)('%s says what is wrong with anything', (_, type, member) => {
  const call = (args: unknown[]) => (type[member] as Callable).call(type, ...args);
  const isOfScope = /^from/.test(member);
  fc.assert(
    fc.property(fc.array(wrong, { maxLength: 3 }), (args) =>
      expectReadable(() => call(isOfScope ? [newStack(), 'X', ...args] : args)),
    ),
    { numRuns: 150 },
  );
});

describe('what a first user of JavaScript writes', () => {
  const pipeline = (props: object, stack = newStack()) =>
    new PythonArtifactPipeline(stack, 'P', {
      domainName: 'acme',
      repositoryName: 'python',
      publishers: [publisher()],
      workflow: { writeFiles: false },
      ...props,
    } as never);

  test.each<[string, object, string]>([
    [
      'a name for a publisher',
      { publishers: ['a/b'] },
      'publishers[0] "a/b" is a text. Allowed: a GitHubPublisher. Write instead: ' +
        "GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }). (construct Stack/P)",
    ],
    [
      'a publisher for the list of them',
      { publishers: publisher() },
      'publishers {"identity":{"name":"acme/orders-sdk","subjects":["repo:acme/orders-sdk","repo:acme@1/orders-sdk@2"],"claims":{"repository_id":"2"},"lacksId":false}} ' +
        "is another object. Allowed: a list, each a GitHubPublisher. Write instead: [GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })]. (construct Stack/P)",
    ],
    [
      'no publishers',
      { publishers: undefined },
      'publishers (not given) is missing. Allowed: a list, each a GitHubPublisher. Write instead: ' +
        "[GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' })]. (construct Stack/P)",
    ],
    [
      'a pattern for a trigger',
      { publishOn: 'v*' },
      'publishOn "v*" is a text. Allowed: a PublishTrigger. Write instead: PublishTrigger.tags(\'v*.*.*\'). (construct Stack/P)',
    ],
    [
      'a number for a version',
      { workflow: { pythonVersion: 3.1 } },
      'pythonVersion 3.1 is a number. Allowed: a text. (construct Stack/P/Publisher)',
    ],
    [
      'no repository',
      { repositoryName: undefined },
      'repositoryName (not given) is missing, and so is repository. Allowed: one of repositoryName, which creates a repository, and repository, which uses one. (construct Stack/P)',
    ],
    [
      'one organization for the list of them',
      { organizationIds: 'o-a1b2c3d4e5' },
      'organizationIds "o-a1b2c3d4e5" is a text. Allowed: a list, each a text. (construct Stack/P)',
    ],
    [
      'an output that there is none of',
      { outputs: ['RoleArn'] },
      'outputs[0] "RoleArn" is a text. Allowed: a value of PipelineOutput. Write instead: PipelineOutput.PUBLISH_ROLE_ARN. (construct Stack/P)',
    ],
    [
      'a name for a host',
      { workflow: { host: 'acme/platform' } },
      "host \"acme/platform\" is a text. Allowed: a WorkflowHost. Write instead: WorkflowHost.branch('acme/platform', 'main'). (construct Stack/P/Publisher)",
    ],
    [
      'a reader for a publisher',
      { publishers: [reader()] },
      'publishers[0] {"identity":{"name":"acme/shop","subjects":["repo:acme/shop","repo:acme@1/shop@3"],"claims":{"repository_id":"3"},"lacksId":false}} ' +
        "is another object. Allowed: a GitHubPublisher. Write instead: GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }). (construct Stack/P)",
    ],
  ])('%s', (_, props, message) => {
    expect(() => pipeline(props)).toThrow(new Error(message));
  });

  test.each<[string, (stack: Stack) => object, string]>([
    [
      'a repository of ECR',
      (stack) => ({ upstreams: [new ecr.Repository(stack, 'Images')] }),
      'upstreams[0] "Stack/Images" is another object. Allowed: a repository of CodeArtifact. Write instead: repository of another ' +
        "pipeline, new Repository(…), or Repository.fromRepositoryArn(this, 'Repository', arn). (construct Stack/P)",
    ],
    [
      'a domain of OpenSearch',
      (stack) => ({
        domainName: undefined,
        domain: opensearch.Domain.fromDomainEndpoint(
          stack,
          'Search',
          'https://acme-abcdef.us-east-1.es.amazonaws.com',
        ),
      }),
      'domain "Stack/Search" is another object. Allowed: a domain of CodeArtifact. Write instead: domain of another pipeline, ' +
        "new Domain(…), or Domain.fromDomainAttributes(this, 'Domain', { domainName: 'acme' }). (construct Stack/P)",
    ],
  ])('%s, which has an ARN of the same name', (_, props, message) => {
    const stack = newStack();
    expect(() => pipeline(props(stack), stack)).toThrow(new Error(message));
  });

  test('a function of Lambda for the target of a rule', () => {
    const { repository } = pipeline({});
    expect(() => repository.onPackageVersionStateChange('R', { target: 'lambda' as never })).toThrow(
      new Error(
        'target "lambda" is a text. Allowed: a target of EventBridge. Write instead: new LambdaFunction(…), or another ' +
          'class of aws-cdk-lib/aws-events-targets. (construct Stack/P/Repository)',
      ),
    );
  });

  test.each(constructs)('a number for the id of a %s', (name, type) => {
    const Type = type as unknown as new (...args: unknown[]) => Construct;
    const stack = newStack();
    expect(() => new Type(stack, 5, PROPS[name](stack))).toThrow(
      new Error("id 5 is no name of a construct. Allowed: a text, as in 'Python'. (construct Stack)"),
    );
  });

  test('a patch as an object', () => {
    expect(() => pipeline({}).workflow.reusable.patch({ op: 'add' } as unknown as library.JsonPatch)).toThrow(
      'patch[0] {"op":"add"} is another object. Allowed: a JsonPatch. Write instead: JsonPatch.add(\'/jobs/build/env\', { … }).',
    );
    expect(JsonPatch).toBeDefined();
  });
});
