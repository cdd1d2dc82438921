import type { Repository } from '../../evaluation/template';
import { parseMultipart } from './multipart';
import { normalize, parseFilename } from './names';
import { folderOf, type PackageIndex } from './package-index';
import type { Store } from './store';

export interface Upload {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly content: Buffer;
  readonly requiresPython?: string;
}

/** An upload that is answered with an HTTP error. */
export class UploadError extends Error {
  public constructor(
    public readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads the form of the legacy upload API. */
export function readUpload(body: Buffer, contentType: string): Upload {
  const parts = parseMultipart(body, contentType);
  const field = (name: string) => parts.find((part) => part.name === name)?.content.toString();
  if (field(':action') !== 'file_upload') throw new UploadError(400, ':action is not file_upload');
  const file = parts.find(({ name }) => name === 'content');
  const name = normalize(field('name') ?? '');
  const version = field('version') ?? '';
  if (!file?.filename || !name || !version) throw new UploadError(400, 'name, version or content is missing');
  const parsed = parseFilename(file.filename);
  if (!parsed || parsed.name !== name || parsed.version !== version) {
    throw new UploadError(400, `${file.filename} is no distribution of ${name} ${version}`);
  }
  return {
    name,
    version,
    filename: file.filename,
    content: file.content,
    requiresPython: field('requires_python'),
  };
}

/**
 * Stores an upload unless package origin controls or an earlier version speak against it.
 * Both levels have to allow it: that of the package itself and that of its group.
 */
export async function publish(
  index: PackageIndex,
  store: Store,
  repository: Repository,
  upload: Upload,
): Promise<void> {
  const { name, version, filename, content, requiresPython } = upload;
  if (!index.allows(repository, name, 'Publish')) {
    const { pattern } = index.restriction(repository, name, 'Publish');
    throw new UploadError(403, `package group ${pattern} blocks publishing ${name}`);
  }
  const own = index.files(repository, name);
  if (own.some(({ origin }) => origin === 'ingested')) {
    throw new UploadError(403, `${name} came from upstream first, and its origin controls block publishing`);
  }
  const clash = (await index.offers(repository, name)).find(
    (o) => o.origin === 'ingested' && o.version === version,
  );
  if (clash) throw new UploadError(409, `${name} ${version} exists in an upstream repository`);
  const file = { filename, version, requiresPython, origin: 'published' as const };
  if (store.put(folderOf(repository), name, file, content) === 'conflict') {
    throw new UploadError(409, `${filename} is already published with other content`);
  }
}
