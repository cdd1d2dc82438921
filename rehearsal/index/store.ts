import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StoredFile {
  readonly filename: string;
  readonly version: string;
  readonly sha256: string;
  readonly size: number;
  readonly uploaded: string;
  readonly requiresPython?: string;
  /** Uploaded here, or fetched from upstream and kept. */
  readonly origin: 'published' | 'ingested';
}

/**
 * Packages on disk, and nowhere else: what was acknowledged survives a restart, and the memory it takes
 * does not grow with what is stored. A file counts from the moment its description is in place.
 */
export class Store {
  public constructor(private readonly root: string) {}

  public packages(repository: string): string[] {
    const folder = join(this.root, repository);
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  }

  public files(repository: string, name: string): StoredFile[] {
    const folder = join(this.root, repository, name);
    if (!existsSync(folder)) return [];
    const descriptions = readdirSync(folder).filter((file) => file.endsWith('.json'));
    return descriptions.sort().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  }

  public file(repository: string, name: string, filename: string): StoredFile | undefined {
    const path = this.path(repository, name, `${filename}.json`);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  }

  public path(repository: string, name: string, filename: string): string {
    return join(this.root, repository, name, filename);
  }

  /** The same bytes again change nothing; other bytes under a name that is taken are a conflict. */
  public put(
    repository: string,
    name: string,
    file: Omit<StoredFile, 'sha256' | 'size' | 'uploaded'>,
    content: Buffer,
  ): 'stored' | 'same' | 'conflict' {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const existing = this.file(repository, name, file.filename);
    if (existing) return existing.sha256 === sha256 ? 'same' : 'conflict';
    const stored: StoredFile = { ...file, sha256, size: content.length, uploaded: new Date().toISOString() };
    mkdirSync(join(this.root, repository, name), { recursive: true });
    this.replace(this.path(repository, name, file.filename), content);
    this.replace(this.path(repository, name, `${file.filename}.json`), JSON.stringify(stored));
    return 'stored';
  }

  private replace(path: string, content: Buffer | string): void {
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  }
}
