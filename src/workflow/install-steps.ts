import type { IConstruct } from 'constructs';
import type { SharedTrust } from '../github/trust/shared-trust';
import { ActionPins } from './actions/action-pins';
import { LOG_IN, READ_FROM_REPOSITORY } from './jobs/scripts/codeartifact';
import { readIndexOnce } from './jobs/scripts/read-index';
import { script, scriptOf } from './jobs/scripts/script';
import { signIn } from './jobs/sign-in';
import { repositoryEnv } from './jobs/steps';
import { toYaml } from './language/yaml';
import { commentsWith } from './render';
import { variableValues } from './settings/values';

/** Where to install from, and as whom; a token becomes a configuration variable of GitHub. */
export interface InstallStepsProps {
  readonly region: string;
  readonly domainName: string;
  readonly domainOwner: string;
  readonly repositoryName: string;
  readonly readRoleArn: string;
  /** What the role trusts of whoever it is. */
  readonly trust: SharedTrust;
}

/** Later steps of the job see the variables. The token in them is masked, and lasts 15 minutes. */
const FOR_LATER_STEPS = script(`
  {
    echo "PIP_INDEX_URL=$PIP_INDEX_URL"
    echo "UV_DEFAULT_INDEX=$UV_DEFAULT_INDEX"
  } >> "$GITHUB_ENV"
`);

/**
 * What a job needs before it runs pip or uv, as a part of a workflow: its permissions and its first steps.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/python-configure-pip.html
 */
export function installSteps(scope: IConstruct, props: InstallStepsProps): string {
  const pins = new ActionPins(scope);
  const values = variableValues(scope, { ...props, roleArn: props.readRoleArn });
  const role = values.readRoleArn ?? values.roleArn;
  const job = {
    permissions: { contents: 'read', 'id-token': 'write' },
    steps: [
      ...signIn(pins, 'read', role, values, { trust: props.trust }).map((step) =>
        step.run ? { ...step, shell: 'bash' } : step,
      ),
      {
        name: 'Install from CodeArtifact',
        env: repositoryEnv(values),
        shell: 'bash',
        run: scriptOf(LOG_IN, readIndexOnce('${endpoint}simple/'), READ_FROM_REPOSITORY, FOR_LATER_STEPS),
      },
    ],
  };
  return toYaml(job, commentsWith(pins));
}
