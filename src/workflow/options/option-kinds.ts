import { ISSUER, TRIGGER, WORKFLOW_HOST } from '../../github/names/kinds';
import {
  BOOLEAN,
  type Kinds,
  listOf,
  mapping,
  memberOf,
  needed,
  objectWith,
  TEXT,
} from '../../private/kinds';
import type { DryRunOptions } from './caller-options';
import { Submodules } from './checkout-options';
import { Uploader } from './uploader';
import type { PublishWorkflowOptions, PublishWorkflowProps } from './workflow-options';
import type { ExtraSteps, WorkflowStep } from './workflow-step';

const DURATION = objectWith('toMinutes', 'a Duration', 'Duration.minutes(30) of aws-cdk-lib');
const MAPPING = mapping('a mapping of names to texts', TEXT);
const OBJECT = mapping('an object');

const RUNNER = objectWith('ephemeral', 'a Runner', "Runner.labels('self-hosted', 'linux')");

export const WORKFLOW_KINDS: Kinds<PublishWorkflowOptions> = {
  submodules: memberOf('Submodules', Submodules),
  lfs: BOOLEAN,
  pythonVersion: TEXT,
  buildCommand: objectWith('_render', 'a BuildCommand', "BuildCommand.custom('make dist')"),
  buildRunners: listOf(TEXT),
  testCommand: TEXT,
  testPythonVersions: listOf(TEXT),
  workingDirectory: TEXT,
  privateDependencies: BOOLEAN,
  buildTimeout: DURATION,
  uploader: memberOf('Uploader', Uploader),
  strictTwineCheck: BOOLEAN,
  provenance: BOOLEAN,
  publishTimeout: DURATION,
  artifactRetention: objectWith('toDays', 'a Duration', 'Duration.days(1) of aws-cdk-lib'),
  concurrencyGroup: TEXT,
  runnerLabel: TEXT,
  runner: RUNNER,
  publishRunner: RUNNER,
  actionVersions: mapping(
    "an object with the actions as keys, as in { 'actions/checkout': { sha: '…', version: 'v7.0.1' } }",
    mapping("an object, as in { sha: '…', version: 'v7.0.1' }"),
  ),
  toolVersions: mapping(
    "an object with the packages as keys, as in { twine: { version: '7.0.1', sha256: ['…'] } }",
    mapping("an object, as in { version: '7.0.1', sha256: ['…'] }"),
  ),
  toolIndexUrl: TEXT,
  toolsFromRepository: BOOLEAN,
  extraSteps: OBJECT,
  workflowDispatch: BOOLEAN,
  dryRun: OBJECT,
  host: WORKFLOW_HOST,
  fileName: TEXT,
  callerFileName: TEXT,
  writeFiles: BOOLEAN,
  gitRoot: TEXT,
};

export const DRY_RUN_KINDS: Kinds<DryRunOptions> = { pullRequests: BOOLEAN, branches: listOf(TEXT) };

const STEPS = listOf({ ...OBJECT, allowed: "an object, as in { name: 'Lint', run: 'ruff check' }" });

export const EXTRA_STEP_KINDS: Kinds<ExtraSteps> = {
  beforeTest: STEPS,
  beforeBuild: STEPS,
  afterBuild: STEPS,
  beforePublish: STEPS,
  afterPublish: STEPS,
};

export const STEP_KINDS: Kinds<WorkflowStep> = {
  name: needed(TEXT),
  run: TEXT,
  uses: TEXT,
  version: TEXT,
  with: MAPPING,
  env: MAPPING,
  condition: TEXT,
};

export const PUBLISH_WORKFLOW_KINDS: Kinds<PublishWorkflowProps> = {
  ...WORKFLOW_KINDS,
  publishOn: needed(TRIGGER),
  issuer: ISSUER,
  region: needed(TEXT),
  domainName: needed(TEXT),
  domainOwner: needed(TEXT),
  repositoryName: needed(TEXT),
  roleArn: needed(TEXT),
  readRoleArn: TEXT,
  toolsRoleArn: TEXT,
  packages: listOf(TEXT),
};
