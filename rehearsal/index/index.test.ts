import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMultipart } from './multipart';
import { normalize, parseFilename } from './names';
import { simplePage } from './simple';
import { Store } from './store';

describe('names', () => {
  it('are normalized by PEP 503', () => {
    expect(normalize('Acme__Orders.-SDK')).toBe('acme-orders-sdk');
  });

  it.each([
    ['acme_orders-1.2.3-py3-none-any.whl', { name: 'acme-orders', version: '1.2.3' }],
    ['acme-orders-1.2.3.tar.gz', { name: 'acme-orders', version: '1.2.3' }],
    ['acme_orders-1.2.3.zip', { name: 'acme-orders', version: '1.2.3' }],
    ['acme_orders-1.2.3-1-py3-none-any.whl', { name: 'acme-orders', version: '1.2.3' }],
    ['acme_orders-1.2.3.exe', undefined],
    ['../../etc/passwd', undefined],
  ])('%s', (filename, expected) => {
    expect(parseFilename(filename)).toEqual(expected);
  });
});

describe('a multipart body', () => {
  it('keeps bytes as they are', () => {
    const content = Buffer.from([0, 13, 10, 45, 45, 255]);
    const head = '--B\r\nContent-Disposition: form-data; name="content"; filename="a.whl"\r\n\r\n';
    const field = '--B\r\nContent-Disposition: form-data; name="version"\r\n\r\n1.0\r\n';
    const body = Buffer.concat([Buffer.from(field + head), content, Buffer.from('\r\n--B--\r\n')]);
    expect(parseMultipart(body, 'multipart/form-data; boundary=B')).toEqual([
      { name: 'version', filename: undefined, content: Buffer.from('1.0') },
      { name: 'content', filename: 'a.whl', content },
    ]);
    expect(() => parseMultipart(body, 'text/plain')).toThrow('no boundary');
  });
});

describe('a project page', () => {
  const file = {
    filename: 'a<b.whl',
    version: '1',
    url: 'u&v',
    sha256: 'ff',
    size: 1,
    uploaded: 'now',
    requiresPython: '>=3.9',
  };
  const type = (accept?: string) => simplePage('a', [file], accept).headers?.['content-type'];

  it.each([
    [undefined, 'text/html'],
    ['*/*', 'text/html'],
    ['application/vnd.pypi.simple.v1+json', 'application/vnd.pypi.simple.v1+json'],
    ['application/vnd.pypi.simple.v1+json, text/html; q=0.01', 'application/vnd.pypi.simple.v1+json'],
    ['application/vnd.pypi.simple.v1+json; q=0.1, text/html', 'text/html'],
    ['application/vnd.pypi.simple.v1+html', 'application/vnd.pypi.simple.v1+html'],
    ['application/xml', undefined],
    ['text/html;q=0', undefined],
  ])('for %s is %s', (accept, expected) => {
    expect(type(accept)).toBe(expected);
  });

  it('escapes what it shows', () => {
    const { body } = simplePage('a', [file], 'text/html');
    expect(body).toContain('<a href="u&amp;v#sha256=ff" data-requires-python="&gt;=3.9">a&lt;b.whl</a>');
  });
});

describe('the store', () => {
  const root = mkdtempSync(join(tmpdir(), 'rehearsal-store-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const file = { filename: 'a-1.whl', version: '1', origin: 'published' } as const;

  it('takes the same bytes again and no others, and forgets nothing', () => {
    const store = new Store(root);
    expect(store.put('r', 'a', file, Buffer.from('x'))).toBe('stored');
    expect(store.put('r', 'a', file, Buffer.from('x'))).toBe('same');
    expect(store.put('r', 'a', file, Buffer.from('y'))).toBe('conflict');
    expect(new Store(root).files('r', 'a')).toMatchObject([{ filename: 'a-1.whl', size: 1 }]);
    expect(new Store(root).packages('r')).toEqual(['a']);
  });

  it('does not count what was cut off while it was written', () => {
    const store = new Store(root);
    writeFileSync(store.path('r', 'a', 'b-1.whl'), 'half');
    writeFileSync(store.path('r', 'a', 'b-1.whl.json.part'), '{');
    expect(store.files('r', 'a')).toHaveLength(1);
    expect(store.put('r', 'a', { ...file, filename: 'b-1.whl' }, Buffer.from('whole'))).toBe('stored');
  });
});
