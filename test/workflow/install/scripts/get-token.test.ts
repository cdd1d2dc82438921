import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signatureOf } from '../../../../rehearsal/aws/signature';
import { GET_TOKEN } from '../../../../src/workflow/install/scripts/get-token';
import { TOOLS } from '../../../../tools/python/environment';
import { putProgram } from '../../support/bash';
import { shellcheckProblems } from '../../support/shellcheck';

const folder = mkdtempSync(join(tmpdir(), 'get-token-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = 'secret';
const ENV = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: SECRET,
  AWS_SESSION_TOKEN: 'session',
  DOMAIN: 'acme',
  DOMAIN_OWNER: '111111111111',
  DURATION: '900',
  INDEX_URL: 'https://acme-111111111111.d.codeartifact.eu-west-1.amazonaws.com/pypi/python/simple/',
};

const container = join(folder, 'container');
mkdirSync(container);
symlinkSync('/bin/bash', join(container, 'bash'));
// A link to the Python of an environment would find no library.
putProgram(join(container, 'python3'), `#!/bin/sh\nexec ${TOOLS.program('python')} "$@"\n`);

/** Runs it beside a server of ours. */
function run(PATH: string, env: Record<string, string>): Promise<{ status: number; log: string }> {
  const child = spawn(
    '/bin/bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', `${GET_TOKEN}echo "got $token"`],
    { env: { PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (log += data));
  return new Promise((done) => child.on('close', (code) => done({ status: code ?? -1, log: log.trim() })));
}

/** Answers one request on the loopback interface. */
async function answering<T>(
  answer: { readonly status: number; readonly body: string },
  work: (url: string) => Promise<T>,
): Promise<{ result: T; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(answer.status).end(answer.body);
  });
  server.on('connect', (request, socket) => {
    asked.push(request);
    socket.end('HTTP/1.1 502 No\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const result = await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return { result, asked };
  } finally {
    server.close();
  }
}

test('the AWS CLI is asked where there is one, and the token is masked before it is used', async () => {
  const bin = join(folder, 'aws');
  putProgram(join(bin, 'aws'), 'echo "$@" >&2; printf "TOKEN\\r\\n"');
  const { status, log } = await run(`${bin}:/usr/bin:/bin`, ENV);
  expect({ status, log }).toEqual({
    status: 0,
    log: [
      'codeartifact get-authorization-token --region eu-west-1 --domain acme --domain-owner 111111111111 --duration-seconds 900 --query authorizationToken --output text',
      '::add-mask::TOKEN',
      'got TOKEN',
    ].join('\n'),
  });
});

test('without one, Python signs the request, for as long as is said', async () => {
  const answer = { status: 200, body: '{"authorizationToken": "TOKEN"}' };
  const { result, asked } = await answering(answer, (url) =>
    run(container, { ...ENV, AWS_ENDPOINT_URL_CODEARTIFACT: url }),
  );
  expect(result).toEqual({ status: 0, log: '::add-mask::TOKEN\ngot TOKEN' });
  const [{ method, url, headers }] = asked;
  expect(`${method} ${url}`).toBe(
    'POST /v1/authorization-token?domain=acme&domain-owner=111111111111&duration=900',
  );
  expect(headers['x-amz-security-token']).toBe('session');
  const [, scope, signed, signature] =
    /^AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE\/(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  expect(scope).toMatch(/^\d{8}\/eu-west-1\/codeartifact\/aws4_request$/);
  const request = {
    method: 'POST',
    url: new URL(url ?? '', 'http://example.com'),
    headers,
    body: Buffer.alloc(0),
  };
  expect(signature).toBe(signatureOf(request, SECRET, scope, signed.split(';')));
});

test('it asks the API of the Region whose index it is', async () => {
  const { asked } = await answering({ status: 200, body: '' }, (proxy) =>
    run(container, { ...ENV, https_proxy: proxy }),
  );
  expect(asked.map(({ url }) => url)).toEqual(['codeartifact.eu-west-1.amazonaws.com:443']);
});

test('what CodeArtifact says against it is in the log, and the step fails', async () => {
  const answer = { status: 403, body: '{"message": "User is not authorized"}' };
  const { result } = await answering(answer, (url) =>
    run(container, { ...ENV, AWS_ENDPOINT_URL_CODEARTIFACT: url }),
  );
  expect(result).toEqual({
    status: 1,
    log: 'CodeArtifact gives no token: HTTP Error 403: Forbidden {"message": "User is not authorized"}',
  });
});

test('so is a network that leads nowhere', async () => {
  const { status, log } = await run(container, {
    ...ENV,
    AWS_ENDPOINT_URL_CODEARTIFACT: 'http://127.0.0.1:1',
  });
  expect(status).toBe(1);
  expect(log).toMatch(/^CodeArtifact can not be reached at http:\/\/127\.0\.0\.1:1: /);
});

test('shellcheck finds nothing', () => {
  expect(shellcheckProblems(`${GET_TOKEN}echo "$token"`)).toEqual([]);
});
