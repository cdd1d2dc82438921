import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE, TARBALL } from '../../packaging/release';
import { ROOT } from '../python/environment';
import { run } from './run';

const SOURCES = join(ROOT, 'tools', 'versions');

/** What the lock beside this file names, installed once into a folder that Git ignores. */
export function installed(tell: (text: string) => void): string {
  const lock = join(SOURCES, 'package-lock.json');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex').slice(0, 12);
  const folder = join(ROOT, '.compat', hash);
  const modules = join(folder, 'node_modules');
  // npm writes this last, so an installation that broke off is none.
  if (existsSync(join(modules, '.package-lock.json'))) return modules;
  tell('npm ci of tools/versions: three Node.js and the newest CDK, 800 MB, once');
  rmSync(join(ROOT, '.compat'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(SOURCES, file), join(folder, file));
  run('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  return modules;
}

/** The program of a major version of Node.js. */
export function nodeProgram(modules: string, major: string): string {
  const program = join(modules, `node-${major}-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(program)) return program;
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  throw new Error(
    `tools/versions/package.json has no Node.js ${major} for ${process.platform}-${process.arch}`,
  );
}

export function versionOf(modules: string, name: string): string {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
}

/** A folder outside of the checkout, in which the tarball of a release stands beside one version of its peers. */
export class Project {
  public readonly folder = mkdtempSync(join(tmpdir(), 'versions-'));

  public constructor(
    public readonly cdk: string,
    peers: string,
  ) {
    const modules = join(this.folder, 'node_modules');
    const own = join(modules, PACKAGE);
    mkdirSync(own, { recursive: true });
    run('tar', ['-xzf', TARBALL, '-C', own, '--strip-components', '1']);
    for (const peer of ['aws-cdk-lib', 'constructs']) symlinkSync(join(peers, peer), join(modules, peer));
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
