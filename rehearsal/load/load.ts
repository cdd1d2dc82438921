import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from '../../evaluation/template';
import { basic, type Distribution, upload } from '../aws/client';
import { LinkedPip } from '../python/linked-pip';
import { run } from '../python/process';
import { wheel } from '../python/wheel';
import { LoadServer } from './process';

const PACKAGES = 200;
const VERSIONS = 50;
const PIPS = 8;
const UPLOADERS = 8;
const MEMORY_LIMIT = 300;

export interface LoadResult {
  readonly text: string;
  readonly passed: boolean;
}

/** Publishes 200 packages of 50 versions each, cuts the power, checks every byte, lets 8 pips install at once. */
export async function playLoad(template: Template, tell: (text: string) => void): Promise<LoadResult> {
  const root = mkdtempSync(join(tmpdir(), 'rehearsal-load-'));
  try {
    const templateFile = join(root, 'template.json');
    writeFileSync(templateFile, JSON.stringify(template));
    const start = () => LoadServer.start(process.cwd(), join(root, 'packages'), templateFile);
    let server = await start();
    tell(`publishing ${PACKAGES} packages of ${VERSIONS} versions with ${UPLOADERS} clients`);
    const digests = await publishAll(server);
    const first = await server.peakMemory();
    await server.kill();
    server = await start();
    tell('the stand-in was killed and started again; reading every file back');
    const wrong = await readAll(server, digests);
    tell(`installing with ${PIPS} pips at once`);
    const failed = await installAll(server, root);
    const peak = Math.max(first, await server.peakMemory());
    await server.kill();
    const passed = !wrong.length && !failed.length && peak < MEMORY_LIMIT;
    const text = [
      `${digests.size} files published, ${wrong.length} lost or with wrong bytes ${wrong.slice(0, 3).join(', ')}`,
      `${PIPS - failed.length} of ${PIPS} pip clients installed their ${PACKAGES / PIPS} packages ${failed.slice(0, 1).join()}`,
      `peak memory of the stand-in ${peak.toFixed(0)} MB, limit ${MEMORY_LIMIT} MB`,
    ].join('\n');
    return { text, passed };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const nameOf = (index: number) => `acme-load-${index}`;
const moduleOf = (index: number) => `acme_load_${index}`;
const contentOf = (index: number, version: string) => `${nameOf(index)} ${version}`;

function distribution(index: number, version: string): Distribution {
  const padding = createHash('sha512').update(contentOf(index, version)).digest('hex').repeat(20);
  const content = `VALUE = ${JSON.stringify(contentOf(index, version))}\nPADDING = "${padding}"\n`;
  const files = [{ path: `${moduleOf(index)}.py`, content }];
  return { name: nameOf(index), version, ...wheel({ name: nameOf(index), version, files }) };
}

/** SHA-256 by file name. */
async function publishAll({ ready }: LoadServer): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  await inParallel(UPLOADERS, PACKAGES, async (index) => {
    for (let minor = 0; minor < VERSIONS; minor++) {
      const file = distribution(index, `1.${minor}.0`);
      const { status, message } = await upload(ready.url, basic(ready.publishToken), file);
      if (status !== 200) throw new Error(`${file.filename}: ${status} ${message}`);
      digests.set(file.filename, createHash('sha256').update(file.content).digest('hex'));
    }
  });
  return digests;
}

/** Names of files that are not there or have other bytes. */
async function readAll({ ready }: LoadServer, digests: ReadonlyMap<string, string>): Promise<string[]> {
  const missing = new Set(digests.keys());
  const headers = { authorization: basic(ready.installToken), accept: 'application/vnd.pypi.simple.v1+json' };
  await inParallel(UPLOADERS, PACKAGES, async (index) => {
    const page = `${ready.url}simple/${nameOf(index)}/`;
    const { files = [] } = (await (await fetch(page, { headers })).json()) as {
      files?: { filename: string; url: string }[];
    };
    for (const { filename, url } of files) {
      const bytes = Buffer.from(await (await fetch(new URL(url, page), { headers })).arrayBuffer());
      if (createHash('sha256').update(bytes).digest('hex') === digests.get(filename))
        missing.delete(filename);
    }
  });
  return [...missing];
}

/** Output of the pips that failed. */
async function installAll({ ready }: LoadServer, root: string): Promise<string[]> {
  const pip = new LinkedPip(root);
  const index = ready.url.replace('http://', `http://aws:${ready.installToken}@`);
  const share = PACKAGES / PIPS;
  const install = async (client: number) => {
    const home = join(root, `client-${client}`);
    pip.makeEnvironment(home);
    const own = Array.from({ length: share }, (_, i) => client * share + i);
    // Half of them by version, half by what pip finds to be the newest.
    const wanted = own.map((i) => (i % 2 ? `${nameOf(i)}==1.7.0` : nameOf(i)));
    const env = {
      HOME: home,
      PATH: '/usr/bin:/bin',
      PIP_CONFIG_FILE: '/dev/null',
      PIP_NO_CACHE_DIR: '1',
      LANG: 'C.UTF-8',
    };
    const args = [
      'install',
      '--disable-pip-version-check',
      '--no-input',
      '--index-url',
      `${index}simple/`,
      ...wanted,
    ];
    const options = { cwd: home, env, seconds: 300 };
    const { code, output } = await run(join(home, 'bin', 'pip'), args, options);
    if (code !== 0) return output;
    const checks = own.map((i) => {
      const expected = contentOf(i, i % 2 ? '1.7.0' : `1.${VERSIONS - 1}.0`);
      return `import ${moduleOf(i)} as m; assert m.VALUE == ${JSON.stringify(expected)}, m.VALUE`;
    });
    const checked = await run(join(home, 'bin', 'python'), ['-c', checks.join('\n')], options);
    return checked.code === 0 ? undefined : checked.output;
  };
  const outputs = await Promise.all(Array.from({ length: PIPS }, (_, client) => install(client)));
  return outputs.filter((output) => output !== undefined);
}

async function inParallel(
  width: number,
  total: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < total) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
