import { file } from './bash';

export const PIP = {
  prepare: 'export PIP_INDEX_URL=$AUTHENTICATED_URL',
  install: 'python -m pip install --no-input $PACKAGES',
  python: 'python',
};

const UV_PROJECT = `
[project]
name = "app"
version = "0"
requires-python = ">=3.11"
[[tool.uv.index]]
name = "acme"
url = "$INDEX_URL"
default = true`;

export const UV = {
  prepare: `export UV_INDEX_ACME_USERNAME=aws UV_INDEX_ACME_PASSWORD=$TOKEN
${file('pyproject.toml', UV_PROJECT)}`,
  install: 'uv add $PACKAGES',
  python: '.venv/bin/python',
};

const POETRY_PROJECT = `
[tool.poetry]
name = "app"
version = "0"
description = ""
authors = []
package-mode = false
[tool.poetry.dependencies]
python = ">=3.11,<4"`;

export const POETRY = {
  prepare: `export POETRY_HTTP_BASIC_ACME_USERNAME=aws POETRY_HTTP_BASIC_ACME_PASSWORD=$TOKEN
${file('pyproject.toml', POETRY_PROJECT)}
poetry source add --priority=primary acme $INDEX_URL`,
  install: 'poetry add $PACKAGES',
  python: 'poetry run python',
};

const PDM_PROJECT = `
[project]
name = "app"
version = "0"
requires-python = ">=3.11"
dependencies = []
[[tool.pdm.source]]
name = "pypi"
url = "\${INDEX_URL%%//*}//aws:\\\${ACME_TOKEN}@\${INDEX_URL#*//}"
verify_ssl = true`;

/** A source named pypi takes the place of the public one; PDM fills in the variable. */
export const PDM = {
  prepare: `export ACME_TOKEN=$TOKEN
${file('pyproject.toml', PDM_PROJECT)}
pdm use --first python`,
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

export const HATCH = {
  prepare: 'export PIP_INDEX_URL=$AUTHENTICATED_URL',
  install: `${file('pyproject.toml', HATCH_PROJECT)}
hatch env create`,
  python: 'hatch run python',
};

/** It installs programs: the packages come with acme-app, which is internal and needs them. */
export const PIPX = {
  prepare: 'export PIP_INDEX_URL=$AUTHENTICATED_URL PIPX_HOME=~/pipx',
  install: 'pipx install ${PACKAGES/acme-orders-sdk public-tool/acme-app}',
  python: '~/pipx/venvs/acme-app/bin/python',
};
