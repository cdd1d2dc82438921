import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROBLEM, PythonEnvironment, TOOLS } from './environment';
import { works } from './make';

let folder: string;
let environment: PythonEnvironment;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-'));
  writeFileSync(join(folder, 'x.lock'), 'x==1\n');
  environment = new PythonEnvironment('x', folder, join(folder, 'cache'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Plays that the environment was made, with one program in it. */
function make(program: string, script = ''): void {
  const path = join(environment.folder, 'bin', program);
  mkdirSync(join(environment.folder, 'bin'), { recursive: true });
  mkdirSync(environment.wheels, { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}`);
  chmodSync(path, 0o755);
  writeFileSync(join(environment.folder, 'bin', 'activate'), `VIRTUAL_ENV="${environment.folder}"\n`);
  writeFileSync(environment.marker, '');
}

it('stands in a folder of its own for each content of the lock', () => {
  const before = environment.folder;
  expect(before).toMatch(/cache\/x-[0-9a-f]{12}$/);
  writeFileSync(environment.lock, 'x==2\n');
  expect(environment.folder).not.toBe(before);
  writeFileSync(environment.lock, 'x==1\n');
  expect(environment.folder).toBe(before);
});

it('gives the paths of its programs and wheels', () => {
  make('twine');
  writeFileSync(join(environment.wheels, 'setuptools_scm-1-py3-none-any.whl'), '');
  writeFileSync(join(environment.wheels, 'setuptools-2-py3-none-any.whl'), '');
  expect(environment.program('twine')).toBe(`${environment.folder}/bin/twine`);
  expect(environment.wheel('setuptools')).toBe(`${environment.wheels}/setuptools-2-py3-none-any.whl`);
});

describe('what is missing is named, with what to do', () => {
  const message = (what: string) =>
    `The Python tools of the tests are missing: ${what}. Run: npm run tools:install`;

  it('where nothing was made', () => {
    expect(() => environment.program('twine')).toThrow(new Error(message('there is no twine')));
    expect(() => environment.wheel('pip')).toThrow(new Error(message('there is no wheel of pip')));
  });

  it('where making it failed, with the reason', () => {
    mkdirSync(join(folder, 'cache'));
    writeFileSync(join(folder, 'cache', PROBLEM), 'no Python\n');
    expect(() => environment.program('twine')).toThrow(
      new Error(`${message('there is no twine')}\nno Python`),
    );
  });

  it('where making it broke off', () => {
    make('twine');
    rmSync(environment.marker);
    expect(() => environment.program('twine')).toThrow(new Error(message('there is no twine')));
  });

  it('where the lock does not have it', () => {
    make('twine');
    expect(() => environment.program('aws')).toThrow(new Error(message('aws is not in x.lock')));
    expect(() => environment.wheel('pip')).toThrow(new Error(message('there is no wheel of pip')));
  });
});

it('works no more where the Python of the machine went away or became another one', () => {
  expect(works(environment)).toBe(false);
  make('python', 'echo True');
  expect(works(environment)).toBe(true);
  make('python', 'echo False');
  expect(works(environment)).toBe(false);
  rmSync(join(environment.folder, 'bin', 'python'));
  expect(works(environment)).toBe(false);
});

it('of the tests is there, and has what they run', () => {
  expect(works(TOOLS)).toBe(true);
  for (const name of ['python', 'shellcheck', 'actionlint', 'zizmor', 'cfn-lint', 'twine', 'uv'])
    expect(TOOLS.program(name)).toContain(`/bin/${name}`);
});
