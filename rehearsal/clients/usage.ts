import { file } from './bash';
import type { Usage } from './client';
import { ENSUREPIP } from './ensurepip';

export const PIP: Usage = {
  credentials: 'export PIP_INDEX_URL=$AUTHENTICATED_URL',
  install: 'python -m pip install $PACKAGES',
  python: 'python',
};

const uvIndex = (url: string) =>
  file('pyproject.toml', `[[tool.uv.index]]\nname = "acme"\nurl = "${url}"\ndefault = true`, '>>');

export const UV: Usage = {
  project: file('pyproject.toml', '[project]\nname = "app"\nversion = "0"\nrequires-python = ">=3.11"'),
  credentials: 'export UV_INDEX_ACME_USERNAME=aws UV_INDEX_ACME_PASSWORD=$TOKEN',
  index: uvIndex('$INDEX_URL'),
  install: 'uv add $PACKAGES',
  python: '.venv/bin/python',
};

const POETRY_PROJECT = `
[tool.poetry]
name = "app"
version = "0"
description = ""
authors = []
[tool.poetry.dependencies]
python = ">=3.11,<4"`;

export const POETRY: Usage = {
  project: file('pyproject.toml', POETRY_PROJECT),
  credentials: 'export POETRY_HTTP_BASIC_ACME_USERNAME=aws POETRY_HTTP_BASIC_ACME_PASSWORD=$TOKEN',
  index: 'poetry source add --priority=primary acme $INDEX_URL',
  install: 'poetry add $PACKAGES',
  python: 'poetry run python',
};

const PDM_PROJECT = '[project]\nname = "app"\nversion = "0"\nrequires-python = ">=3.11"\ndependencies = []';

export const PDM: Usage = {
  project: `${file('pyproject.toml', PDM_PROJECT)}\npdm use --first python`,
  credentials: 'export PDM_PYPI_URL=$AUTHENTICATED_URL',
  install: 'pdm add --no-self $PACKAGES',
  python: 'pdm run python',
};

const HATCH_PROJECT = `
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "app"
version = "0"
[tool.hatch.envs.default]
skip-install = true
dependencies = [$(printf '"%s",' $PACKAGES)]`;

export const HATCH: Usage = {
  project: file('pyproject.toml', HATCH_PROJECT),
  credentials: 'export PIP_INDEX_URL=$AUTHENTICATED_URL',
  install: 'hatch env create',
  python: 'hatch run python',
};

/** It installs programs. acme-app is one, internal, and needs the two packages. */
export const PIPX: Usage = {
  project: `${ENSUREPIP}\nexport PIPX_HOME=~/pipx PIPX_DEFAULT_PYTHON=~/bundled/python`,
  credentials: 'export PIP_INDEX_URL=$AUTHENTICATED_URL',
  install: 'pipx install $PACKAGES',
  python: '~/pipx/venvs/acme-app/bin/python',
  packages: 'acme-app',
};

const WHERE = '--domain acme --domain-owner 111111111111 --repository python';

export const PIP_LOGIN: Usage = { ...PIP, credentials: `aws codeartifact login --tool pip ${WHERE}` };

/** pip and uv ask a keyring only where the URL has a user name, `$NAMED_URL`. */
const NAMED = 'NAMED_URL=${INDEX_URL/:\\/\\//:\\/\\/aws@}';

/** pip before 23.1 imports keyring, so that has to be in pip's own environment; it knows no providers. */
export const OLD_PIP_KEYRING: Usage = {
  ...PIP,
  index: `${NAMED}\nexport PIP_INDEX_URL=$NAMED_URL`,
  credentials: undefined,
};

export const PIP_KEYRING: Usage = {
  ...OLD_PIP_KEYRING,
  credentials: 'export PIP_KEYRING_PROVIDER=subprocess',
};

export const UV_KEYRING: Usage = {
  ...UV,
  credentials: 'export UV_KEYRING_PROVIDER=subprocess',
  index: `${NAMED}\n${uvIndex('$NAMED_URL')}`,
};

/** keyrings.codeartifact is in Poetry's own environment: `poetry self add keyrings.codeartifact`. */
export const POETRY_KEYRING: Usage = { ...POETRY, credentials: undefined };

export const TWINE_PUBLISH =
  'TWINE_USERNAME=aws TWINE_PASSWORD=$TOKEN twine upload --repository-url $REPOSITORY_URL dist/*';

export const UV_PUBLISH =
  'UV_PUBLISH_USERNAME=aws UV_PUBLISH_PASSWORD=$TOKEN uv publish --publish-url $REPOSITORY_URL';

export const POETRY_PUBLISH = `export POETRY_HTTP_BASIC_ACME_USERNAME=aws POETRY_HTTP_BASIC_ACME_PASSWORD=$TOKEN
POETRY_REPOSITORIES_ACME_URL=$REPOSITORY_URL poetry publish --repository acme`;

export const HATCH_PUBLISH =
  'HATCH_INDEX_USER=aws HATCH_INDEX_AUTH=$TOKEN HATCH_INDEX_REPO=$REPOSITORY_URL hatch publish --no-prompt';
