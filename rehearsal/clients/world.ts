import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Identity } from '../aws/cloud';
import { assume, bearer, distribution, publishFile, repositoryUrl } from '../cases/clients';
import { Desk } from '../cases/desk';
import { Refused } from '../cases/door';
import { EXAMPLE, ORDERS, TAG } from '../cases/example';
import type { Scene } from '../cases/scene';
import { wheel } from '../python/wheel';
import { type Certificate, makeCertificate } from './certificate';
import { Internet } from './internet';

const { account, domain, region, repository } = EXAMPLE;
const { name, version } = EXAMPLE.package;

export interface Work {
  readonly script: string;
  /** Whose credentials of AWS the desk has. */
  readonly who?: Identity;
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: readonly { readonly filename: string; readonly content: Buffer }[];
}

/** What no client may do, whatever else comes of it. */
export class AskedElsewhere extends Error {
  public constructor(hosts: readonly string[]) {
    super(`asked elsewhere: ${[...new Set(hosts)].join(', ')}`);
  }
}

/** The deployed example with packages in it, and what all clients share. */
export class World {
  public static async open(scene: Scene, awsCli2 = ''): Promise<World> {
    const { stage, backdrop } = scene;
    const { identity } = await scene.publishJob(ORDERS, TAG);
    const publisher = await bearer(stage, await assume(stage, identity));
    const app = wheel({
      name: 'acme-app',
      version: '1.0.0',
      files: [{ path: 'acme_app.py', content: 'def main(): pass\n' }],
      requires: [name, 'public-tool'],
      entryPoints: '[console_scripts]\nacme-app = acme_app:main\n',
    });
    await publishFile(stage, publisher, distribution(name, version));
    await publishFile(stage, publisher, { name: 'acme-app', version: '1.0.0', ...app });
    const folder = join(backdrop.folder, 'certificate');
    mkdirSync(folder);
    const host = `${domain}-${account}.d.codeartifact.${region}.amazonaws.com`;
    return new World(scene, publisher, makeCertificate([host], folder), awsCli2);
  }

  private readonly closing: Promise<void>[] = [];

  private constructor(
    public readonly scene: Scene,
    /** A token of the publish role. */
    public readonly publisher: string,
    private readonly certificate: Certificate,
    /** Path of the AWS CLI, version 2. */
    public readonly awsCli2: string,
  ) {}

  /** The index at its real address. */
  public get realIndex(): string {
    return `https://${this.certificate.hosts[0]}/pypi/${repository}/simple/`;
  }

  public tokenOf(identity: Identity): string {
    const { cloud } = this.scene.stage;
    const domainArn = cloud.domain(domain, account).arn;
    return cloud.addToken({ ...identity, domainArn, expires: cloud.now() + 43_200_000 });
  }

  /**
   * Runs bash at a desk of its own. All https goes through a proxy behind which there is CodeArtifact and nothing
   * else, so whoever asks another index is found out.
   */
  public async run(work: Work): Promise<void> {
    const index = repositoryUrl(this.scene.stage);
    const internet = new Internet(this.certificate, (path) => path.replace(/^\/pypi\/[^/]+\//, index));
    const outcome = await this.sit(work, index, internet).catch((error: unknown) => error);
    const { elsewhere } = internet;
    if (elsewhere.length) throw new AskedElsewhere(elsewhere);
    if (outcome) throw outcome;
  }

  private async sit(
    { script, who, token = '', env = {}, files = [] }: Work,
    index: string,
    internet: Internet,
  ): Promise<void> {
    const { stage } = this.scene;
    const { authority } = this.certificate;
    const desk = new Desk(stage, who);
    for (const file of files) desk.save(file);
    try {
      await desk.sh('client', `export UV_PYTHON=$(command -v python)\n${script}`, {
        ...SETTINGS,
        https_proxy: await internet.open(),
        PIP_CERT: authority,
        SSL_CERT_FILE: authority,
        REQUESTS_CA_BUNDLE: authority,
        CODEARTIFACT: stage.machine.endpoints.codeartifact,
        TOKEN: token,
        REPOSITORY_URL: index,
        INDEX_URL: `${index}simple/`,
        AUTHENTICATED_URL: `${index}simple/`.replace('//', `//aws:${token}@`),
        ...env,
      });
    } finally {
      internet.close();
      this.closing.push(desk.close());
    }
  }

  /** The same, and where the client fails, what it was refused, which most of them keep to themselves. */
  public async runAs(who: Identity, work: Work): Promise<void> {
    const { cloud } = this.scene.stage;
    try {
      await this.run(work);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const refused = cloud.log
        .filter((entry) => !entry.decision.allowed && entry.who === who.principal.sessionArn)
        .map(({ action }) => `not authorized to perform: ${action}`);
      throw new Refused('client', [error.message, ...new Set(refused)].join('\n'));
    }
  }

  public async close(): Promise<void> {
    await Promise.all(this.closing);
  }
}

/** So that clients do what they are told to and nothing beside it. */
export const SETTINGS = {
  UV_PYTHON_DOWNLOADS: 'never',
  UV_NO_PROGRESS: '1',
  POETRY_VIRTUALENVS_IN_PROJECT: 'true',
  POETRY_NO_INTERACTION: '1',
  PDM_CHECK_UPDATE: 'false',
};
