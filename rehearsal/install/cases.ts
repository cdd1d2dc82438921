import { client, lockedVersion, type Release } from '../../tools/clients/clients';
import { type PythonEnvironment, TOOLS } from '../../tools/python/environment';
import { EXAMPLE } from '../cases/example';
import { file, importsOf, programAt } from '../clients/bash';
import type { Usage } from '../clients/client';
import { HATCH, PDM, PIP, PIPX, POETRY, UV } from '../clients/usage';
import type { InstallSetup } from './app';
import { runsOf } from './page';

/** One recipe of the page with one client, or what the page says that must not be done. */
export interface InstallCase {
  readonly says: string;
  readonly script: string;
  /** What it is refused with; installs otherwise. */
  readonly refused?: RegExp;
}

const RELEASES: readonly Release[] = ['oldest', 'newest'];
const { name, version, module } = EXAMPLE.package;

interface Tool {
  readonly program: string;
  readonly usage: Usage;
  /** What the library says, and where. */
  readonly told?: (setup: InstallSetup) => string;
}

const conf = (path: string, text: string) => file(path, literal(text));
const project = (text: string) => file('pyproject.toml', literal(text), '>>');
const pipConf = ({ all }: InstallSetup) => conf('~/.config/pip/pip.conf', all['pip.conf']);

/** In a document that bash fills in. */
function literal(text: string): string {
  return text.replaceAll('$', '\\$');
}

const TOOLS_OF_PAGE: Readonly<Record<string, Tool>> = {
  pip: { program: 'pip', usage: PIP, told: pipConf },
  pipx: { program: 'pipx', usage: PIPX, told: pipConf },
  Hatch: { program: 'hatch', usage: HATCH, told: pipConf },
  uv: { program: 'uv', usage: UV, told: ({ all }) => project(all.uv) },
  'uv.toml': { program: 'uv', usage: UV, told: ({ all }) => conf('~/.config/uv/uv.toml', all['uv.toml']) },
  Poetry: { program: 'poetry', usage: POETRY, told: ({ all }) => project(all.poetry) },
  PDM: { program: 'pdm', usage: PDM, told: ({ all }) => project(all.pdm) },
};

/** The oldest version that a recipe promises, where that is not the oldest that there is. */
const PROMISED: Readonly<Record<string, string>> = {
  'uv keyring': 'uv-named',
  'uv token': 'uv-named',
  'PDM token': 'pdm-named',
};

const environment = (program: string, release: Release): PythonEnvironment =>
  release === 'newest' && ['pip', 'uv'].includes(program) ? TOOLS : client(program, release);

function start(program: string, release: Release, from = environment(program, release)): string {
  if (program !== 'pip') return programAt(from.program(program));
  return release === 'newest' ? ':' : importsOf(from, client('keyring', release));
}

const check = (python: string) =>
  [
    file(
      'check.py',
      `from importlib.metadata import version
v = version("${name}"); assert v == "${version}", "it took the look-alike " + v
import ${module}`,
    ),
    `${python} check.py`,
  ].join('\n');

function recipe(block: string, setup: InstallSetup, blocks: ReadonlyMap<string, string>, release: Release) {
  const [, tool = '', way = ''] = /^(\S+) (\w+)$/.exec(block) ?? [];
  const { program, usage, told } = TOOLS_OF_PAGE[tool] as Tool;
  const promised = release === 'oldest' ? PROMISED[block] : undefined;
  const from = promised ? client(promised, release) : environment(program, release);
  const keyring = programAt(client('keyring', release).program('keyring'));
  return {
    says: `${block}, ${program} ${lockedVersion(from, program)}`,
    script: [
      start(program, release, from),
      way === 'keyring' ? keyring : 'export PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring',
      'export UV_PYTHON=$(command -v python)',
      `PACKAGES=${name}`,
      usage.project,
      told?.(setup),
      way === 'token' && blocks.get('token'),
      blocks.get(block),
      check(usage.python),
      '! grep -rn "aws:\\|aws@" --include=*.lock .',
    ]
      .filter(Boolean)
      .join('\n'),
  };
}

/** The recipes of the page, each with the oldest and the newest version of its client. */
export function recipes(setup: InstallSetup, blocks: ReadonlyMap<string, string>): InstallCase[] {
  const named = [...blocks.keys()].filter((block) => / (keyring|token)$/.test(block));
  return named.flatMap((block) => RELEASES.map((release) => recipe(block, setup, blocks, release)));
}

const LOGIN = (tool: string) =>
  `AWS_PROFILE=acme aws codeartifact login --tool ${tool} --domain acme --domain-owner 111111111111 --repository python --region us-east-1`;

