import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './process';
import { disturbingPipConfig, python } from './tools';
import { wheel } from './wheel';

const folder = mkdtempSync(join(tmpdir(), 'rehearsal-python-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a wheel made here', () => {
  const options = {
    name: 'acme-x',
    version: '1.0',
    files: [{ path: 'acme_x.py', content: 'VALUE = "ä"\n' }],
  };

  it('has the same bytes each time', () => {
    expect(wheel(options).content.equals(wheel(options).content)).toBe(true);
    expect(wheel(options).filename).toBe('acme_x-1.0-py3-none-any.whl');
  });

  it('is one that Python can import from', async () => {
    const { filename, content } = wheel(options);
    writeFileSync(join(folder, filename), content);
    const code = `import sys, zipfile; zipfile.ZipFile("${filename}").testzip(); sys.path.insert(0, "${filename}"); import acme_x; print(acme_x.VALUE)`;
    const { code: exit, output } = await run(python(), ['-c', code], {
      cwd: folder,
      env: { LANG: 'C.UTF-8' },
    });
    expect({ exit, output }).toEqual({ exit: 0, output: 'ä\n' });
  });
});

describe('a process', () => {
  it('has nothing of the surrounding environment', async () => {
    const { output } = await run('/usr/bin/env', [], { cwd: folder, env: { ONLY: 'this' } });
    expect(output).toBe('ONLY=this\n');
  });

  it('ends with its children when time is up', async () => {
    const lines: string[] = [];
    const options = {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin' },
      seconds: 0.3,
      onLine: (l: string) => lines.push(l),
    };
    const { code } = await run('/bin/sh', ['-c', 'echo begun; sleep 60; echo done'], options);
    expect({ code, lines }).toEqual({ code: 137, lines: ['begun'] });
  });
});

describe("pip's configuration of the machine", () => {
  it('disturbs where it leads elsewhere', () => {
    const path = join(folder, 'pip.conf');
    writeFileSync(path, '[global]\ncert = x\n');
    expect(disturbingPipConfig(path)).toBeUndefined();
    writeFileSync(path, '[global]\nextra-index-url = https://example.com/simple\n');
    expect(disturbingPipConfig(path)).toBe(`${path} sets extra-index-url`);
    expect(disturbingPipConfig(join(folder, 'none'))).toBeUndefined();
  });
});
