import { createHash } from 'node:crypto';
import {
  effectiveMode,
  type Origin,
  type PackageGroup,
  type Repository,
  type Setup,
} from '../../evaluation/template';
import type { Store, StoredFile } from './store';

/** A file that a repository offers, be it its own or one of an upstream. */
export interface Offer extends StoredFile {
  /** ARN of the repository that has it, or holds the connection to where it is. */
  readonly from: string;
  /** Address, where it is still outside. */
  readonly url?: string;
}

/** Where a repository keeps its packages: owner, domain, name. */
export const folderOf = ({ arn }: Repository) => `${arn.split(':')[4]}/${arn.split(':repository/')[1]}`;

/** What a repository offers, with its upstreams in order and package origin controls applied. */
export class PackageIndex {
  public constructor(
    private readonly setup: () => Setup,
    private readonly store: Store,
    private readonly publicIndex: string,
  ) {}

  public packages(repository: Repository): string[] {
    return this.store.packages(folderOf(repository));
  }

  public files(repository: Repository, name: string): StoredFile[] {
    return this.store.files(folderOf(repository), name);
  }

  /** Own files first, then each upstream's in order; a file name that came earlier hides one that comes later. */
  public async offers(repository: Repository, name: string): Promise<Offer[]> {
    const own = this.files(repository, name).map((file): Offer => ({ ...file, from: repository.arn }));
    // A package whose first version was published here takes nothing from upstream: CodeArtifact's default.
    if (own.some(({ origin }) => origin === 'published')) return own;
    const found = new Map(own.map((offer) => [offer.filename, offer]));
    for (const offer of await this.fromUpstream(repository, name)) {
      if (!found.has(offer.filename)) found.set(offer.filename, offer);
    }
    return [...found.values()];
  }

  private async fromUpstream(repository: Repository, name: string): Promise<Offer[]> {
    const above: Offer[] = [];
    for (const upstream of repository.upstreams) {
      const arn = `${repository.arn.slice(0, repository.arn.lastIndexOf('/'))}/${upstream}`;
      const next = this.setup().repositories.find((candidate) => candidate.arn === arn);
      if (next) above.push(...(await this.offers(next, name)));
    }
    if (repository.externalConnection === 'public:pypi')
      above.push(...(await this.outside(repository, name)));
    const origin = ({ origin: kind }: Offer): Origin =>
      kind === 'published' ? 'InternalUpstream' : 'ExternalUpstream';
    return above.filter((offer) => this.allows(repository, name, origin(offer)));
  }

  /** Whether the package group that counts lets this repository take (or publish) the package. */
  public allows(repository: Repository, name: string, origin: Origin): boolean {
    const { mode, repositories } = this.restriction(repository, name, origin);
    return (
      mode === 'ALLOW' || (mode === 'ALLOW_SPECIFIC_REPOSITORIES' && repositories.includes(repository.name))
    );
  }

  public restriction(repository: Repository, name: string, origin: Origin) {
    const groups: readonly PackageGroup[] = this.setup().packageGroups;
    return effectiveMode(groups, repository.domain, name, origin);
  }

  private async outside(repository: Repository, name: string): Promise<Offer[]> {
    const headers = { accept: 'application/vnd.pypi.simple.v1+json' };
    const response = await fetch(`${this.publicIndex}${name}/`, { headers });
    if (!response.ok) return [];
    const { files } = (await response.json()) as { files: Record<string, never>[] };
    return files.map((file) => ({
      filename: String(file.filename),
      version: versionIn(String(file.filename)),
      sha256: String((file.hashes as { sha256: string }).sha256),
      size: Number(file.size),
      uploaded: String(file['upload-time']),
      requiresPython: file['requires-python'],
      origin: 'ingested' as const,
      from: repository.arn,
      url: String(file.url),
    }));
  }

  /**
   * Path of an offered file. One from outside is fetched, and kept where it was asked for and where the
   * connection is, as CodeArtifact does.
   */
  public async fetch(repository: Repository, name: string, offer: Offer): Promise<string> {
    const source = this.setup().repositories.find(({ arn }) => arn === offer.from) ?? repository;
    if (!offer.url) return this.store.path(folderOf(source), name, offer.filename);
    const content = Buffer.from(await (await fetch(offer.url)).arrayBuffer());
    if (createHash('sha256').update(content).digest('hex') !== offer.sha256) {
      throw new Error(`${offer.filename}: the public index sent other bytes than it announced`);
    }
    const { filename, version, requiresPython } = offer;
    for (const keeper of new Set([source, repository])) {
      this.store.put(
        folderOf(keeper),
        name,
        { filename, version, requiresPython, origin: 'ingested' },
        content,
      );
    }
    return this.store.path(folderOf(repository), name, filename);
  }
}

function versionIn(filename: string): string {
  return filename.endsWith('.whl')
    ? (filename.split('-')[1] ?? '')
    : filename.replace(/\.(tar\.gz|zip)$/, '').replace(/^.*-/, '');
}
