import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ExitCode } from '../../commands/command';
import { doctorWith } from '../../commands/doctor';
import { rolloutWith } from '../../commands/rollout';
import type { Catalog } from '../../evaluation/authorization';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { type Synthesized, synthesizeApp } from './app';
import { type Played, play } from './play';
import { GITHUB_TOKEN, soundWorld, type World } from './scene';

const CALLER = '.github/workflows/publish_python.yml';
const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
const all: Played[] = [];
let catalog: Catalog;
let synthesized: Synthesized;

beforeAll(async () => {
  catalog = await loadCatalog();
  synthesized = synthesizeApp(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same world again, where one is given. */
async function rollout(given: World | ((world: World) => void), ...args: string[]): Promise<Played> {
  const world = typeof given === 'function' ? soundWorld(synthesized) : given;
  if (typeof given === 'function') given(world);
  const played = await play(rolloutWith, world, catalog, folder, args);
  all.push(played);
  return played;
}

const files = ({ github }: World, name: string, branch = 'main') =>
  github.repository(name).branches[branch]?.files ?? {};
const withoutCallers = (world: World) => {
  delete files(world, 'acme/orders-sdk')[CALLER];
  delete files(world, 'acme/tools')['.github/workflows/codeartifact_tools.yml'];
};

describe('rollout', () => {
  it('has nothing to do where every file is there', async () => {
    const { code, stdout } = await rollout(() => undefined);
    expect({ code, stdout }).toEqual({ code: ExitCode.YES, stdout: '' });
  });

  it('prints what is missing, with the entry of the repository, and changes nothing', async () => {
    const { code, stdout, stderr, world } = await rollout(withoutCallers);
    expect(code).toBe(ExitCode.NO);
    expect(stdout.match(/^==> .*$/gm)).toEqual([
      '==> acme/tools .github/workflows/codeartifact_tools.yml (missing) <==',
      `==> acme/orders-sdk ${CALLER} (missing) <==`,
    ]);
    expect(stdout).toContain(
      'trusted_repository: repo:acme/orders-sdk repo:acme@1234/orders-sdk@5678 repository_id=5678\n',
    );
    expect(stderr).toContain('2 of 4 repositories lack files. Nothing is changed');
    for (const request of world.github.requests) expect(request).toMatch(/^GET /);
  });

  it('keeps what the author of a package chose, and says what differs', async () => {
    const { stdout } = await rollout((world) => {
      const chosen = synthesized.files['workflow-templates/publish_python.yml']
        ?.replace('"3.13"', '"3.11"\n      working_directory: python')
        .replace('@main', '@next');
      files(world, 'acme/orders-sdk')[CALLER] = String(chosen);
    }, '--json');
    const [, orders] = JSON.parse(stdout);
    expect(orders.repository).toBe('acme/orders-sdk');
    expect(orders.files[0].differs).toMatch(/^jobs.publish.uses is ".*@next", and should be ".*@main"$/);
    expect(parse(orders.files[0].text).jobs.publish).toMatchObject({
      uses: 'acme/platform/.github/workflows/codeartifact_python.yml@main',
      with: { python_version: '3.11', working_directory: 'python' },
    });
  });

  it('opens a pull request each with --pull-request, once; what it merges is what doctor wants', async () => {
    const { code, stdout, world } = await rollout(withoutCallers, '--pull-request');
    expect({ code, stdout }).toEqual({
      code: ExitCode.YES,
      stdout:
        'acme/tools: https://github.com/acme/tools/pull/1\nacme/orders-sdk: https://github.com/acme/orders-sdk/pull/1\n',
    });
    expect(Object.keys(files(world, 'acme/orders-sdk'))).toEqual([]);
    const again = await rollout(world, '--pull-request');
    expect(again.stdout).toBe(stdout);
    expect(world.github.repository('acme/orders-sdk').pulls).toHaveLength(1);

    Object.assign(
      files(world, 'acme/orders-sdk'),
      files(world, 'acme/orders-sdk', 'cdk-python-artifact-pipeline/publish_python'),
    );
    Object.assign(
      files(world, 'acme/tools'),
      files(world, 'acme/tools', 'cdk-python-artifact-pipeline/codeartifact_tools'),
    );
    const checked = await play(doctorWith, world, catalog, folder, []);
    expect(checked.code).toBe(ExitCode.YES);
  });

  it('asks for the scope before it changes anything', async () => {
    const { code, stderr, world } = await rollout((given) => {
      withoutCallers(given);
      given.github.scopes = 'gist, repo';
    }, '--pull-request');
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(stderr).toContain('run `gh auth refresh --scopes workflow`');
    for (const request of world.github.requests) expect(request).toMatch(/^GET /);
  });

  it('takes the repositories of an organization that publishes as a whole by name', async () => {
    const { stdout } = await rollout(() => undefined, '--repository', 'acme/platform');
    expect(stdout).toContain(
      '==> acme/platform .github/workflows/publish_python_everybody.yml (missing) <==',
    );
    expect(stdout).toContain('trusted_repository: repository_owner_id=1234\n');
  });

  it('says whom it could not look at', async () => {
    const { code, stderr } = await rollout(({ github }) => {
      github.repositories.splice(1, 1);
    });
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(stderr).toContain('acme/orders-sdk: There is no acme/orders-sdk, or the account');
  });

  it('asks and answers as GitHub describes it, and shows no token', () => {
    expect(all.flatMap(({ world }) => world.github.violations)).toEqual([]);
    for (const { stdout, stderr } of all) expect(stdout + stderr).not.toContain(GITHUB_TOKEN);
  });
});
