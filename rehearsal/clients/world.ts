import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Identity } from '../aws/cloud';
import { assume, bearer, distribution, publishFile, repositoryUrl } from '../cases/clients';
import { Desk } from '../cases/desk';
import { EXAMPLE, ORDERS, TAG } from '../cases/example';
import { person } from '../cases/people';
import type { Scene } from '../cases/scene';
import { wheel } from '../python/wheel';
import { type Certificate, makeCertificate } from './certificate';
import { Internet } from './internet';

const { account, domain, region, repository } = EXAMPLE;
const { name, version } = EXAMPLE.package;

/** Somebody of the organization, and somebody of another one whose own policy allows everything. */
export const MEMBER = person('222222222222', 'install');
export const STRANGER = person('333333333333', 'everything');

/** The deployed example with packages in it, and what all clients share. */
export class World {
  public static async open(scene: Scene): Promise<World> {
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
    return new World(scene, publisher, makeCertificate(host, folder));
  }

  private constructor(
    public readonly scene: Scene,
    /** A token of the publish role. */
    public readonly publisher: string,
    private readonly certificate: Certificate,
  ) {}

  /** The index at its real address, which is behind the proxy. */
  public get realUrl(): string {
    return `https://${this.certificate.host}/pypi/${repository}/`;
  }

  public tokenOf(identity: Identity): string {
    const { cloud } = this.scene.stage;
    const domainArn = cloud.domain(domain, account).arn;
    return cloud.addToken({ ...identity, domainArn, expires: cloud.now() + 43_200_000 });
  }

  /**
   * Runs bash at a desk of its own, with a token in `$TOKEN`. All https goes through a proxy behind which there
   * is CodeArtifact and nothing else, so whoever asks another index fails, and is found out.
   */
  public async run(script: string, token: string, more: Readonly<Record<string, string>> = {}, who?: Identity) {
    const { stage } = this.scene;
    const index = repositoryUrl(stage);
    const desk = new Desk(stage, who);
    const internet = new Internet(this.certificate, (path) => path.replace(/^\/pypi\/[^/]+\//, index));
    const { authority } = this.certificate;
    try {
      const env = {
        ...SETTINGS,
        https_proxy: await internet.open(),
        PIP_CERT: authority,
        SSL_CERT_FILE: authority,
        REQUESTS_CA_BUNDLE: authority,
        TOKEN: token,
        REPOSITORY_URL: index,
        INDEX_URL: `${index}simple/`,
        AUTHENTICATED_URL: `${index}simple/`.replace('//', `//aws:${token}@`),
        ...more,
      };
      return await desk.sh('client', script, env);
    } finally {
      internet.close();
      if (internet.elsewhere.length) throw new Error(`it asked ${internet.elsewhere.join(', ')}`);
    }
  }
}

/** So that clients do what they are told to and nothing beside it. */
const SETTINGS = {
  UV_PYTHON_DOWNLOADS: 'never',
  UV_NO_PROGRESS: '1',
  POETRY_VIRTUALENVS_IN_PROJECT: 'true',
  POETRY_NO_INTERACTION: '1',
  PDM_CHECK_UPDATE: 'false',
};
