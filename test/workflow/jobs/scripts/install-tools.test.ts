import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requirementOf } from '../../../../src/workflow/actions/locked-package';
import { installTools } from '../../../../src/workflow/jobs/scripts/install-tools';
import { findPython } from '../../../../tools/python/interpreter';
import { pinnedPip } from '../../../../tools/python/pip';
import { putFiles, runScript } from '../../support/bash';
import { newFolder, removeFolders } from '../../support/cli';

afterAll(removeFolders);

const PYTHON = findPython();
const MAKE_WHEEL = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    archive.writestr("acme_tool.py", f"SOURCE = {sys.argv[2]!r}")
    archive.writestr("acme_tool-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: acme-tool\\nVersion: 1.0\\n")
    archive.writestr("acme_tool-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    archive.writestr("acme_tool-1.0.dist-info/RECORD", "")
`;

/** Of the wheels of all indexes. */
const HASHES: string[] = [];

/** An index in a folder, whose only package says where it is from. */
function index(source: string): string {
  const folder = newFolder();
  const wheel = 'acme_tool-1.0-py3-none-any.whl';
  putFiles(folder, { 'acme-tool/index.html': `<a href="${wheel}">${wheel}</a>` });
  const path = join(folder, 'acme-tool', wheel);
  execFileSync(PYTHON, ['-c', MAKE_WHEEL, path, source]);
  HASHES.push(createHash('sha256').update(readFileSync(path)).digest('hex'));
  return pathToFileURL(folder).href;
}

const INDEXES = { site: index('site'), user: index('user') };
const EMPTY = pathToFileURL(newFolder()).href;

/** The Python of the tools, which has a pip; no ensurepip is asked for. */
const ENVIRONMENT = join(newFolder(), 'environment');
execFileSync(PYTHON, ['-I', '-m', 'venv', '--without-pip', ENVIRONMENT]);
execFileSync(join(ENVIRONMENT, 'bin', 'python'), [
  pinnedPip(),
  'install',
  '--no-index',
  dirname(pinnedPip()),
]);
function pipConf(...lines: string[]): string {
  return lines.join('\n').concat('\n');
}

/** Installs on a machine with some files in its home, and asks the tool where it is from. */
function install(env: Record<string, string>, home: Record<string, string> = {}, hashes = HASHES) {
  const temp = newFolder();
  const homeFolder = newFolder();
  putFiles(homeFolder, home);
  const tool = requirementOf({ name: 'acme-tool', version: '1.0', sha256: hashes });
  const script = `${installTools('TOOLS_PYTHON', 'Install acme-tool', [tool], false)}"$RUNNER_TEMP/tools/bin/python" -I -c 'import acme_tool; print("from", acme_tool.SOURCE)'`;
  const result = runScript(script, newFolder(), {
    HOME: homeFolder,
    RUNNER_TEMP: temp,
    TOOLS_PYTHON: join(ENVIRONMENT, 'bin', 'python'),
    ...env,
  });
  return { ...result, source: /^from (\w+)$/m.exec(result.log)?.[1], home: homeFolder, temp };
}

test('the index of the machine is taken, by the variable of pip', () => {
  expect(install({ PIP_INDEX_URL: INDEXES.site })).toMatchObject({ status: 0, source: 'site' });
});

test.each([
  ['global', ['[global]', `index-url = ${INDEXES.site}`]],
  ['install', ['[global]', `index-url = ${EMPTY}`, '[install]', `index-url = ${INDEXES.site}`]],
])("the index of the machine is taken, by its configuration of pip for '%s'", (_, lines) => {
  const folder = newFolder();
  putFiles(folder, { 'pip/pip.conf': pipConf(...lines) });
  expect(install({ XDG_CONFIG_DIRS: folder })).toMatchObject({ status: 0, source: 'site' });
});

test('a configuration of the user says nothing', () => {
  const conf = pipConf('[global]', `index-url = ${INDEXES.user}`, `find-links = ${INDEXES.user}/acme-tool/`);
  const home = { '.config/pip/pip.conf': conf, '.pip/pip.conf': conf };
  expect(install({ PIP_INDEX_URL: INDEXES.site }, home).source).toBe('site');
  const folder = newFolder();
  putFiles(folder, { 'pip/pip.conf': pipConf('[global]', `index-url = ${INDEXES.site}`) });
  expect(install({ XDG_CONFIG_DIRS: folder }, home).source).toBe('site');
});

test('nothing but the index is taken of what the machine says to pip', () => {
  const elsewhere = join(newFolder(), 'elsewhere');
  const folder = newFolder();
  putFiles(folder, {
    'pip/pip.conf': pipConf('[global]', `find-links = ${INDEXES.user}/acme-tool/`, `target = ${elsewhere}`),
  });
  const others = {
    PIP_FIND_LINKS: `${INDEXES.user}/acme-tool/`,
    PIP_TARGET: elsewhere,
    XDG_CONFIG_DIRS: folder,
  };
  expect(install({ PIP_INDEX_URL: INDEXES.site, ...others })).toMatchObject({ status: 0, source: 'site' });
  expect(existsSync(elsewhere)).toBe(false);
});

test('Python loads nothing from the home, the folder and the variables', () => {
  const version = execFileSync(PYTHON, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
    encoding: 'utf8',
  });
  const evil = newFolder();
  const code = 'print("code of somebody else")\n';
  putFiles(evil, { 'sitecustomize.py': code, 'venv.py': code, 'pip.py': code });
  const { status, log } = install(
    { PIP_INDEX_URL: INDEXES.site, PYTHONPATH: evil },
    { [`.local/lib/python${version.trim()}/site-packages/usercustomize.py`]: code },
  );
  expect(status).toBe(0);
  expect(log).not.toContain('somebody else');
});

describe('a mirror', () => {
  test('is taken in the place of the index of the machine', () => {
    const env = { PIP_INDEX_URL: INDEXES.user, TOOL_INDEX: INDEXES.site };
    expect(install(env)).toMatchObject({ status: 0, source: 'site' });
  });

  test('can put nothing of its own into the place of what is locked', () => {
    const [siteHash = ''] = HASHES;
    expect(install({ TOOL_INDEX: INDEXES.site }, {}, [siteHash])).toMatchObject({
      status: 0,
      source: 'site',
    });
    const { status, log, source } = install({ TOOL_INDEX: INDEXES.user }, {}, [siteHash]);
    expect([status === 0, source]).toEqual([false, undefined]);
    expect(log).toContain('THESE PACKAGES DO NOT MATCH THE HASHES');
  });
});

test('what is installed stands in a group of the log, and the environment has no pip', () => {
  const { log, temp } = install({ TOOL_INDEX: INDEXES.site });
  expect(log).toMatch(/^::group::Install acme-tool\n[\s\S]*\n::endgroup::\nfrom site\n/);
  expect(readdirSync(join(temp, 'tools', 'bin')).filter((name) => name.startsWith('pip'))).toEqual([]);
});
