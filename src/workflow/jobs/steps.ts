import type { ActionPins } from '../actions/action-pins';
import type { ToolSet } from '../actions/tool-lock';
import { TOOLS_PYTHON } from '../actions/tool-versions';
import { expression } from '../language/expression';
import type { Step } from '../language/model';
import type { WorkflowSettings } from '../settings/settings';
import type { WorkflowValue, WorkflowValues } from '../settings/values';
import { nameScript } from './scripts/artifact-name';
import { VERIFY_HASHES } from './scripts/hashes';
import { installTools } from './scripts/install-tools';
import { START_CLEAN } from './scripts/start-clean';

/**
 * A name that no other call of the workflow has: GitHub refuses a second artifact of one name in a run, and no
 * context says which call this is.
 */
export function nameArtifact(beginning: 'python-package' | 'python-tools' = 'python-package'): Step {
  return { name: 'Name the artifact', id: 'name', run: nameScript(beginning) };
}

/** The name and the id of the artifact, within its job. */
export const NAMED = 'steps.name.outputs.artifact';
export const UPLOADED = 'steps.upload.outputs.artifact-id';

/** Hands the files of a folder on to later jobs, but for hidden ones, such as the `.gitignore` of `uv build`. */
export function uploadFiles({ pins, artifactRetention }: WorkflowSettings, path: string): Step {
  return {
    name: 'Hand on the files',
    id: 'upload',
    uses: pins.uses('actions/upload-artifact'),
    with: {
      name: expression(NAMED),
      path,
      'if-no-files-found': 'error',
      'retention-days': artifactRetention,
    },
  };
}

/** The sources, without the token of the job in the folder where the package's own code runs. */
export function checkout({ pins, checkout: inputs }: WorkflowSettings): Step {
  return {
    name: 'Check out',
    uses: pins.uses('actions/checkout'),
    with: { 'persist-credentials': false, ...inputs },
  };
}

/** The Python of the package; its location is the output `python-path`. */
export function setUpPython(pins: ActionPins, version: string): Step {
  return {
    name: 'Set up Python for the package',
    id: 'python',
    uses: pins.uses('actions/setup-python'),
    with: { 'python-version': version },
  };
}

/** The Python of the tools, off the path. */
export function setUpToolsPython(pins: ActionPins): Step {
  return {
    name: 'Set up Python for the tools',
    id: 'tools',
    uses: pins.uses('actions/setup-python'),
    with: { 'python-version': TOOLS_PYTHON, 'update-environment': false },
  };
}

/** Says where the Python of the tools is. */
export const TOOLS_PYTHON_ENV = { TOOLS_PYTHON: expression('steps.tools.outputs.python-path') };

/** Nothing is installed beside what is named, and nothing of another hash. */
export function installTool(settings: WorkflowSettings, set: ToolSet): Step {
  return {
    name: `Install ${set}`,
    env: { ...TOOLS_PYTHON_ENV, ...toolIndexEnv(settings) },
    run: installTools('TOOLS_PYTHON', ...installationOf(settings, set)),
  };
}

/** What the log says of an installation, the lines for pip, and whether the wheels were fetched. */
export function installationOf(settings: WorkflowSettings, set: ToolSet): [string, string[], boolean] {
  const { tools, toolsFromRepository } = settings;
  return [
    `Install ${set} with all it needs, each wheel by its hash`,
    tools.requirements(set),
    toolsFromRepository,
  ];
}

/** The mirror that the tools come from, where there is one. */
export function toolIndexEnv({ toolIndexUrl }: WorkflowSettings): Record<string, string> {
  return toolIndexUrl ? { TOOL_INDEX: toolIndexUrl } : {};
}

/** For a job that runs no code of the package, on a runner where such code may have run before. */
export function startClean(): Step {
  return { name: 'Start clean', run: START_CLEAN };
}

/** The files that passed, in `dist`, where they are compared with what the verify job said of them. */
export function takeOverFiles(pins: ActionPins, artifact: Record<string, string>): Step[] {
  return [
    {
      name: 'Take over the files',
      uses: pins.uses('actions/download-artifact'),
      with: { ...artifact, path: 'dist' },
    },
    {
      name: 'Verify the hashes',
      'working-directory': 'dist',
      env: { LC_ALL: 'C', EXPECTED: expression('needs.verify.outputs.sha256') },
      run: VERIFY_HASHES,
    },
  ];
}

/** Leads from a session in CloudTrail to the run, and no run shares it with another. */
const RUN = ['github.repository_id', 'github.run_id', 'github.run_attempt'].map((name) => expression(name));

/**
 * A session of 15 minutes, the shortest there is, unless it is said otherwise, under a name that leads back to the run. By
 * itself the action tries twelve times, for about 100 seconds, and has a line for each; what is refused is not for want of
 * trying.
 */
export function assumeRole(
  pins: ActionPins,
  purpose: 'publish' | 'read' | 'tools',
  role: WorkflowValue,
  { region }: WorkflowValues,
  seconds = 900,
): Step {
  const account = role.known?.split(':')[4];
  return {
    name: `Assume the ${purpose} role`,
    uses: pins.uses('aws-actions/configure-aws-credentials'),
    with: {
      'aws-region': region.text,
      'role-to-assume': role.text,
      'role-session-name': [purpose, ...RUN].join('-'),
      'role-duration-seconds': seconds,
      'retry-max-attempts': 3,
      ...(account && { 'allowed-account-ids': account }),
    },
  };
}

/** The environment of a script that logs in to the repository. */
export function repositoryEnv({ domainName, domainOwner, repositoryName }: WorkflowValues) {
  return { DOMAIN: domainName.text, DOMAIN_OWNER: domainOwner.text, REPOSITORY: repositoryName.text };
}
