import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { distribution, publishFile, repositoryUrl } from '../cases/clients';
import { Refused } from '../cases/door';
import { EXAMPLE } from '../cases/example';
import { person } from '../cases/people';
import { type Certificate, makeCertificate } from '../clients/certificate';
import { Internet } from '../clients/internet';
import { AskedElsewhere, SETTINGS } from '../clients/world';
import type { RunEvent } from '../github/repository';
import { wheel } from '../python/wheel';
import { readPairs } from '../runner/commands';
import type { JobResult } from '../runner/job';
import { runWorkflow } from '../runner/run';
import type { Permissions, Step } from '../runner/workflow';
import { type Backdrop, deploy, Stage } from '../stage';
import { type ReaderFiles, type ReadersSetup, SHOP } from './app';

const { account, domain, region, repository } = EXAMPLE;
const { name, version } = EXAMPLE.package;

/** The hosts that a job reaches: the index, the API of AWS for it, and public PyPI. */
const INDEX_HOST = `${domain}-${account}.d.codeartifact.${region}.amazonaws.com`;
const API_HOST = `codeartifact.${region}.amazonaws.com`;
const PUBLIC_HOST = 'pypi.org';

export const certificateIn = (folder: string) => makeCertificate([INDEX_HOST, API_HOST, PUBLIC_HOST], folder);
const NO_HOST: Certificate = { hosts: [], authority: '' };

export const INDEX_URL = `https://${INDEX_HOST}/pypi/${repository}/simple/`;

/** A job that uses the action of a reader, with one script behind it. */
export interface Work {
  readonly reader: ReaderFiles;
  readonly script?: string;
  readonly event?: RunEvent;
  readonly permissions?: Permissions;
  /** Steps in the place of those of the snippet. */
  readonly steps?: readonly Step[];
  readonly vars?: Readonly<Record<string, string>>;
  /** The programs of a job container; those of GitHub's image otherwise. */
  readonly path?: string;
}

/** The deployed readers, with packages in the repository and look-alikes of them on public PyPI. */
export class ReaderWorld {
  /** Without a certificate, jobs reach no host by https. */
  public static async open(
    backdrop: Backdrop,
    setup: ReadersSetup,
    certificate?: Certificate,
  ): Promise<ReaderWorld> {
    const resolved = deploy(setup.template, { account, region, stackName: 'PythonArtifacts' });
    const stage = await Stage.open(backdrop, resolved, region, {});
    const world = new ReaderWorld(backdrop, stage, setup, certificate ?? NO_HOST);
    await world.publish();
    return world;
  }

  private constructor(
    public readonly backdrop: Backdrop,
    public readonly stage: Stage,
    public readonly setup: ReadersSetup,
    private readonly certificate: Certificate,
    /** What jobs left, a few thousand files each, goes at once. */
    private readonly tidying: Promise<void>[] = [],
  ) {}

  /** The same world where the files of the readers are others. */
  public with(setup: ReadersSetup): ReaderWorld {
    return new ReaderWorld(this.backdrop, this.stage, setup, this.certificate, this.tidying);
  }

  /** Runs the job; what it may not do, whatever else comes of it, is an error of its own. */
  public async run(work: Work): Promise<JobResult> {
    const internet = new Internet(this.certificate, (path, host) => this.origin(path, host));
    let job: JobResult | undefined;
    try {
      job = await this.job(work, await internet.open());
      const elsewhere = internet.elsewhere.filter((host) => !this.isIndexOutOfReach(host));
      if (elsewhere.length) throw new AskedElsewhere(elsewhere);
      this.searchForSecrets(job);
      if (job.result === 'failure') throw new Refused('job', job.log.text);
      return job;
    } finally {
      internet.close();
      if (job?.workspace) this.tidying.push(rm(dirname(job.workspace), { recursive: true, force: true }));
    }
  }

  /** Each job asks its index once, and goes on where that can't be reached. */
  private isIndexOutOfReach(host: string): boolean {
    return this.certificate === NO_HOST && host === `${INDEX_HOST}:443`;
  }

  public async close(): Promise<void> {
    await Promise.all(this.tidying);
    await this.stage.close();
  }

