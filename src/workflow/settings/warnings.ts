import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { inform } from '../../private/information';
import { afterAspects } from '../../private/last-word/after-aspects';
import { isNotKnown, isOutOfSupport, LAST_KNOWN } from './python-version';
import type { WorkflowSettings } from './settings';
import { requiredVariables } from './values';

const PREFIX = 'cdk-python-artifact-pipeline';

/** Tells what is legal and risky, or needs something to be done, under ids that can be acknowledged. */
export function tell(scope: IConstruct, settings: WorkflowSettings): void {
  const { pythonVersion, testPythonVersions, steps, runners } = settings;

  const old = [...new Set([pythonVersion, ...testPythonVersions])].filter(isOutOfSupport);
  if (old.length > 0) {
    Annotations.of(scope).addWarningV2(
      `${PREFIX}:python-out-of-support`,
      `Python ${old.join(', ')} gets no security fixes any more. See https://devguide.python.org/versions/`,
    );
  }

  const unknown = [...new Set([pythonVersion, ...testPythonVersions])].filter(isNotKnown);
  if (unknown.length > 0) {
    Annotations.of(scope).addWarningV2(
      `${PREFIX}:python-not-known`,
      `Python ${unknown.join(', ')} was not released when the versions of the actions were pinned, and ` +
        `actions/setup-python may not find it. The last one that is known is ${LAST_KNOWN}.`,
    );
  }

  if (runners.lasting.length > 0) {
    Annotations.of(scope).addWarningV2(
      `${PREFIX}:self-hosted-runner`,
      `A self-hosted runner (${runners.lasting.join('; ')}) that outlives its job keeps what a build leaves in HOME and ` +
        'in its tools, for the next job of whatever repository. Use ephemeral ones, and say so with ' +
        "Runner.labels('self-hosted', …).ephemeral(), or of buildRunners, which have labels alone, by acknowledging this. " +
        'See https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners',
    );
  }

  const privileged = [...steps.beforePublish, ...steps.afterPublish].map(({ name }) => JSON.stringify(name));
  if (privileged.length > 0) {
    Annotations.of(scope).addWarningV2(
      `${PREFIX}:steps-in-publish-job`,
      `The steps ${privileged.join(', ')} run in the job that publishes, and what they run can publish, too.`,
    );
  }

  if (settings.privateDependencies) {
    Annotations.of(scope).addWarningV2(
      `${PREFIX}:private-dependencies`,
      'Code of a package can ask for the identity of its workflow run, and use any role that trusts a tag or ' +
        'branch of its repository. Let such roles trust environments only.',
    );
  }

  afterAspects(scope, () => tellOfInputs(scope, settings));
}

function tellOfInputs(scope: IConstruct, { values }: WorkflowSettings): void {
  const variables = requiredVariables(values);
  if (variables.length > 0) {
    inform(
      scope,
      'workflow-inputs',
      'What only CloudFormation knows is an input of the workflow. In each repository that publishes, set the ' +
        `configuration variables ${variables.join(', ')}. A stack with an env and names as text has no need of them.`,
    );
  }
}
