import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WheelOptions, wheel } from '../python/wheel';
import type { RunResult } from '../runner/request';
import type { Case } from './case';
import { Refused } from './door';
import { EXAMPLE, ORDERS, TAG } from './example';

type Made = Partial<WheelOptions> & {
  /** What the file is called, where it is not by its contents. */
  readonly as?: string;
};

/** The last words of a job that failed. */
function passed(result: RunResult, id: string, call = 'publish'): void {
  const job = result.jobs[`${call}/${id}`];
  if (job?.result === 'success') return;
  throw new Refused('job', `${job?.failedStep}: ${job?.log.lines.slice(-2).join(' ')}`);
}

/** Files that a build could have handed on, whatever it ran. */
const handsOn = (says: string, sentence: RegExp, because: string, ...made: Made[]): Case => ({
  says,
  expect: ['job', new RegExp(`Verify the files: ::error title=${sentence.source}`)],
  because,
  run: async (scene) => {
    const files = made.map(({ as, ...options }) => {
      const { name, version } = EXAMPLE.package;
      const { filename, content } = wheel({ name, version, files: [], ...options });
      return [as ?? filename, content] as const;
    });
    passed(await scene.verify(await scene.freshStage(), new Map(files)), 'verify');
  },
});

/** A build backend, in the sources of the package, that makes the files and does what it likes beside it. */
const backend = (version: string, attack: string) => `
import base64, hashlib, io, os, tarfile, zipfile
NAME, VERSION = "acme_orders_sdk", "${version}"
STEM = f"{NAME}-{VERSION}"
METADATA = f"Metadata-Version: 2.1\\nName: {NAME}\\nVersion: {VERSION}\\n".encode()

def build_sdist(directory, config_settings=None):
    with tarfile.open(f"{directory}/{STEM}.tar.gz", "w:gz") as archive:
        for name in ("pyproject.toml", "attacker.py"):
            archive.add(name, f"{STEM}/{name}")
        info = tarfile.TarInfo(f"{STEM}/PKG-INFO")
        info.size = len(METADATA)
        archive.addfile(info, io.BytesIO(METADATA))
    return f"{STEM}.tar.gz"

def build_wheel(directory, config_settings=None, metadata_directory=None):
    wheel = b"Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    files = {f"{STEM}.dist-info/METADATA": METADATA, f"{STEM}.dist-info/WHEEL": wheel}
    hashed = {name: base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=") for name, data in files.items()}
    record = "".join(f"{name},sha256={hash},\\n" for name, hash in hashed.items()) + f"{STEM}.dist-info/RECORD,,\\n"
    files[f"{STEM}.dist-info/RECORD"] = record.encode()
    with zipfile.ZipFile(f"{directory}/{STEM}-py3-none-any.whl", "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    work = os.environ["GITHUB_WORKSPACE"]
    def program(path, text="#!/bin/sh\\nexit 0\\n"):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file: file.write(text)
        os.chmod(path, 0o755)
    def tell(variable, line):
        with open(os.environ[variable], "a") as file: file.write(line + "\\n")
${attack.replace(/^/gm, '    ')}
    return f"{STEM}-py3-none-any.whl"
`;

const builds = (
  says: string,
  sentence: RegExp,
  because: string,
  attack: string,
  version = '99.0.0',
): Case => ({
  says,
  expect: ['job', new RegExp(`Verify the files: ::error title=${sentence.source}`)],
  because,
  run: async (scene) => {
    const stage = await scene.freshStage();
    const source = stage.machine.folder('attacker');
    cpSync(scene.assembly.package, source, { recursive: true });
    writeFileSync(
      join(source, 'pyproject.toml'),
      '[build-system]\nrequires = []\nbuild-backend = "attacker"\nbackend-path = ["."]\n',
    );
    writeFileSync(join(source, 'attacker.py'), backend(version, attack));
    const result = await scene.run(stage, ORDERS, TAG, { source, until: 'publish/verify' });
    passed(result, 'build');
    passed(result, 'verify');
  },
});

