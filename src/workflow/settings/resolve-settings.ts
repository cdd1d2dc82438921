import type { IConstruct } from 'constructs';
import { stsAudiencesIn } from '../../github/provider/audience';
import { GitHubIssuer } from '../../github/provider/issuer';
import { type SharedTrust, sharedTrust } from '../../github/trust/shared-trust';
import { invalidInput } from '../../private/invalid-input';
import { ActionPins } from '../actions/action-pins';
import { ToolPins } from '../actions/tool-pins';
import { BuildCommand, checkedCommand } from '../options/build-command';
import { Uploader } from '../options/uploader';
import type { PublishWorkflowProps } from '../options/workflow-options';
import { buildRunners } from './build-runners';
import { checkoutInputs } from './checkout-inputs';
import { renderSteps } from './extra-steps';
import { checkKnownValues } from './known-values';
import { checkFolder, checkText, retentionDays, timeoutMinutes } from './limits';
import { otherStarts } from './other-starts';
import { packageNames } from './package-names';
import { checkPythonVersion, checkTestPythonVersion, DEFAULT_PYTHON } from './python-version';
import { resolveRunners } from './runners';
import { refusedOnServer, runsOnServer } from './server';
import type { WorkflowSettings } from './settings';
import { checkToolIndex } from './tool-index';
import { toolsRoleOf } from './tools-role';
import { knownTexts, type WorkflowValues, workflowValues } from './values';

/** Checks what a user said, and fills in what was left open. */
export function resolveSettings(
  scope: IConstruct,
  props: PublishWorkflowProps,
  reusablePath: string,
): WorkflowSettings {
  const pins = new ActionPins(scope, props.actionVersions, runsOnServer(props));
  const environment = props.publishOn._environment();
  const runners = resolveRunners(scope, props);
  for (const runner of runners.ephemeral) pins.ephemeralRunner(runner);
  const readRoleArn = readRoleOf(scope, props);
  const toolsRoleArn = toolsRoleOf(scope, props);
  const packages = packageNames(scope, props.packages);
  const { pythonVersion, testPythonVersions } = pythonSettings(scope, props);
  return {
    pins,
    tools: new ToolPins(scope, props.toolVersions),
    toolIndexUrl: checkToolIndex(scope, props.toolIndexUrl),
    toolsFromRepository: toolsRoleArn !== undefined,
    get values() {
      return currentValues(scope, props, { readRoleArn, toolsRoleArn, packages });
    },
    get trust() {
      return trustOfAnybody(props, reusablePath);
    },
    privateDependencies: readRoleArn !== undefined,
    push: props.publishOn._pushFilter(),
    publishBranches: props.publishOn._branches(),
    otherStarts: otherStarts(scope, props),
    tagPatterns: props.publishOn._readableTags(),
    environment,
    uses: pins.workflow(props.host?._uses(reusablePath) ?? `./${reusablePath}`),
    pythonVersion,
    testPythonVersions,
    build: (props.buildCommand ?? BuildCommand.pep517())._render(),
    testCommand: props.testCommand && checkedCommand('testCommand', props.testCommand),
    workingDirectory:
      props.workingDirectory && checkFolder(scope, 'workingDirectory', props.workingDirectory),
    uploader: props.uploader ?? Uploader.TWINE,
    strictTwineCheck: props.strictTwineCheck ?? false,
    provenance: provenanceOf(scope, props),
    concurrencyGroup: checkText(
      scope,
      'concurrencyGroup',
      props.concurrencyGroup ?? 'codeartifact-publish',
      "a name, as in 'codeartifact-publish'",
    ),
    runners,
    onServer: runsOnServer(props),
    buildRunners: buildRunners(scope, props),
    buildTimeout: timeoutMinutes(scope, 'buildTimeout', props.buildTimeout, 30),
    publishTimeout: timeoutMinutes(scope, 'publishTimeout', props.publishTimeout, 15),
    // A job waits for up to 30 days until an environment lets it in.
    artifactRetention: retentionDays(scope, props.artifactRetention, environment === undefined ? 1 : 30),
    checkout: checkoutInputs(props),
    steps: renderSteps(scope, pins, props.extraSteps),
  };
}

