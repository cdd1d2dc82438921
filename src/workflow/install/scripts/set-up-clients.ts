import { IndexScope, PythonClient } from '../../../codeartifact';
import { INDEX_VARIABLES } from '../../../codeartifact/repository/client/index-name';
import { scriptOf } from '../../jobs/scripts/script';

/** The name of the index as `indexNameOf` makes it, since it may be the run that knows it. */
const INDEX = "index=$(tr '[:upper:].' '[:lower:]-' <<< \"$DOMAIN-$REPOSITORY\")";

/** The same as `indexVariables` has it. */
const VARIABLE = "variable=$(tr '[:lower:].-' '[:upper:]__' <<< \"$DOMAIN-$REPOSITORY\")";

/** pip takes credentials from the URL alone, or from a file, and leaves them out of what it prints. */
const PIP = ['PIP_INDEX_URL=https://aws:$token@${INDEX_URL#https://}'];
const UV = ['UV_DEFAULT_INDEX=$index=$INDEX_URL'];
/** For all packages, since what has no URL of its own would send them to public PyPI. */
const PDM = ['PDM_PYPI_URL=$INDEX_URL', 'PDM_PYPI_USERNAME=aws', 'PDM_PYPI_PASSWORD=$token'];

/** What leads each client to the one index for all packages. pipx and Hatch hand work to pip or to uv. */
const FOR_ALL_PACKAGES: Record<PythonClient, string[]> = {
  [PythonClient.PIP]: PIP,
  [PythonClient.PIPX]: [...PIP, ...UV, ...credentialsOf('uv')],
  [PythonClient.UV]: UV,
  [PythonClient.POETRY]: [],
  [PythonClient.PDM]: PDM,
  [PythonClient.HATCH]: [...PIP, ...UV, ...credentialsOf('uv')],
};

/** The credentials of clients that find an index by its name, in what a project or an organization says. */
const BY_NAME: Partial<Record<PythonClient, string[]>> = {
  [PythonClient.UV]: credentialsOf('uv'),
  [PythonClient.POETRY]: credentialsOf('poetry'),
  // A failure leaves a log in which the URL of a source stands, so that goes where GitHub tidies up after the job.
  [PythonClient.PDM]: [...credentialsOf('pdm'), 'PDM_LOG_DIR=$RUNNER_TEMP/pdm-logs'],
};

/**
 * Hands what clients need to the later steps of the job: in the environment, where a lock file or a project does not
 * take it from, and with the token in no URL where a client can do without.
 */
export function setUpClients(clients: PythonClient[], indexScope: IndexScope): string {
  const isAll = indexScope === IndexScope.ALL_PACKAGES;
  const lines = clients.flatMap((client) => [
    ...(isAll ? FOR_ALL_PACKAGES[client] : []),
    ...(BY_NAME[client] ?? []),
  ]);
  const writes = [...new Set(lines)].map((line) => `  echo "${line}"`).join('\n');
  return scriptOf(
    writes.includes('$index') && INDEX,
    writes.includes('${variable}') && VARIABLE,
    `{\n${writes}\n} >> "$GITHUB_ENV"`,
  );
}

function credentialsOf(client: keyof typeof INDEX_VARIABLES): string[] {
  const prefix = INDEX_VARIABLES[client];
  return [`${prefix}\${variable}_USERNAME=aws`, `${prefix}\${variable}_PASSWORD=$token`];
}