const VERSION_DIFFERS = /Tag and version differ::The tag is v1\.2\.3, and the version in \S+ is 99\.0\.0\./;

const CASES: readonly Case[] = [
  builds(
    'a build tells all later steps to run its own bash',
    VERSION_DIFFERS,
    'what it writes to GITHUB_ENV ends with its job',
    'program(f"{work}/hook", "exit() { builtin exit 0; }; python() { :; }\\n")\ntell("GITHUB_ENV", f"BASH_ENV={work}/hook")',
  ),
  builds(
    'a build puts its own programs first on the path',
    VERSION_DIFFERS,
    'what it writes to GITHUB_PATH ends with its job',
    'for name in ("python", "python3", "twine", "sha256sum"): program(f"{work}/bin/{name}")\ntell("GITHUB_PATH", f"{work}/bin")',
  ),
  builds(
    'a build leaves a python and modules of its own in the working directory',
    VERSION_DIFFERS,
    'the files are looked at on another machine, by a Python that is isolated from its folder',
    'program(f"{work}/python")\nfor name in ("sitecustomize", "packaging", "twine"): program(f"{work}/{name}.py", "raise SystemExit(0)")\ntell("GITHUB_ENV", f"PYTHONPATH={work}")',
  ),
  builds(
    'a build leaves a file that is called like an option',
    /Neither wheel nor sdist::dist\/ has --skip-existing\.whl, and/,
    'no name reaches a program before it is known to be that of a wheel or an sdist',
    'program(f"{directory}/--skip-existing.whl")',
    '1.2.3',
  ),
  handsOn(
    'a build hands on a package of another name',
    /Not one of the packages::requests-1\.2\.3-py3-none-any\.whl is of the package requests, and/,
    'packages are named in the app',
    { name: 'requests' },
  ),
  handsOn('a build hands on another version than the tag', VERSION_DIFFERS, 'the tag says it', {
    version: '99.0.0',
  }),
  handsOn(
    'a build hands on two versions, both of which are the tag',
    /More than one version::/,
    'an index has 1.2.3 and 1.2.3.0 beside each other',
    {},
    { version: '1.2.3.0' },
  ),
  handsOn(
    'a build hands on a wheel whose name says nothing of what it is',
    /Name and metadata differ::/,
    'an index goes by the metadata, and people by the name',
    { name: 'requests', as: 'acme_orders_sdk-1.2.3-py3-none-any.whl' },
  ),
  handsOn(
    'a build hands on a wheel with a file that its RECORD does not list',
    /RECORD is wrong::\S+ has acme\/evil\.py, which its RECORD does not list\./,
    'who audits a wheel goes by its RECORD',
    { unlisted: [{ path: 'acme/evil.py', content: '' }] },
  ),
  handsOn(
    'a build hands on a wheel that writes elsewhere',
    /Unsafe archive::\S+ has the entry \.\.\/evil\.py, which is no plain path below its folder\./,
    'not every tool that unpacks it looks',
    { unlisted: [{ path: '../evil.py', content: '' }] },
  ),
];

const twice: Case = {
  says: 'a caller calls the workflow twice in one run',
  expect: 'allowed',
  because: 'each call names its artifacts for itself, and takes its own by their ids',
  run: async (scene) => {
    const { text } = scene.assembly.caller;
    const [, call = ''] = /^jobs:\n {2}publish:\n([\s\S]*)$/m.exec(text) ?? [];
    const both = text.replace(/^jobs:\n/m, `jobs:\n  again:\n${call}`);
    const stage = await scene.freshStage();
    const earlier = await scene.built();
    const result = await scene.run(stage, ORDERS, TAG, { text: both, earlier, until: 'again/publish' });
    for (const id of ['build', 'verify', 'publish']) passed(result, id, 'again');
  },
};

/** What a build can try and a caller can ask, with the real programs. */
export const REAL_VERIFY_CASES = [...CASES, twice].map((one): Case => ({ ...one, slow: true }));