  private async job(work: Work, proxy: string): Promise<JobResult> {
    const { machine, sts } = this.stage;
    const { reader, script = ':', event = PUSH, path, vars } = work;
    const { authority } = this.certificate;
    const source = machine.folder('shop');
    for (const [file, text] of Object.entries(reader.files)) {
      mkdirSync(dirname(join(source, file)), { recursive: true });
      writeFileSync(join(source, file), text);
    }
    const python = { uses: `actions/setup-python@${'0'.repeat(40)}`, with: { 'python-version': '3.13' } };
    const job = {
      'runs-on': 'ubuntu-24.04',
      permissions: work.permissions ?? reader.snippet.permissions,
      env: {
        ...SETTINGS,
        https_proxy: proxy,
        ...(authority && { PIP_CERT: authority, SSL_CERT_FILE: authority, REQUESTS_CA_BUNDLE: authority }),
        INDEX_URL,
        ...(path !== undefined && { PATH: path }),
      },
      steps: [...(work.steps ?? reader.snippet.steps), python, { name: 'Work', shell: 'bash', run: script }],
    };
    const text = JSON.stringify({ on: { push: null, pull_request: null }, jobs: { install: job } });
    const hosted = Object.values(this.setup.hosted.files)[0];
    const { jobs } = await runWorkflow(
      {
        machine,
        sts,
        issuer: this.backdrop.issuer,
        publicIndex: this.backdrop.pypi.simpleUrl,
        workflowFile: () => undefined,
        actionFile: (uses) =>
          uses === 'acme/platform/.github/actions/install-hosted@main' ? hosted : undefined,
      },
      { repository: SHOP, event, path: '.github/workflows/ci.yml', text, source, vars },
    );
    return jobs.install as JobResult;
  }

  /**
   * Of all that AWS handed out, nothing stands in a file but in the environment of the job, nothing in its log, and
   * there in no variable but those which have to have it. A log of PDM, which has the URL of a source, is gone with the
   * job.
   */
  private searchForSecrets({ workspace = '', log }: JobResult): void {
    const { secrets } = this.stage.cloud;
    const home = dirname(workspace);
    const found: string[] = [];
    if (secrets.some((secret) => log.text.includes(secret))) found.push('the log');
    for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      if (!entry.isFile() || file.startsWith(join(home, 'tmp', 'pdm-logs'))) continue;
      const text = readFileSync(file, 'latin1');
      const names = basename(file) === 'github_env' ? variablesWith(text, secrets) : [];
      const isIn = secrets.some((secret) => text.includes(secret) || text.includes(base64(secret)));
      if (basename(file) === 'github_env' ? names.length : isIn)
        found.push([file.slice(home.length + 1), ...names].join(' '));
    }
    if (found.length) throw new Refused('job', `a secret stands in ${found.join(', ')}`);
  }

  private origin(path: string, host: string): string {
    const { machine, pypiUrl } = this.stage;
    if (host === API_HOST) return machine.endpoints.codeartifact + path;
    if (host === PUBLIC_HOST) return this.backdrop.pypi.url + path;
    return `${pypiUrl}${path.replace(/^\/pypi\/[^/]+\//, `${new URL(repositoryUrl(this.stage)).pathname}`)}`;
  }

  /** An internal package, and a program that needs it and a public one. */
  private async publish(): Promise<void> {
    const { cloud } = this.stage;
    const { arn } = cloud.domain(domain, account);
    const expires = cloud.now() + 900_000;
    const token = cloud.addToken({ ...person(account, 'everything'), domainArn: arn, expires });
    const app = wheel({
      name: 'acme-app',
      version: '1.0.0',
      files: [{ path: 'acme_app.py', content: 'def main(): pass\n' }],
      requires: [name, 'public-tool'],
      entryPoints: '[console_scripts]\nacme-app = acme_app:main\n',
    });
    await publishFile(this.stage, token, distribution(name, version));
    await publishFile(this.stage, token, { name: 'acme-app', version: '1.0.0', ...app });
  }
}

const PUSH: RunEvent = { name: 'push', ref: 'refs/heads/main' };

/** Passwords are what a token is for; pip alone takes it in a URL. */
const MAY_HAVE_IT = /(^PIP_INDEX_URL|_PASSWORD)$/;

function variablesWith(text: string, secrets: readonly string[]): string[] {
  return Object.entries(readPairs(text))
    .filter(([variable, value]) => !MAY_HAVE_IT.test(variable) && secrets.some((one) => value.includes(one)))
    .map(([variable]) => variable);
}

const base64 = (token: string) => Buffer.from(`aws:${token}`).toString('base64');
