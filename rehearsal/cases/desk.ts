import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from '../aws/cloud';
import { type Finished, run } from '../python/process';
import { BASH } from '../python/tools';
import type { Stage } from '../stage';
import { type Door, Refused } from './door';
import { EXAMPLE } from './example';

/** Somebody's computer: the AWS CLI with that person's session, and a Python with pip. */
export class Desk {
  public readonly home: string;
  private readonly env: Record<string, string>;

  public constructor(
    private readonly stage: Stage,
    identity?: Identity,
  ) {
    const { machine, cloud } = stage;
    this.home = machine.folder('desk');
    this.env = machine.environment(this.home, machine.python(`${this.home}/python`));
    if (identity) {
      const { accessKeyId, secretAccessKey, sessionToken } = cloud.signIn(identity);
      Object.assign(this.env, {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
        AWS_DEFAULT_REGION: EXAMPLE.region,
      });
    }
  }

  /** Runs a line of bash; where it fails, its output is what the person sees. */
  public async sh(door: Door, script: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const options = { cwd: this.home, env: { ...this.env, ...env } };
    const { code, output }: Finished = await run(BASH, ['-eo', 'pipefail', '-c', script], options);
    if (code !== 0) throw new Refused(door, output.trim());
    return output;
  }

  public save({ filename, content }: { readonly filename: string; readonly content: Buffer }): string {
    writeFileSync(join(this.home, filename), content);
    return filename;
  }

  public login(tool: 'pip' | 'twine'): Promise<string> {
    const { domain, account, repository } = EXAMPLE;
    const where = `--domain ${domain} --domain-owner ${account} --repository ${repository}`;
    return this.sh('CodeArtifact', `aws codeartifact login --tool ${tool} ${where}`);
  }

  /** Installs what is named, and says which file names pip took. */
  public async install(what: string): Promise<string> {
    return this.sh('pip', `pip install --no-input ${what}`);
  }

  public python(code: string): Promise<string> {
    return this.sh('pip', `python -c '${code}'`);
  }

  /** Takes away what the person had. */
  public close(): Promise<void> {
    return rm(this.home, { recursive: true, force: true });
  }

  public get repositoryUrl(): string {
    return `${this.stage.pypiUrl}/pypi/d/${EXAMPLE.domain}-${EXAMPLE.account}/${EXAMPLE.repository}/`;
  }
}
