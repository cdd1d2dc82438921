export interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly content: Buffer;
}

/** Fields of a `multipart/form-data` body. */
export function parseMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) throw new Error('no boundary in the content type');
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length + 2; // the line break after the mark, or the two dashes of the last one
    const next = body.indexOf(mark, from);
    if (next < 0) break;
    const headersEnd = body.indexOf('\r\n\r\n', from);
    const headers = body.toString('utf8', from, headersEnd);
    const name = /[;\s]name="([^"]*)"/i.exec(headers)?.[1];
    const filename = /filename="([^"]*)"/i.exec(headers)?.[1];
    if (name !== undefined) parts.push({ name, filename, content: body.subarray(headersEnd + 4, next - 2) });
    start = next;
  }
  return parts;
}
