import { App, Stack } from 'aws-cdk-lib';
import fc from 'fast-check';
import {
  BuildCommand,
  GitHubPublisher,
  type GitHubPublishRole,
  GitHubReader,
  PublishTrigger,
  PythonArtifactPipeline,
  type PythonArtifactPipelineProps,
  Uploader,
  WorkflowHost,
} from '../../src';

const ENV = { account: '111111111111', region: 'us-east-1' };
const SEED = 20261125;

/** A pipeline that nobody chose, its files and the paths that they would have. */
export interface Setup {
  readonly stack: Stack;
  readonly files: { [path: string]: string };
  readonly publishRole: GitHubPublishRole;
}

interface Choice {
  readonly known: boolean;
  readonly packages?: string[];
  readonly publishers: GitHubPublisher[];
  readonly publishOn?: PublishTrigger;
  readonly organizationIds?: string[];
  readonly reads: boolean;
  readonly workflow: NonNullable<PythonArtifactPipelineProps['workflow']>;
}

const word = fc.stringMatching(/^[a-z][a-z0-9]{2,7}$/);
const id = fc.integer({ min: 1, max: 999_999_999 }).map(String);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const publisher = fc.tuple(word, word, optional(fc.tuple(id, id))).map(([owner, name, ids]) =>
  GitHubPublisher.repository(
    `${owner}/${name}`,
    ids && {
      ownerId: ids[0],
      repositoryId: ids[1],
    },
  ),
);
const host = fc.constantFrom(
  WorkflowHost.branch('acme/platform', 'main'),
  WorkflowHost.tag('acme/platform', 'v1'),
  WorkflowHost.commit('acme/platform', 'd'.repeat(40)),
);
const choice: fc.Arbitrary<Choice> = fc.record({
  known: fc.boolean(),
  packages: optional(
    fc.uniqueArray(
      fc.oneof(
        word,
        word.map((prefix) => `${prefix}-*`),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  ),
  publishers: fc.array(publisher, { minLength: 1, maxLength: 2 }),
  publishOn: optional(
    fc.oneof(
      word.map((prefix) => PublishTrigger.tags(`${prefix}-v*.*.*`)),
      word.map((branch) => PublishTrigger.branch(branch)),
      word.map((name) => PublishTrigger.environment(name)),
    ),
  ),
  organizationIds: optional(fc.constant(['o-a1b2c3d4e5'])),
  reads: fc.boolean(),
  workflow: fc.record({
    host: optional(host),
    uploader: optional(fc.constantFrom(Uploader.TWINE, Uploader.UV)),
    provenance: optional(fc.boolean()),
    buildCommand: optional(
      fc.constantFrom(BuildCommand.setupPySdist(), BuildCommand.custom('make dist\nls')),
    ),
    testCommand: optional(fc.constant('pip install .[test] && pytest')),
    workingDirectory: optional(fc.constant('packages/sdk')),
    pythonVersion: optional(fc.constantFrom('3.9', '3.13')),
  }),
});

/** The first setups of a list that is the same on every machine. */
export function setups(count: number): Setup[] {
  return fc.sample(choice, { numRuns: count, seed: SEED }).map(build);
}

function build({ known, reads, ...props }: Choice): Setup {
  const stack = new Stack(new App({ analyticsReporting: false }), 'PythonArtifacts', {
    env: known ? ENV : undefined,
  });
  const pipeline = new PythonArtifactPipeline(stack, 'Python', {
    ...props,
    domainName: 'acme',
    repositoryName: 'python',
  });
  if (reads) pipeline.addReader('Ci', { repositories: [GitHubReader.repository('acme/shop')] });
  return { stack, files: pipeline.workflow.files, publishRole: pipeline.publishRole };
}
