import { connect } from 'node:net';
import { Internet } from './internet';

/** The first line that the proxy answers to a CONNECT. */
function ask(proxy: string, target: string): Promise<string> {
  const { port, hostname } = new URL(proxy);
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(`CONNECT ${target} HTTP/1.1\r\n\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      done(data.toString().split('\r\n')[0] ?? '');
    });
    socket.on('error', fail);
  });
}

it('has one host, and notes who asks for another', async () => {
  const certificate = { hosts: ['index.example.com'], authority: '', key: undefined, chain: undefined };
  const internet = new Internet(certificate, (path) => path);
  const proxy = await internet.open();
  expect(await ask(proxy, 'index.example.com:443')).toBe('HTTP/1.1 200 Connection established');
  expect(internet.elsewhere).toEqual([]);
  expect(await ask(proxy, 'public.example.com:443')).toBe('HTTP/1.1 502 No such host');
  expect(await ask(proxy, 'index.example.com:80')).toBe('HTTP/1.1 502 No such host');
  expect(internet.elsewhere).toEqual(['public.example.com:443', 'index.example.com:80']);
  internet.close();
  await expect(ask(proxy, 'index.example.com:443')).rejects.toThrow('ECONNREFUSED');
});
