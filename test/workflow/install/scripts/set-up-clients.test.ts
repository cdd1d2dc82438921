import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { IndexScope, PythonClient } from '../../../../src';
import { indexNameOf, indexVariables } from '../../../../src/codeartifact/repository/client/index-name';
import { setUpClients } from '../../../../src/workflow/install/scripts/set-up-clients';
import { runScript } from '../../support/bash';
import { shellcheckProblems } from '../../support/shellcheck';

const folder = mkdtempSync(join(tmpdir(), 'set-up-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { ALL_PACKAGES, INTERNAL_PACKAGES } = IndexScope;
const ALL = Object.values(PythonClient);

/** What later steps see. */
function variables(
  clients: PythonClient[],
  scope: IndexScope,
  names = { domainName: 'acme', repositoryName: 'python' },
): Record<string, string> {
  const file = join(folder, 'env');
  rmSync(file, { force: true });
  const { status, log } = runScript(`token=TOKEN\n${setUpClients(clients, scope)}`, folder, {
    DOMAIN: names.domainName,
    REPOSITORY: names.repositoryName,
    INDEX_URL: 'https://example.com/pypi/python/simple/',
    GITHUB_ENV: file,
    RUNNER_TEMP: '/tmp/runner',
  });
  expect([status, log]).toEqual([0, '']);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s)));
}

test.each<[PythonClient, Record<string, string>]>([
  [PythonClient.PIP, { PIP_INDEX_URL: 'https://aws:TOKEN@example.com/pypi/python/simple/' }],
  [
    PythonClient.UV,
    {
      UV_DEFAULT_INDEX: 'acme-python=https://example.com/pypi/python/simple/',
      UV_INDEX_ACME_PYTHON_USERNAME: 'aws',
      UV_INDEX_ACME_PYTHON_PASSWORD: 'TOKEN',
    },
  ],
  [
    PythonClient.POETRY,
    { POETRY_HTTP_BASIC_ACME_PYTHON_USERNAME: 'aws', POETRY_HTTP_BASIC_ACME_PYTHON_PASSWORD: 'TOKEN' },
  ],
  [
    PythonClient.PDM,
    {
      PDM_PYPI_URL: 'https://example.com/pypi/python/simple/',
      PDM_PYPI_USERNAME: 'aws',
      PDM_PYPI_PASSWORD: 'TOKEN',
      PDM_INDEX_ACME_PYTHON_USERNAME: 'aws',
      PDM_INDEX_ACME_PYTHON_PASSWORD: 'TOKEN',
      PDM_LOG_DIR: '/tmp/runner/pdm-logs',
    },
  ],
])('%s takes all packages from the repository', (client, expected) => {
  expect(variables([client], ALL_PACKAGES)).toEqual(expected);
});

test('pipx and Hatch are set up as pip and as uv, to which they hand their work', () => {
  const both = variables([PythonClient.PIP, PythonClient.UV], ALL_PACKAGES);
  expect(variables([PythonClient.PIPX], ALL_PACKAGES)).toEqual(both);
  expect(variables([PythonClient.HATCH], ALL_PACKAGES)).toEqual(both);
});

test('for internal packages only, there are credentials and no index', () => {
  const some = variables([PythonClient.UV, PythonClient.POETRY, PythonClient.PDM], INTERNAL_PACKAGES);
  expect(Object.keys(some).sort()).toEqual([
    'PDM_INDEX_ACME_PYTHON_PASSWORD',
    'PDM_INDEX_ACME_PYTHON_USERNAME',
    'PDM_LOG_DIR',
    'POETRY_HTTP_BASIC_ACME_PYTHON_PASSWORD',
    'POETRY_HTTP_BASIC_ACME_PYTHON_USERNAME',
    'UV_INDEX_ACME_PYTHON_PASSWORD',
    'UV_INDEX_ACME_PYTHON_USERNAME',
  ]);
});

test('the token stands in passwords, and in the one URL of pip', () => {
  const secret = Object.entries(variables(ALL, ALL_PACKAGES)).filter(([, value]) => value.includes('TOKEN'));
  for (const [name] of secret) expect(name).toMatch(/^PIP_INDEX_URL$|_PASSWORD$/);
});

test('bash names the index as the library does, whatever domain and repository are called', () => {
  const repositoryName = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{1,20}$/);
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/), repositoryName, (domainName, name) => {
      const names = { domainName, repositoryName: name };
      const index = indexNameOf(names);
      const found = variables([PythonClient.UV], ALL_PACKAGES, names);
      expect(found.UV_DEFAULT_INDEX).toBe(`${index}=https://example.com/pypi/python/simple/`);
      expect(Object.keys(found)).toContain(indexVariables('uv', index)?.password);
    }),
    { numRuns: 25 },
  );
});

test('no extra index is ever written', () => {
  for (const scope of Object.values(IndexScope))
    expect(setUpClients(ALL, scope)).not.toMatch(/extra.?index|UV_INDEX=|STRATEGY/i);
});

test.each(
  Object.values(IndexScope).flatMap((scope) => ALL.map((client) => [client, scope] as const)),
)('shellcheck finds nothing for %s and %s', (client, scope) => {
  if (scope === INTERNAL_PACKAGES && !['uv', 'poetry', 'pdm'].includes(client)) return;
  expect(shellcheckProblems(`token=x\n${setUpClients([client], scope)}`)).toEqual([]);
});
