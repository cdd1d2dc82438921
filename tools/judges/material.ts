import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { ROOT } from '../python/environment';
import { templateFiles, workflowFiles } from './files';
import { setups } from './setups';

/** How many setups that nobody chose are judged beside what is committed. */
export const SETUPS = 20;

/** What is judged, in a folder of its own. Workflows stand as in a repository, where some judges look for them. */
export class Material {
  public readonly folder = mkdtempSync(join(tmpdir(), 'judges-'));
  public readonly workflows: string[] = [];
  public readonly templates: string[] = [];

  public constructor() {
    for (const path of workflowFiles()) this.workflow(join('committed', path), (to) => copyFrom(path, to));
    for (const path of templateFiles()) this.template(join('committed', path), (to) => copyFrom(path, to));
    this.templates.push(...this.example());
    for (const [index, { stack, files }] of setups(SETUPS).entries()) {
      const template = JSON.stringify(Template.fromStack(stack).toJSON(), undefined, 1);
      this.template(`setups/${index}/template.json`, (to) => writeFileSync(to, template));
      for (const [path, text] of Object.entries(files)) {
        if (path.endsWith('.yml')) this.workflow(`setups/${index}/${path}`, (to) => writeFileSync(to, text));
      }
    }
  }

  /** A file that is not among what is judged, in a folder by itself. */
  public aside(path: string, text: string): string {
    return this.put(path, (to) => writeFileSync(to, text));
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private workflow(path: string, write: (to: string) => void): void {
    const above = dirname(path).replace(/\/(\.github\/workflows|workflow-templates)$/, '');
    this.workflows.push(this.put(join('workflows', above, '.github/workflows', basename(path)), write));
  }

  private template(path: string, write: (to: string) => void): void {
    this.templates.push(this.put(join('templates', path), write));
  }

  private put(path: string, write: (to: string) => void): string {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    write(file);
    return file;
  }

  /** The example as the CDK CLI synthesizes it. Its workflow files are compared, not written. */
  private example(): string[] {
    const output = join(this.folder, 'templates', 'example');
    const programs = join(ROOT, 'node_modules', '.bin');
    execFileSync(join(programs, 'cdk'), ['synth', '--quiet', '--no-notices', '--output', output], {
      cwd: join(ROOT, 'examples'),
      env: {
        ...process.env,
        PATH: `${programs}${delimiter}${process.env.PATH}`,
        CI: 'true',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        CDK_DISABLE_VERSION_CHECK: '1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const file of readdirSync(output)) {
      if (!file.endsWith('.template.json')) rmSync(join(output, file), { recursive: true });
    }
    return readdirSync(output).map((file) => join(output, file));
  }
}

function copyFrom(path: string, to: string): void {
  copyFileSync(join(ROOT, path), to);
}
