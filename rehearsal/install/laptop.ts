import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distribution, publishFile, repositoryUrl } from '../cases/clients';
import { Desk } from '../cases/desk';
import { Refused } from '../cases/door';
import { EXAMPLE } from '../cases/example';
import { ORGANIZATIONS, person } from '../cases/people';
import { file } from '../clients/bash';
import { type Certificate, makeCertificate } from '../clients/certificate';
import { Internet } from '../clients/internet';
import { AskedElsewhere, SETTINGS } from '../clients/world';
import { wheel } from '../python/wheel';
import { type Backdrop, deploy, Stage } from '../stage';
import type { InstallSetup } from './app';

const { account, domain, region } = EXAMPLE;

/** The hosts that a laptop reaches: the index, the API of AWS for it, and public PyPI. */
const INDEX_HOST = `${domain}-${account}.d.codeartifact.${region}.amazonaws.com`;
const API_HOST = `codeartifact.${region}.amazonaws.com`;
const PUBLIC_HOST = 'pypi.org';

export interface LaptopWork {
  readonly script: string;
  /** Whether a token may be left in a file. */
  readonly keepsToken?: boolean;
}

/** Laptops of a member of the organization: signed in to AWS by a profile, and with what the internet has for them. */
export class Laptops {
  public static async open(backdrop: Backdrop, setup: InstallSetup): Promise<Laptops> {
    const resolved = deploy(setup.template, { account, region, stackName: 'PythonArtifacts' });
    const stage = await Stage.open(backdrop, resolved, region, ORGANIZATIONS);
    const certificate = makeCertificate(
      [INDEX_HOST, API_HOST, PUBLIC_HOST],
      stage.machine.folder('certificate'),
    );
    const laptops = new Laptops(backdrop, stage, certificate);
    await laptops.publish();
    return laptops;
  }

  private constructor(
    private readonly backdrop: Backdrop,
    public readonly stage: Stage,
    private readonly certificate: Certificate,
  ) {}

  /** Runs bash on a new laptop; refused where it fails, and where it leaves a token behind. */
  public async run({ script, keepsToken = false }: LaptopWork): Promise<string> {
    const internet = new Internet(this.certificate, (path, host) => this.origin(path, host));
    const { machine, cloud } = this.stage;
    const { authority } = this.certificate;
    const desk = new Desk(this.stage, person('222222222222', 'install'));
    try {
      const output = await desk.sh('client', `${PROFILE}\n${script}`, {
        ...SETTINGS,
        PYTHON_KEYRING_BACKEND: 'keyrings.codeartifact.CodeArtifactBackend',
        AWS_ENDPOINT_URL_CODEARTIFACT: machine.endpoints.codeartifact,
        https_proxy: await internet.open(),
        no_proxy: '127.0.0.1',
        PIP_CERT: authority,
        SSL_CERT_FILE: authority,
        REQUESTS_CA_BUNDLE: authority,
      });
      if (internet.elsewhere.length) throw new AskedElsewhere(internet.elsewhere);
      if (!keepsToken)
        searchFor(
          desk.home,
          cloud.secrets.filter((one) => one.startsWith('eyJ')),
        );
      return output;
    } finally {
      internet.close();
      await desk.close();
    }
  }

  public close(): Promise<void> {
    return this.stage.close();
  }

  private origin(path: string, host: string): string {
    const { machine, pypiUrl } = this.stage;
    if (host === API_HOST) return machine.endpoints.codeartifact + path;
    if (host === PUBLIC_HOST) return this.backdrop.pypi.url + path;
    return `${pypiUrl}${path.replace(/^\/pypi\/[^/]+\//, new URL(repositoryUrl(this.stage)).pathname)}`;
  }

  /** An internal package, and a program that needs it and a public one. */
  private async publish(): Promise<void> {
    const { cloud } = this.stage;
    const { name, version } = EXAMPLE.package;
    const { arn } = cloud.domain(domain, account);
    const expires = cloud.now() + 900_000;
    const token = cloud.addToken({ ...person(account, 'everything'), domainArn: arn, expires });
    const files = [{ path: 'acme_app.py', content: 'def main(): pass\n' }];
    const entryPoints = '[console_scripts]\nacme-app = acme_app:main\n';
    const app = wheel({
      name: 'acme-app',
      version: '1.0.0',
      files,
      requires: [name, 'public-tool'],
      entryPoints,
    });
    await publishFile(this.stage, token, distribution(name, version));
    await publishFile(this.stage, token, { name: 'acme-app', version: '1.0.0', ...app });
  }
}

/**
 * The credentials that IAM Identity Center would give to the profile stand in it, and signing in is played by a program
 * that lets everything else through.
 */
const PROFILE = [
  'mkdir -p ~/.aws ~/programs ~/.config/pip ~/.config/uv',
  file(
    '~/.aws/config',
    `[profile acme]
region = ${region}
aws_access_key_id = $AWS_ACCESS_KEY_ID
aws_secret_access_key = $AWS_SECRET_ACCESS_KEY
aws_session_token = $AWS_SESSION_TOKEN`,
  ),
  'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_DEFAULT_REGION',
  'real_aws=$(command -v aws)',
  file('~/programs/aws', '#!/bin/sh\ntest "\\$1" = sso || exec $real_aws "\\$@"'),
  'chmod +x ~/programs/aws',
  'export PATH=~/programs:$PATH',
].join('\n');

function searchFor(home: string, tokens: readonly string[]): void {
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const text = readFileSync(path, 'latin1');
    if (tokens.some((token) => text.includes(token)))
      throw new Refused('client', `a token stands in ${path.slice(home.length + 1)}`);
  }
}
