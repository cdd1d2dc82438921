import { EXAMPLE } from '../cases/example';
import { file } from '../clients/bash';
import type { Client } from '../clients/client';

const INTERNAL = EXAMPLE.package.name;

/** The name of the index and the variables for PDM, as the library says them. */
const INDEX = 'acme-python';
const PDM_CREDENTIALS = '\\${PDM_INDEX_ACME_PYTHON_USERNAME}:\\${PDM_INDEX_ACME_PYTHON_PASSWORD}';

/** What a project says for one of the two ways, and what installs. */
export interface ProjectWay {
  /** Bash that adds to `pyproject.toml`. */
  readonly project?: string;
  readonly install: (what: string) => string;
  readonly lock?: string;
}

const add = (text: string) => file('pyproject.toml', text, '>>');

/** Through the one index: nothing in the project, but for Poetry. */
export const ALL: Readonly<Record<string, ProjectWay>> = {
  pip: { install: (what) => `python -m pip install ${what}` },
  pipx: { install: (what) => `pipx install ${what}` },
  Hatch: { install: () => 'hatch env create' },
  uv: { install: (what) => `uv add ${what}`, lock: 'uv.lock' },
  Poetry: {
    project: add(`[[tool.poetry.source]]\nname = "${INDEX}"\nurl = "$INDEX_URL"\npriority = "primary"`),
    install: (what) => `poetry add ${what}`,
    lock: 'poetry.lock',
  },
  PDM: { install: (what) => `pdm add --no-self ${what}`, lock: 'pdm.lock' },
};

const PDM_URL = `https://${PDM_CREDENTIALS}@\${INDEX_URL#https://}`;

/** Internal packages from the named index, all others from public PyPI. */
export const INTERNAL_ONLY: Readonly<Record<string, ProjectWay>> = {
  uv: {
    project: add(`
[[tool.uv.index]]
name = "${INDEX}"
url = "$INDEX_URL"
explicit = true
[tool.uv.sources]
${INTERNAL} = { index = "${INDEX}" }
acme-unborn = { index = "${INDEX}" }`),
    install: (what) => `uv add ${what}`,
    lock: 'uv.lock',
  },
  Poetry: {
    project: add(`[[tool.poetry.source]]\nname = "${INDEX}"\nurl = "$INDEX_URL"\npriority = "explicit"`),
    install: (what) =>
      what
        .split(' ')
        .map((one) => (one.startsWith('acme-') ? `poetry add --source ${INDEX} ${one}` : `poetry add ${one}`))
        .join('\n'),
    lock: 'poetry.lock',
  },
  PDM: {
    project: add(`
[[tool.pdm.source]]
name = "${INDEX}"
url = "${PDM_URL}"
include_packages = ["acme-*"]
exclude_packages = ["*"]`),
    install: (what) => `pdm add --no-self ${what}`,
    lock: 'pdm.lock',
  },
};

const CHECK = [
  'from importlib.metadata import version',
  `v = version("${INTERNAL}"); assert v == "${EXAMPLE.package.version}", "it took the look-alike " + v`,
  `import ${EXAMPLE.package.module}, public_tool`,
].join('\n');

/** Bash of a later step that installs with a client, and looks at what came. */
export function scriptOf(client: Client, way: ProjectWay, what?: string): string {
  const packages = what ?? client.packages ?? `${INTERNAL} public-tool`;
  const lock = way.lock && [
    `test -s ${way.lock}`,
    `! grep -n '__token__\\|aws:\\|@.*codeartifact' ${way.lock}`,
  ];
  return [
    'export UV_PYTHON=$(command -v python)',
    'ln -s "$pythonLocation" ~/python',
    'printf "Credentials of AWS: %s\\n" "$(env | grep -c ^AWS_ACCESS || true)"',
    client.start,
    `PACKAGES='${packages}'`,
    client.project,
    way.project,
    way.install(packages),
    ...(lock || []),
    `${file('check.py', CHECK)}\n${client.python} check.py`,
    'env | sort', // whatever a step may print
  ]
    .filter(Boolean)
    .join('\n');
}
