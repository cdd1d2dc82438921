import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from './certificate';

/** All that a client reaches by https: a proxy with a few hosts behind it. Who asks for another one is noted. */
export class Internet {
  /** Hosts that were asked for and are not there. */
  public readonly elsewhere: string[] = [];
  private readonly sockets = new Set<Socket>();
  /** Some clients ask it for the loopback interface as well. */
  private readonly proxy = createServer((incoming, response) =>
    incoming.url?.startsWith('http://127.0.0.1:')
      ? forward(incoming, response, incoming.url)
      : response.writeHead(501).end(),
  );

  /** `origin` is where the hosts' requests go, over plain http on the loopback interface. */
  public constructor(certificate: Certificate, origin: (path: string, host: string) => string) {
    const tls = createTlsServer({ key: certificate.key, cert: certificate.chain }, (incoming, outgoing) =>
      forward(incoming, outgoing, origin(incoming.url ?? '/', incoming.headers.host ?? '')),
    );
    this.proxy.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
    this.proxy.on('connect', ({ url }, socket: Socket) => {
      if (certificate.hosts.some((host) => url === `${host}:443`)) {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        tls.emit('connection', socket);
      } else {
        this.elsewhere.push(url ?? '');
        socket.end('HTTP/1.1 502 No such host\r\n\r\n');
      }
    });
  }

  /** The address of the proxy. */
  public async open(): Promise<string> {
    await new Promise<void>((done) => this.proxy.listen(0, '127.0.0.1', done));
    this.proxy.unref(); // a forgotten server keeps nobody waiting
    return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
  }

  public close(): void {
    this.proxy.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, url: string): void {
  const { method, headers } = incoming;
  const onward = request(url, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
