import type { Reply } from '../net/serve';

export interface ListedFile {
  readonly filename: string;
  readonly version: string;
  readonly url: string;
  readonly sha256: string;
  readonly size: number;
  readonly uploaded: string;
  readonly requiresPython?: string;
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const HTML_TYPES = ['text/html', 'application/vnd.pypi.simple.v1+html'];

/** A project's page of the Simple API 1.1, as JSON or HTML by what the client accepts most. */
export function simplePage(name: string, files: readonly ListedFile[], accept = '*/*'): Reply {
  const type = chooseType(accept);
  if (!type) return { status: 406, body: `cannot answer ${accept}` };
  const body = type === JSON_TYPE ? asJson(name, files) : asHtml(name, files);
  return { status: 200, headers: { 'content-type': type }, body };
}

function chooseType(accept: string): string | undefined {
  const wanted = accept.split(',').map((item) => {
    const [type = '', ...parameters] = item.trim().split(';');
    const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
    return { type: type.trim(), q: q ? Number(q) : 1 };
  });
  for (const { type } of wanted.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q)) {
    if (type === JSON_TYPE || type === 'application/vnd.pypi.simple.latest+json') return JSON_TYPE;
    if (HTML_TYPES.includes(type)) return type;
    if (type === '*/*' || type === 'text/*') return 'text/html';
  }
  return undefined;
}

function asJson(name: string, files: readonly ListedFile[]): string {
  return JSON.stringify({
    meta: { 'api-version': '1.1' },
    name,
    versions: [...new Set(files.map(({ version }) => version))],
    files: files.map((file) => ({
      filename: file.filename,
      url: file.url,
      hashes: { sha256: file.sha256 },
      size: file.size,
      'upload-time': file.uploaded,
      ...(file.requiresPython ? { 'requires-python': file.requiresPython } : {}),
    })),
  });
}

function asHtml(name: string, files: readonly ListedFile[]): string {
  const escapeHtml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const links = files.map(({ filename, url, sha256, requiresPython }) => {
    const requires = requiresPython ? ` data-requires-python="${escapeHtml(requiresPython)}"` : '';
    return `<a href="${escapeHtml(url)}#sha256=${sha256}"${requires}>${escapeHtml(filename)}</a><br>`;
  });
  const head = `<head><meta name="pypi:repository-version" content="1.1"><title>${escapeHtml(name)}</title></head>`;
  return `<!DOCTYPE html><html>${head}<body>\n${links.join('\n')}\n</body></html>`;
}
