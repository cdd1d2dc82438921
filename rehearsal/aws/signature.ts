import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Incoming } from '../net/serve';
import type { Cloud } from './cloud';
import { AwsError } from './errors';

/** Who signed a request (Signature Version 4). The signature itself is checked, so that no key id alone gets in. */
export function accessKeyOf(request: Incoming, cloud: Cloud) {
  const header = request.headers.authorization ?? '';
  const [, key, scope, signed, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? [];
  if (!key || !scope || !signed || !signature) {
    throw new AwsError(403, 'MissingAuthenticationToken', 'Missing Authentication Token');
  }
  const session = cloud.session(key, first(request.headers['x-amz-security-token']));
  const expected = signatureOf(request, session.credentials.secretAccessKey, scope, signed.split(';'));
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) {
    throw new AwsError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    );
  }
  return { ...session, region: scope.split('/')[1] };
}

export function signatureOf(
  { method, url, headers, body }: Incoming,
  secret: string,
  scope: string,
  signed: string[],
): string {
  const pairs = [...url.searchParams].map(([k, v]) => [encode(k), encode(v)] as const);
  const query = pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
  const lines = signed
    .map((name) => `${name}:${(first(headers[name]) ?? '').trim().replaceAll(/ +/g, ' ')}\n`)
    .join('');
  const canonical = [method, url.pathname, query, lines, signed.join(';'), sha256(body)].join('\n');
  const [date = '', region = '', service = ''] = scope.split('/');
  const text = ['AWS4-HMAC-SHA256', first(headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<Buffer | string>(
    (k, part) => hmac(k, part),
    `AWS4${secret}`,
  );
  return hmac(key, text).toString('hex');
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
