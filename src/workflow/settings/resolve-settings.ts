import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { ActionPins } from '../actions/action-pins';
import { BuildCommand, checkedCommand } from '../options/build-command';
import { Uploader } from '../options/uploader';
import type { PublishWorkflowProps } from '../options/workflow-options';
import { renderSteps } from './extra-steps';
import { checkFolder, checkText, retentionDays, timeoutMinutes } from './limits';
import { checkPythonVersion, DEFAULT_PYTHON } from './python-version';
import type { WorkflowSettings } from './settings';
import { workflowValues } from './values';

/** Checks what a user said, and fills in what was left open. */
export function resolveSettings(
  scope: IConstruct,
  props: PublishWorkflowProps,
  reusablePath: string,
): WorkflowSettings {
  const pins = new ActionPins(scope, props.actionVersions);
  const environment = props.publishOn._environment();
  return {
    pins,
    values: workflowValues(scope, { ...props, readRoleArn: readRoleOf(scope, props) }),
    push: props.publishOn._pushFilter(),
    environment,
    uses: pins.workflow(props.host?._uses(reusablePath) ?? `./${reusablePath}`),
    ...pythonSettings(scope, props),
    build: (props.buildCommand ?? BuildCommand.pep517())._render(),
    testCommand: props.testCommand && checkedCommand('testCommand', props.testCommand),
    workingDirectory:
      props.workingDirectory && checkFolder(scope, 'workingDirectory', props.workingDirectory),
    uploader: props.uploader ?? Uploader.TWINE,
    provenance: props.provenance ?? false,
    concurrencyGroup: checkText(
      scope,
      'concurrencyGroup',
      props.concurrencyGroup ?? 'codeartifact-publish',
      "a name, as in 'codeartifact-publish'",
    ),
    runnerLabel: checkText(
      scope,
      'runnerLabel',
      props.runnerLabel ?? 'ubuntu-24.04',
      'the label of a runner',
    ),
    buildTimeout: timeoutMinutes(scope, 'buildTimeout', props.buildTimeout, 30),
    publishTimeout: timeoutMinutes(scope, 'publishTimeout', props.publishTimeout, 15),
    // A job waits for up to 30 days until an environment lets it in.
    artifactRetention: retentionDays(scope, props.artifactRetention, environment === undefined ? 1 : 30),
    steps: renderSteps(scope, pins, props.extraSteps),
  };
}

function pythonSettings(
  scope: IConstruct,
  { pythonVersion = DEFAULT_PYTHON, ...props }: PublishWorkflowProps,
) {
  const testPythonVersions = props.testPythonVersions ?? [];
  checkPythonVersion(scope, 'pythonVersion', pythonVersion);
  for (const version of testPythonVersions) checkPythonVersion(scope, 'testPythonVersions', version);
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