/** What a role has to trust that these files can publish with, whoever publishes. */
function trustOfAnybody(props: PublishWorkflowProps, reusablePath: string): SharedTrust {
  const { publishOn, host, issuer = GitHubIssuer.githubCom() } = props;
  return sharedTrust({
    issuer,
    audiences: stsAudiencesIn(props.region),
    contexts: publishOn._contexts(),
    claims: publishOn._claims(),
    claimsBesideSubject: publishOn._claimsBesideSubject(),
    jobWorkflowRef: host?._jobWorkflowRef(reusablePath),
  });
}

function provenanceOf(scope: IConstruct, props: PublishWorkflowProps): boolean {
  const { provenance = false } = props;
  if (!provenance || !runsOnServer(props)) return provenance;
  throw refusedOnServer(
    scope,
    'provenance',
    true,
    'artifact attestations are made by GitHub itself',
    'https://github.com/actions/attest#readme',
  );
}

function pythonSettings(
  scope: IConstruct,
  { pythonVersion = DEFAULT_PYTHON, ...props }: PublishWorkflowProps,
) {
  const testPythonVersions = props.testPythonVersions ?? [];
  checkPythonVersion(scope, 'pythonVersion', pythonVersion);
  for (const version of testPythonVersions) checkTestPythonVersion(scope, 'testPythonVersions', version);
  if (testPythonVersions.length > 0 && !props.testCommand) {
    throw invalidInput(
      {
        property: 'testPythonVersions',
        given: testPythonVersions,
        reason: 'has no tests to run',
        instead: "testCommand beside it, as in 'pip install .[test] && pytest'",
      },
      scope,
    );
  }
  return { pythonVersion, testPythonVersions: [...new Set(testPythonVersions)] };
}

/** The values that the tree has now, which have to be as right as those that it had at first. */
function currentValues(
  scope: IConstruct,
  props: PublishWorkflowProps,
  {
    readRoleArn,
    toolsRoleArn,
    packages,
  }: Record<'readRoleArn' | 'toolsRoleArn' | 'packages', string | undefined>,
): WorkflowValues {
  const { region, domainName, domainOwner, repositoryName, roleArn } = props;
  const values = workflowValues(scope, {
    region,
    domainName,
    domainOwner,
    repositoryName,
    roleArn,
    readRoleArn,
    toolsRoleArn,
    packages,
  });
  const now = { ...props, readRoleArn, toolsRoleArn, ...knownTexts(values), packages: props.packages };
  checkKnownValues(scope, now);
  readRoleOf(scope, now);
  toolsRoleOf(scope, now);
  return values;
}

/** The role that reads private packages, where that is asked for and can do no harm. */
function readRoleOf(scope: IConstruct, props: PublishWorkflowProps): string | undefined {
  if (!props.privateDependencies) return undefined;
  if (props.readRoleArn === undefined || props.readRoleArn === props.roleArn) {
    throw invalidInput(
      {
        property: 'readRoleArn',
        given: props.readRoleArn,
        reason: props.readRoleArn ? 'is the role that publishes' : 'is needed for privateDependencies',
        allowed: 'the ARN of a role that can read and not publish',
      },
      scope,
    );
  }
  if (props.publishOn._environment() === undefined) {
    throw invalidInput(
      {
        property: 'privateDependencies',
        given: true,
        reason:
          'lets the code of a package ask for the identity of its workflow run, and the publish role would trust that identity',
        instead: "publishOn: PublishTrigger.environment('release'), which only the publish job is let into",
        see: 'https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments',
      },
      scope,
    );
  }
  return props.readRoleArn;
}
