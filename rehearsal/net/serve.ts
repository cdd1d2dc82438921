import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Path of a file that is the body. */
  readonly file?: string;
  /** Reason phrase: some clients show it and not the body. */
  readonly reason?: string;
}

export interface Service {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers on a free port of the loopback interface, until closed. */
export async function serve(answer: (request: Incoming) => Promise<Reply>): Promise<Service> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    respond(request, response, answer).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref(); // a forgotten server keeps nobody waiting
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, close };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: Incoming) => Promise<Reply>,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://loopback');
  const incoming = {
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    body: Buffer.concat(parts),
  };
  const reply = await answer(incoming).catch(
    (error: unknown): Reply => ({
      status: 500,
      body: error instanceof Error ? error.message : String(error),
    }),
  );
  if (reply.reason) response.statusMessage = reply.reason.replaceAll(/[^ -~]/g, '?');
  response.writeHead(reply.status, reply.headers);
  if (reply.file) await pipeline(createReadStream(reply.file), response);
  else response.end(reply.body);
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
