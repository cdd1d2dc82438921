import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** By path: another Python or AWS CLI may come first on PATH, and Debian's are the ones that are meant. */
export const PYTHON = '/usr/bin/python3';
export const AWS = '/usr/bin/aws';
export const BASH = '/bin/bash';
export const DEBIAN_MODULES = '/usr/lib/python3/dist-packages';
const DEBIAN_WHEELS = '/usr/share/python-wheels';

export interface Missing {
  readonly what: string;
  /** Debian package that brings it. */
  readonly install: string;
}

/** What this machine lacks for a rehearsal. */
export function missingTools(exists: (path: string) => boolean = existsSync): Missing[] {
  const wheels = exists(DEBIAN_WHEELS) && !!debianWheel('pip') && !!debianWheel('setuptools');
  const wanted: [boolean, string, string][] = [
    [exists(BASH), BASH, 'bash'],
    [exists(PYTHON), PYTHON, 'python3'],
    [exists(AWS), AWS, 'awscli'],
    [exists(`${DEBIAN_MODULES}/twine`), 'the Python module twine', 'twine'],
    [exists(`${DEBIAN_MODULES}/build`), 'the Python module build', 'python3-build'],
    [wheels, 'pip and setuptools for python3 -m venv', 'python3-venv'],
  ];
  return wanted.filter(([present]) => !present).map(([, what, install]) => ({ what, install }));
}

/** Path of a wheel that Debian ships for `python3 -m venv`. */
export function debianWheel(name: string): string | undefined {
  if (!existsSync(DEBIAN_WHEELS)) return undefined;
  const file = readdirSync(DEBIAN_WHEELS).find((candidate) => candidate.startsWith(`${name}-`));
  return file && `${DEBIAN_WHEELS}/${file}`;
}

/** pip reads this file whatever HOME is; these settings in it would lead a rehearsal out of the loopback. */
export function disturbingPipConfig(path = '/etc/pip.conf'): string | undefined {
  if (!existsSync(path)) return undefined;
  const line = /^\s*(extra-index-url|find-links|no-index|proxy)\s*=.*$/m.exec(readFileSync(path, 'utf8'));
  return line ? `${path} sets ${line[1]}` : undefined;
}

export interface DebianModule {
  readonly version: string;
  /** Text of its `entry_points.txt`. */
  readonly entryPoints: string;
}

/** Version and entry points of Debian's Python modules. */
export function debianModules(...names: string[]): DebianModule[] {
  const code = [
    'import importlib.metadata as m, json, sys',
    'found = [m.distribution(name) for name in sys.argv[1:]]',
    'print(json.dumps([{"version": d.version, "entryPoints": d.read_text("entry_points.txt") or ""} for d in found]))',
  ];
  return JSON.parse(execFileSync(PYTHON, ['-c', code.join('\n'), ...names], { encoding: 'utf8', cwd: '/' }));
}
