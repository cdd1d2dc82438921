import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { wheel } from '../../rehearsal/python/wheel';
import { PythonEnvironment } from './environment';
import { findPython } from './interpreter';
import { makeEnvironment, works } from './make';

const folder = mkdtempSync(join(tmpdir(), 'make-'));
const before = { ...process.env };
const built = wheel({ name: 'acme-x', version: '1.0', files: [{ path: 'acme_x.py', content: 'X = 1\n' }] });

beforeAll(() => {
  writeFileSync(join(folder, built.filename), built.content);
  // As a machine is set up that has an index of its own, and as one is that disturbs.
  process.env.PIP_NO_INDEX = '1';
  process.env.PIP_FIND_LINKS = folder;
  process.env.PIP_TARGET = join(folder, 'elsewhere');
  process.env.PYTHONPATH = folder;
  writeFileSync(join(folder, 'venv.py'), 'raise SystemExit("disturbed")');
});
afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true });
});

function locked(name: string, ...hashes: string[]): PythonEnvironment {
  const lines = ['acme-x==1.0', ...hashes.map((hash) => `    --hash=sha256:${hash}`)];
  writeFileSync(join(folder, `${name}.lock`), lines.join(' \\\n'));
  return new PythonEnvironment(name, folder, folder);
}

it('makes an environment of what the lock names, from the index of the machine', async () => {
  const environment = locked('good', createHash('sha256').update(built.content).digest('hex'));
  const told: string[] = [];
  await makeEnvironment(environment, findPython(), (text) => told.push(text));
  expect(works(environment)).toBe(true);
  expect(readdirSync(environment.wheels)).toEqual([built.filename]);
  const code = 'import acme_x, sys; print(acme_x.X, acme_x.__file__.startswith(sys.prefix))';
  const output = execFileSync(environment.program('python'), ['-Ic', code], { encoding: 'utf8' });
  expect(output).toBe('1 True\n');
  expect(told).toEqual([`good: up to 1 packages, by ${findPython()}`, 'good: installing 1 wheels']);

  const moved = new PythonEnvironment('good', folder, join(folder, 'moved'));
  mkdirSync(dirname(moved.folder));
  renameSync(environment.folder, moved.folder);
  expect(moved.isComplete).toBe(true);
  expect(works(moved)).toBe(false);
});

it('makes none of a file with another hash', async () => {
  const environment = locked('bad', '0'.repeat(64));
  await expect(makeEnvironment(environment, findPython(), () => {})).rejects.toThrow(
    /DO NOT MATCH THE HASHES/,
  );
  expect(existsSync(environment.marker)).toBe(false);
});

it('makes none of a lock that lacks a hash', async () => {
  const environment = locked('open');
  await expect(makeEnvironment(environment, findPython(), () => {})).rejects.toThrow(/Hashes are required/);
  expect(existsSync(environment.marker)).toBe(false);
});
