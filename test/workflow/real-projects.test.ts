import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REQUIRE_FILES } from '../../src/workflow/jobs/scripts/built-files';
import { VERIFY } from '../../src/workflow/jobs/scripts/verify/program';
import { python } from '../support/locked-python';
import { putFiles, putProgram, runScript, type ScriptResult } from './support/bash';
import { git, newFolder, removeFolders } from './support/cli';
import { type Verified, verifyIn, WITHOUT_TWINE } from './support/verify';

jest.setTimeout(120_000);
afterAll(removeFolders);

type Files = Record<string, string>;

const WHEEL_AND_SDIST = 'python -m build --no-isolation';
const README = { 'README.md': '# A package\n' };
const SETUPTOOLS = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';

const project = (name: string, more = 'version = "1.2.3"') =>
  `[project]\nname = "${name}"\nrequires-python = ">=3.9"\ndescription = "A package"\nreadme = "README.md"\n${more}\n`;

/** A repository with these files, in which a tag stands, and commits behind it. */
function repository(files: Files, tag?: string, commitsBehind = 0): string {
  const folder = newFolder();
  putFiles(folder, { ...README, '.gitignore': 'dist/\nbuild/\n*.egg-info/\n', ...files });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  const commit = () =>
    git(
      folder,
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@acme.example',
      'commit',
      '-qm',
      'a',
      '--allow-empty',
    );
  commit();
  if (tag) git(folder, 'tag', tag);
  for (let i = 0; i < commitsBehind; i++) commit();
  return folder;
}

/** Builds as the build job does, in a folder of a repository. */
function build(folder: string, command = WHEEL_AND_SDIST, env: Files = {}): ScriptResult {
  const PATH = `${dirname(python())}:${process.env.PATH}`;
  const built = runScript(`rm -rf dist\n${command}`, folder, { PATH, HOME: newFolder(), ...env });
  return built.status === 0 ? runScript(REQUIRE_FILES, folder) : built;
}

/** Hands on what each of some folders has in \`dist\`, as artifacts do: without hidden files. */
function verifyDist(folders: string[], env: Files = {}, script = WITHOUT_TWINE): Verified {
  const runner = newFolder();
  folders.forEach((folder, index) => {
    const artifact = join(runner, 'built', String(index + 1));
    mkdirSync(artifact, { recursive: true });
    for (const name of readdirSync(join(folder, 'dist')).filter((file) => !file.startsWith('.')))
      cpSync(join(folder, 'dist', name), join(artifact, name));
  });
  return verifyIn(runner, env, script);
}

function buildAndVerify(folder: string, env: Files = {}, command = WHEEL_AND_SDIST): Verified {
  expect(build(folder, command)).toEqual({ status: 0, log: '' });
  return verifyDist([folder], env);
}

const PASSED = { status: 0, log: '' };

const SCM: Files = {
  'pyproject.toml':
    '[build-system]\nrequires = ["setuptools", "setuptools-scm"]\nbuild-backend = "setuptools.build_meta"\n' +
    `${project('acme-scm', 'dynamic = ["version"]')}[tool.setuptools_scm]\n`,
  'acme_scm/__init__.py': '',
};

const HATCH: Files = {
  'pyproject.toml':
    '[build-system]\nrequires = ["hatchling", "hatch-vcs"]\nbuild-backend = "hatchling.build"\n' +
    `${project('acme-hatch', 'dynamic = ["version"]')}[tool.hatch.version]\nsource = "vcs"\n`,
  'acme_hatch/__init__.py': '',
};

describe.each([
  ['setuptools_scm', SCM, 'acme_scm'],
  ['hatch-vcs', HATCH, 'acme_hatch'],
])('%s', (_, files, stem) => {
  test('on a tag has the version of the tag', () => {
    const result = buildAndVerify(repository(files, 'v1.2.3'));
    expect(result).toMatchObject(PASSED);
    expect(result.handedOn).toEqual([`${stem}-1.2.3-py3-none-any.whl`, `${stem}-1.2.3.tar.gz`]);
  });

  test('on a branch has a version of the commit', () => {
    const { status, outputs } = buildAndVerify(repository(files, 'v1.2.3', 2), { TAG: '' });
    expect(status).toBe(0);
    expect(outputs.version).toMatch(/^1\.2\.4\.dev2\+g[0-9a-f]+$/);
  });

  test('on a tag that it does not see is found out', () => {
    const { status, log } = buildAndVerify(repository(files, 'v1.2.3', 1), { TAG: 'v1.2.4' });
    expect(status).toBe(1);
    expect(log).toMatch(
      /^::error title=Tag and version differ::The tag is v1\.2\.4, and the version in .* is 1\.2\.4\.dev1/,
    );
  });
});

test('setup.py alone', () => {
  const files = {
    'setup.py': 'from setuptools import setup\nsetup(name="acme-old", version="1.2.3", py_modules=["a"])\n',
    'a.py': '',
  };
  const folder = repository(files);
  expect(build(folder, 'python setup.py sdist').status).toBe(0);
  const { handedOn, log } = verifyDist([folder], {}, VERIFY);
  expect(handedOn).toEqual(['acme_old-1.2.3.tar.gz']);
  expect(log).toMatch(/^::warning title=Twine check::.*long_description.*missing/);
});

