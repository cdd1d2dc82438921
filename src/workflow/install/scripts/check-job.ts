import { script, scriptOf } from '../../jobs/scripts/script';
import { IS_NO_FORK } from '../../language/forks';
import type { InputOfValue } from '../../settings/values';
import { isPython } from './is-python';

/** Each ends the job with one sentence, before a tool would say 401. */
export const JOB_ERRORS = {
  fork: `GitHub gives a pull request from a fork no identity, so that it can not install private packages: leave this job out with if: ${IS_NO_FORK}`,
  permission:
    'This job may not ask GitHub for its identity: add id-token: write to its permissions, and where a workflow calls ' +
    'it, to those of the calling job.',
  bash: "This job's container has no bash, which the next steps run in: add it to the image, on Alpine by apk add bash.",
  program:
    'This job has neither the AWS CLI nor Python 3.6 or newer to get a token with: run actions/setup-python before ' +
    'this step, or take a container image that has one of them, such as python:3.13.',
  pdm:
    'This PDM may ask public PyPI for internal packages, too, and takes the higher version, whoever made it: use PDM ' +
    '2.13 or newer.',
} as const;

/**
 * Says what is missing, in the words of who has to add it. For sh, since a container may have no more.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories
 * @see https://docs.github.com/en/actions/reference/security/oidc#required-permission
 */
export function checkJob(inputs: InputOfValue[], hasPdm: boolean): string {
  return scriptOf(
    script(`
      fail() {
        echo "::error title=Install from CodeArtifact::$1"
        exit 1
      }
      if [ -z "$ACTIONS_ID_TOKEN_REQUEST_URL" ]; then
        if [ "$IS_FORK" = true ]; then
          fail "${JOB_ERRORS.fork}"
        fi
        fail '${JOB_ERRORS.permission}'
      fi
    `),
    ...inputs.map(({ name, variable }) =>
      script(`
        if [ -z "$${inputVariable(name)}" ]; then
          fail '${emptyInput(name, variable)}'
        fi
      `),
    ),
    script(`
      if ! command -v bash > /dev/null; then
        fail "${JOB_ERRORS.bash}"
      fi
      if ! command -v aws > /dev/null && ! ${isPython('python3')} && ! ${isPython('python')}; then
        fail '${JOB_ERRORS.program}'
      fi
    `),
    hasPdm &&
      script(`
        case $(pdm --version 2> /dev/null) in
          *' '[01].* | *' '2.[0-9].* | *' '2.1[0-2].*) fail '${JOB_ERRORS.pdm}' ;;
        esac
      `),
  );
}

/** GitHub does not hold who uses a composite action to its inputs. */
export function emptyInput(name: string, variable: string): string {
  return (
    `The input ${name} is empty: pass it from the configuration variable ${variable}, and set that in the repository or ` +
    'its organization, as the stack says it.'
  );
}

/** The variable of the step that has an input. */
export function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase()}`;
}
