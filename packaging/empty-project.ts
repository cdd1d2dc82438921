import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** A folder outside of the checkout, where Node.js finds nothing but what is installed into it. */
export class EmptyProject {
  public readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'packed-')));

  constructor() {
    this.write('package.json', { private: true });
  }

  public install(packages: string[]): void {
    // `npm run` tells its children the folder of the checkout, so this one is named.
    this.run('npm', ['install', '--prefix', this.folder, '--no-audit', '--no-fund', ...packages]);
  }

  public pathOf(name: string): string {
    return join(this.folder, 'node_modules', name);
  }

  public versionOf(name: string): string {
    return JSON.parse(readFileSync(join(this.pathOf(name), 'package.json'), 'utf8')).version;
  }

  /** Compiles a file for `require` and for `import`, and gives the files that TypeScript read. */
  public compile(source: string): string[] {
    for (const extension of ['cts', 'mts']) copyFileSync(source, join(this.folder, `consumer.${extension}`));
    this.write('tsconfig.json', {
      compilerOptions: {
        strict: true,
        skipLibCheck: false,
        module: 'nodenext',
        target: 'es2022',
        lib: ['es2022', 'esnext.disposable'], // aws-cdk-lib names Disposable since some version after the floor
        types: [],
        listFiles: true,
      },
      files: ['consumer.cts', 'consumer.mts'],
    });
    const lines = this.node([require.resolve('typescript/bin/tsc'), '-p', this.folder]).split('\n');
    return lines.filter((line) => isAbsolute(line));
  }

  /** Runs a file as the CDK CLI does, and gives the template that it writes. */
  public synthesize(script: string): Record<string, unknown> {
    const outdir = join(this.folder, `${script}.out`);
    this.node([script], { CDK_OUTDIR: outdir });
    const [template, ...others] = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));
    if (!template || others.length) throw new Error(`${script} writes no template, or more than one`);
    return JSON.parse(readFileSync(join(outdir, template), 'utf8'));
  }

  /** Runs Node.js in the folder, and gives what it prints. */
  public node(args: string[], env: Record<string, string> = {}): string {
    return this.run(process.execPath, args, env);
  }

  /** Runs a program of a package that is installed. */
  public npx(program: string, ...args: string[]): string {
    return this.run('npm', ['exec', '--prefix', this.folder, '--no', '--', program, ...args]);
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private write(file: string, content: object): void {
    writeFileSync(join(this.folder, file), JSON.stringify(content));
  }

  private run(command: string, args: string[], env: Record<string, string> = {}): string {
    const { status, error, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 1 << 28,
    });
    if (status !== 0) {
      const output = error
        ? [error.message]
        : `${stdout}${stderr}`.split('\n').filter((line) => !existsSync(line));
      throw new Error([[command, ...args].join(' '), ...output].join('\n'));
    }
    return stdout;
  }
}
