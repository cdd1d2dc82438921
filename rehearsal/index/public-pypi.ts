import { createHash } from 'node:crypto';
import { json, type Reply, type Service, serve } from '../net/serve';
import { normalize, parseFilename } from './names';
import { simplePage } from './simple';

interface PublicFile {
  readonly filename: string;
  readonly version: string;
  readonly content: Buffer;
  readonly sha256: string;
}

/** Stands in for the public index: whoever may add a file here could be anybody. */
export class PublicPypi {
  /** The files that were downloaded, in their order. */
  public readonly downloads: { readonly filename: string; readonly bytes: number }[] = [];
  private readonly files = new Map<string, PublicFile[]>();
  private service!: Service;

  public async start(): Promise<this> {
    this.service = await serve(async ({ url, headers }) => this.answer(url, headers.accept, headers.host));
    return this;
  }

  public get url(): string {
    return this.service.url;
  }

  public get simpleUrl(): string {
    return `${this.url}/simple/`;
  }

  public close(): Promise<void> {
    return this.service.close();
  }

  public add(filename: string, content: Buffer): void {
    const parsed = parseFilename(filename);
    if (!parsed) throw new Error(`${filename} is no name of a distribution`);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const known = this.files.get(parsed.name) ?? [];
    this.files.set(parsed.name, [...known, { filename, version: parsed.version, content, sha256 }]);
  }

  /** What Poetry asks of the files of a version, by the JSON API that public PyPI alone has. */
  private release(here: string, files: readonly PublicFile[], version = files.at(-1)?.version): Reply {
    const urls = files
      .filter((file) => file.version === version)
      .map(({ filename, sha256 }) => ({
        filename,
        packagetype: 'bdist_wheel',
        digests: { sha256 },
        url: `${here}/files/${parseFilename(filename)?.name}/${filename}`,
        yanked: false,
      }));
    if (!urls.length) return json(404, { message: 'Not Found' });
    const { name } = parseFilename(urls[0]?.filename ?? '') ?? {};
    const info = { name, version, summary: '', requires_dist: [], requires_python: null, yanked: false };
    return json(200, { info, urls });
  }

  private answer(url: URL, accept?: string, host = ''): Reply {
    // Behind a proxy for https, it names its files as it was asked for them.
    const here = host === 'pypi.org' ? 'https://pypi.org' : this.url;
    const [, door, name = '', filename] = url.pathname.split('/');
    const files = this.files.get(normalize(name));
    if (!files) return json(404, { message: 'Not Found' });
    if (door === 'simple' && !filename) {
      const listed = files.map(({ content, ...file }) => ({
        ...file,
        url: `${here}/files/${name}/${file.filename}`,
        size: content.length,
        uploaded: '2026-01-01T00:00:00Z',
      }));
      return simplePage(normalize(name), listed, accept);
    }
    if (door === 'pypi') return this.release(here, files, filename === 'json' ? undefined : filename);
    const file = door === 'files' && files.find((candidate) => candidate.filename === filename);
    if (!file) return json(404, { message: 'Not Found' });
    this.downloads.push({ filename: file.filename, bytes: file.content.length });
    return { status: 200, body: file.content };
  }
}