test('a src layout', () => {
  const files = { 'pyproject.toml': SETUPTOOLS + project('acme-src'), 'src/acme_src/__init__.py': '' };
  expect(buildAndVerify(repository(files), { PACKAGES: 'acme-src' })).toMatchObject(PASSED);
});

test('a name with dots and capitals', () => {
  const files = { 'pyproject.toml': SETUPTOOLS + project('Acme.Dotted'), 'acme/dotted/__init__.py': '' };
  const result = buildAndVerify(repository(files), { PACKAGES: 'acme-*' });
  expect(result).toMatchObject(PASSED);
  expect(result.outputs.packages).toBe('["acme-dotted"]');
});

describe('a C extension', () => {
  const SETUP =
    'from setuptools import Extension, setup\nsetup(ext_modules=[Extension("acme_native", ["native.c"])])\n';
  const FILES = { 'pyproject.toml': SETUPTOOLS + project('acme-native'), 'setup.py': SETUP, 'native.c': '' };

  /** A compiler that leaves its output, since what is in it is none of our concern here. */
  function runner(platform: string, command: string): string {
    const folder = repository({ ...FILES, 'setup.cfg': `[bdist_wheel]\nplat_name = ${platform}\n` });
    const compiler = join(newFolder(), 'cc');
    putProgram(compiler, 'while [[ "$1" != -o ]]; do shift; done; echo compiled > "$2"');
    expect(build(folder, command, { CC: compiler, LDSHARED: compiler })).toEqual(PASSED);
    return folder;
  }

  test('on two runners makes two wheels and one sdist, which are one release', () => {
    const linux = runner('manylinux_2_28_x86_64', WHEEL_AND_SDIST);
    const mac = runner('macosx_11_0_arm64', `${WHEEL_AND_SDIST} --wheel`);
    const { status, handedOn } = verifyDist([linux, mac], { PACKAGES: 'acme-native' });
    expect(status).toBe(0);
    expect(handedOn.map((name) => name.replace(/-cp\d+-cp\d+-/, '-'))).toEqual([
      'acme_native-1.2.3-macosx_11_0_arm64.whl',
      'acme_native-1.2.3-manylinux_2_28_x86_64.whl',
      'acme_native-1.2.3.tar.gz',
    ]);
  });

  test('on two runners that both make the sdist is refused where these differ', () => {
    const runners = ['manylinux_2_28_x86_64', 'macosx_11_0_arm64'].map((name) =>
      runner(name, WHEEL_AND_SDIST),
    );
    expect(verifyDist(runners).log).toBe(
      '::error title=One name, two contents::Two builds made acme_native-1.2.3.tar.gz, with different bytes. ' +
        'Let one of them make it, as the first runner makes the sdist.\n',
    );
  });
});

describe('a monorepo', () => {
  const member = (name: string): Files => ({
    [`packages/${name}/pyproject.toml`]: SETUPTOOLS + project(`acme-${name}`),
    [`packages/${name}/README.md`]: '# A package\n',
    [`packages/${name}/src/acme_${name}/__init__.py`]: '',
  });
  const files = { ...member('orders'), ...member('billing') };

  test('publishes one package by a tag with its name', () => {
    const folder = join(repository(files, 'orders-v1.2.3'), 'packages', 'orders');
    const env = { PACKAGES: 'acme-orders', TAG: 'orders-v1.2.3', TAG_PATTERNS: 'all orders-^v*.*.*' };
    expect(buildAndVerify(folder, env)).toMatchObject(PASSED);
  });

  test('publishes several packages at once, in one version', () => {
    const command = `for name in orders billing; do ${WHEEL_AND_SDIST} --outdir dist packages/$name; done`;
    const { status, outputs } = buildAndVerify(repository(files), { PACKAGES: 'acme-*' }, command);
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ packages: '["acme-billing", "acme-orders"]', version: '1.2.3' });
  });

  describe('that is a workspace of uv', () => {
    const workspace = { ...files, 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n' };
    const uv = (more = '') =>
      `uv build --offline --no-build-isolation --no-config --python "$PYTHON" ${more}`;

    test('has its files elsewhere unless told, and that is said', () => {
      const root = repository(workspace);
      const result = build(join(root, 'packages', 'orders'), uv(), { PYTHON: python() });
      expect(result.log).toMatch(/^::error title=Nothing was built::.* uv wants --out-dir dist there\.\n$/);
      expect(existsSync(join(root, 'dist'))).toBe(true);
    });

    test('leaves a .gitignore beside them, which is not handed on', () => {
      const folder = join(repository(workspace), 'packages', 'orders');
      rmSync(join(folder, 'dist'), { recursive: true, force: true });
      expect(build(folder, uv('--out-dir dist'), { PYTHON: python() })).toEqual(PASSED);
      expect(readdirSync(join(folder, 'dist'))).toContain('.gitignore');
      expect(verifyDist([folder], { PACKAGES: 'acme-orders' })).toMatchObject(PASSED);
    });
  });
});
