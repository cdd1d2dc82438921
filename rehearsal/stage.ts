import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../evaluation/authorization';
import { loadCatalog } from '../evaluation/authorization/load-catalog';
import {
  type Environment,
  readSetup,
  resolveTemplate,
  type Setup,
  type Template,
} from '../evaluation/template';
import { Cloud } from './aws/cloud';
import { ControlPlane } from './aws/codeartifact';
import { Sts } from './aws/sts';
import { serveSts } from './aws/sts-service';
import { ISSUER } from './github/claims';
import { OidcIssuer } from './github/issuer';
import { PypiEndpoint } from './index/endpoint';
import { PackageIndex } from './index/package-index';
import { PublicPypi } from './index/public-pypi';
import { Store } from './index/store';
import type { Service } from './net/serve';
import { LinkedPip } from './python/linked-pip';
import { Machine } from './python/machine';

/** What many stages share: nothing of it depends on a template. */
export class Backdrop {
  public static async open(): Promise<Backdrop> {
    const [catalog, issuer, pypi] = await Promise.all([
      loadCatalog(),
      OidcIssuer.start(),
      new PublicPypi().start(),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
    return new Backdrop(catalog, issuer, pypi, folder, new LinkedPip(folder));
  }

  private constructor(
    public readonly catalog: Catalog,
    public readonly issuer: OidcIssuer,
    public readonly pypi: PublicPypi,
    public readonly folder: string,
    public readonly pip: LinkedPip,
  ) {}

  public async close(): Promise<void> {
    await Promise.all([this.issuer.close(), this.pypi.close()]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Which account belongs to which organization. */
export type Organizations = Readonly<Record<string, string>>;

/** One deployed template with the services around it. */
export class Stage {
  public static async open(backdrop: Backdrop, setup: Setup, region: string, organizations: Organizations) {
    const stage = new Stage(backdrop, setup, region, organizations);
    await stage.start();
    return stage;
  }

  public readonly cloud: Cloud;
  public readonly sts: Sts;
  public readonly store: Store;
  public readonly index: PackageIndex;
  public machine!: Machine;
  /** Milliseconds that the clock of the AWS side is ahead. */
  public ahead = 0;
  private readonly folder: string;
  private endpoint!: Service;
  private services: Service[] = [];

  private constructor(
    public readonly backdrop: Backdrop,
    setup: Setup,
    region: string,
    organizations: Organizations,
  ) {
    const { catalog, issuer, pypi, folder } = backdrop;
    this.folder = mkdtempSync(join(folder, 'stage-'));
    this.cloud = new Cloud(catalog, setup, region, organizations, () => Date.now() + this.ahead);
    this.sts = new Sts(this.cloud, (address) => (address === ISSUER ? issuer.url : undefined));
    this.store = new Store(join(this.folder, 'packages'));
    this.index = new PackageIndex(() => this.cloud.setup, this.store, pypi.simpleUrl);
  }

  public get pypiUrl(): string {
    return this.endpoint.url;
  }

  private async start(): Promise<void> {
    const control = new ControlPlane(this.cloud, this.index, () => this.endpoint.url);
    this.endpoint = await this.serveIndex();
    const [sts, codeartifact] = await Promise.all([serveSts(this.sts, this.cloud), control.serve()]);
    this.services = [sts, codeartifact];
    const endpoints = { sts: sts.url, codeartifact: codeartifact.url };
    this.machine = new Machine(join(this.folder, 'machine'), endpoints, this.backdrop.pip);
  }

  /** The index ends and comes up again, on another port, with nothing but what is on disk. */
  public async restartIndex(): Promise<void> {
    await this.endpoint.close();
    this.endpoint = await this.serveIndex();
  }

  private serveIndex(): Promise<Service> {
    const store = new Store(join(this.folder, 'packages'));
    const index = new PackageIndex(() => this.cloud.setup, store, this.backdrop.pypi.simpleUrl);
    return new PypiEndpoint(this.cloud, index, store).serve();
  }

  public async close(): Promise<void> {
    await Promise.all([this.endpoint, ...this.services].map((service) => service.close()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Deploys a synthesized template, in words. */
export function deploy(template: Template, environment: Environment): Setup {
  return readSetup(resolveTemplate(template, environment));
}
