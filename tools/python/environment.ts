import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { message } from './missing.json';

/** The project's folder, whether this file runs by itself or inside of a bundle. */
function rootOf(folder: string): string {
  return existsSync(join(folder, 'tools', 'python', 'tools.lock')) ? folder : rootOf(dirname(folder));
}

/** The project's folder. */
export const ROOT = rootOf(__dirname);

/** Where the inputs and the locks are. */
export const SOURCES = join(ROOT, 'tools', 'python');

/** Where the environments are made. Git does not see it. */
export const CACHE = join(ROOT, '.python');

/** Holds why the last `npm run tools:install` failed, for the tests that come after it. */
export const PROBLEM = 'problem.txt';

/** A Python environment with what one lock names, in a folder named after the lock's own hash. */
export class PythonEnvironment {
  public readonly lock: string;

  public constructor(
    public readonly name: string,
    sources = SOURCES,
    private readonly cache = CACHE,
  ) {
    this.lock = join(sources, `${name}.lock`);
  }

  public get folder(): string {
    const hash = createHash('sha256').update(readFileSync(this.lock)).digest('hex');
    return join(this.cache, `${this.name}-${hash.slice(0, 12)}`);
  }

  /** Written last, so an environment that broke off is none. */
  public get marker(): string {
    return join(this.folder, 'complete');
  }

  /** The locked wheels, as the index gave them. */
  public get wheels(): string {
    return join(this.folder, 'wheels');
  }

  public get isComplete(): boolean {
    return existsSync(this.marker);
  }

  /** Path of a program of this environment. */
  public program(name: string): string {
    const path = join(this.folder, 'bin', name);
    if (!this.isComplete) throw new Error(this.missing(`there is no ${name}`));
    if (!existsSync(path)) throw new Error(this.missing(`${name} is not in ${this.name}.lock`));
    return path;
  }

  /** Path of the locked wheel of a package, whose name is written as in file names. */
  public wheel(name: string): string {
    const file = this.isComplete && readdirSync(this.wheels).find((wheel) => wheel.startsWith(`${name}-`));
    if (!file) throw new Error(this.missing(`there is no wheel of ${name}`));
    return join(this.wheels, file);
  }

  private missing(what: string): string {
    const file = join(this.cache, PROBLEM);
    const problem = existsSync(file) ? `\n${readFileSync(file, 'utf8').trim()}` : '';
    return `${message}: ${what}. Run: npm run tools:install${problem}`;
  }
}

/** Build backends, twine, pip, uv and the judges of workflows and templates. */
export const TOOLS = new PythonEnvironment('tools');

/** The AWS CLI, version 1. */
export const AWS_CLI = new PythonEnvironment('aws-cli');

/** checkov and parliament, which only `npm run judges` runs: they are large. */
export const JUDGES = new PythonEnvironment('judges');

/** The oldest CDK that is promised, for Python, and what a Python project of it is tested with: `npm run languages`. */
export const CONSUMER = new PythonEnvironment('consumer');

/** What `npm test` needs. */
export const ENVIRONMENTS: readonly PythonEnvironment[] = [TOOLS, AWS_CLI];

/** Whatever has a lock. */
export const ALL_ENVIRONMENTS: readonly PythonEnvironment[] = [...ENVIRONMENTS, JUDGES, CONSUMER];
