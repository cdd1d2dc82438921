import { createHash } from 'node:crypto';
import type { Credentials } from './cloud';
import { AwsError } from './errors';
import { signatureOf } from './signature';

export interface Destination {
  readonly url: string;
  readonly region: string;
}

/** A request with Signature Version 4. */
export function signed(
  { url, region }: Destination,
  service: string,
  credentials: Omit<Credentials, 'expires'>,
  request: { readonly method: 'GET' | 'POST'; readonly body?: string },
): Request {
  const target = new URL(url);
  const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const headers = { host: target.host, 'x-amz-date': date, 'x-amz-security-token': credentials.sessionToken };
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const names = Object.keys(headers).sort();
  const { method, body } = request;
  const toSign = { method, url: target, headers, body: Buffer.from(body ?? '') };
  const signature = signatureOf(toSign, credentials.secretAccessKey, scope, names);
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return new Request(target, { method, body, headers: { ...headers, authorization } });
}

/** A call to CodeArtifact, as the AWS CLI makes it; throws what the service refused with. */
export async function call<T>(
  { url, region }: Destination,
  credentials: Credentials,
  method: 'GET' | 'POST',
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): Promise<T> {
  const target = new URL(path, url);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) target.searchParams.set(key, String(value));
  }
  const response = await fetch(signed({ url: target.href, region }, 'codeartifact', credentials, { method }));
  const body = (await response.json()) as { message?: string };
  if (response.ok) return body as T;
  throw new AwsError(
    response.status,
    response.headers.get('x-amzn-errortype') ?? 'Unknown',
    body.message ?? '',
  );
}

export interface Distribution {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly content: Buffer;
}

export const basic = (token: string, user = 'aws') =>
  `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;

/** Uploads a file as twine does; answers the status and the reason. */
export async function upload(repositoryUrl: string, authorization: string, file: Distribution) {
  const form = new FormData();
  const fields = {
    ':action': 'file_upload',
    protocol_version: '1',
    name: file.name,
    version: file.version,
    filetype: file.filename.endsWith('.whl') ? 'bdist_wheel' : 'sdist',
    sha256_digest: createHash('sha256').update(file.content).digest('hex'),
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('content', new Blob([new Uint8Array(file.content)]), file.filename);
  const response = await fetch(repositoryUrl, { method: 'POST', headers: { authorization }, body: form });
  return { status: response.status, message: await response.text() };
}