/** Logins undone, images, internal packages only; and what the page warns of. */
export function others(setup: InstallSetup, blocks: ReadonlyMap<string, string>): InstallCase[] {
  const block = (of: string) => blocks.get(of) ?? `echo 'the page has no ${of}' && exit 1`;
  const uv = `${start('uv', 'newest')}\nexport UV_PYTHON=$(command -v python)`;
  const uvToken = `${block('token')}\nexport UV_INDEX_ACME_PYTHON_USERNAME=aws UV_INDEX_ACME_PYTHON_PASSWORD=$TOKEN`;
  const secret = 'mkdir ~/secrets && printf %s "$TOKEN" > ~/secrets/codeartifact';
  const uvProject = (dependency: string, told: string) =>
    `${UV.project}\nsed -i 's/^version.*/&\\ndependencies = ["${dependency}"]/' pyproject.toml\n${project(told)}`;
  const appSource = '[tool.uv.sources.acme-app]\nindex = "acme-python"\n';
  const pdm = (from: PythonEnvironment, packages: string) =>
    [
      programAt(from.program('pdm')),
      block('token'),
      'export PDM_INDEX_ACME_PYTHON_USERNAME=aws PDM_INDEX_ACME_PYTHON_PASSWORD=$TOKEN',
      PDM.project,
      project(setup.internal.pdm),
      `pdm add --no-self ${packages}`,
      check(PDM.python),
    ].join('\n');
  return [
    {
      says: 'what a login wrote for pip, undone',
      script: [LOGIN('pip'), block('pip login undone'), '! python -m pip config get global.index-url'].join(
        '\n',
      ),
    },
    {
      says: 'what a login wrote for pip, left',
      script: LOGIN('pip'),
      refused: /a token stands in \.config\/pip\/pip\.conf/,
    },
    {
      says: 'what a login wrote for twine, undone',
      script: [
        programAt(TOOLS.program('twine')),
        LOGIN('twine'),
        block('twine login undone'),
        'grep pypi ~/.pypirc && ! grep codeartifact ~/.pypirc',
      ].join('\n'),
    },
    {
      says: 'the image with pip, whose token is in no file of it',
      script: [
        block('token'),
        secret,
        `(${runsOf(block('Dockerfile'), '~/secrets')})`,
        'rm -r ~/secrets',
        check('python'),
      ].join('\n'),
    },
    {
      says: 'the image with uv, whose token is in no file of it',
      script: [
        uv,
        `(${uvToken}\n${uvProject(name, setup.all.uv)}\nuv lock)`,
        block('token'),
        secret,
        runsOf(block('Dockerfile uv'), '~/secrets'),
        'rm -r ~/secrets',
        check('.venv/bin/python'),
      ].join('\n'),
    },
    {
      says: 'uv with internal packages only, each named by the project',
      script: [
        uv,
        uvToken,
        uvProject(name, setup.internal.uv),
        'uv add public-tool',
        block('uv internal check'),
      ]
        .concat(check('.venv/bin/python'), 'grep -A 3 public-tool uv.lock | grep -q pypi.org')
        .join('\n'),
    },
    {
      says: 'uv with an internal package that needs one which the project does not name',
      script: [uv, uvToken, uvProject('acme-app', `${setup.internal.uv}${appSource}`), 'uv lock']
        .concat(block('uv internal check'), 'uv sync', check('.venv/bin/python'))
        .join('\n'),
      refused: /source = \{ registry = "https:\/\/pypi\.org\/simple" \}/,
    },
    {
      says: 'Poetry with internal packages only, each named by the project',
      script: [
        start('poetry', 'newest'),
        block('token'),
        'export POETRY_HTTP_BASIC_ACME_PYTHON_USERNAME=aws POETRY_HTTP_BASIC_ACME_PYTHON_PASSWORD=$TOKEN',
        POETRY.project,
        project(setup.internal.poetry),
        'poetry add public-tool',
        check(POETRY.python),
      ].join('\n'),
    },
    {
      says: 'Poetry with an internal package that needs one which the project does not name',
      script: [
        start('poetry', 'newest'),
        block('token'),
        'export POETRY_HTTP_BASIC_ACME_PYTHON_USERNAME=aws POETRY_HTTP_BASIC_ACME_PYTHON_PASSWORD=$TOKEN',
        POETRY.project,
        project(setup.internal.poetry.replaceAll(name, 'acme-app')),
        'poetry lock && grep -A 1 "acme-orders-sdk\\"" poetry.lock && ! grep 99.0.0 poetry.lock',
      ].join('\n'),
      refused: /version = "99\.0\.0"/,
    },
    {
      says: 'PDM with internal packages only, and what they need',
      script: pdm(client('pdm', 'newest'), 'acme-app public-tool'),
    },
    {
      says: 'PDM 2.13.0 with internal packages only, and what they need',
      script: pdm(client('pdm-named', 'oldest'), 'acme-app public-tool'),
    },
    {
      says: 'PDM 2.0.3 with internal packages only',
      script: pdm(client('pdm', 'oldest'), name),
      refused: /it took the look-alike 99\.0\.0|Install acme-orders-sdk 99\.0\.0/,
    },
  ];
}
