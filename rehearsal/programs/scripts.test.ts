import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aws } from '../../commands/aws/aws';
import { GitHub } from '../../commands/github/github';
import { programsOf } from '../../commands/programs';
import { Catalog } from '../../evaluation/authorization';
import { Doctored, emptyWorld, GITHUB_TOKEN } from '../doctor/scene';
import { restRepository } from '../github/rest/repository';
import { script } from './scripts';

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
let doctored: Doctored;
let bin: string;

beforeAll(async () => {
  const world = emptyWorld();
  world.github.repositories.push(restRepository('acme/orders-sdk', 5678, 1234));
  doctored = await Doctored.open(world, new Catalog({}), folder);
  bin = script(join(folder, 'bin'), 'gh', { url: doctored.githubUrl, token: GITHUB_TOKEN });
  script(bin, 'aws', { endpoints: doctored.endpoints, credentials: doctored.credentials });
});

afterAll(async () => {
  await doctored.close();
  rmSync(folder, { recursive: true, force: true });
});

const programs = (PATH = `${bin}:${process.env.PATH}`) =>
  programsOf({
    cwd: folder,
    env: { PATH, GH_DEBUG: 'api' },
    color: false,
    stdin: async () => '',
    stdout: () => undefined,
    stderr: () => undefined,
  });

describe('programs on the PATH', () => {
  it('are asked without a shell, and answer', async () => {
    const github = new GitHub(programs());
    expect((await github.get('repos/acme/orders-sdk')).body).toMatchObject({ id: 5678 });
    expect((await github.get('repos/acme/$(id)')).status).toBe(404);
    const ref = { ref: 'refs/heads/new', sha: 'a'.repeat(40) };
    expect((await github.send('POST', 'repos/acme/orders-sdk/git/refs', ref)).status).toBe(201);
  });

  it('answer for AWS as well, errors by their code', async () => {
    const aws = new Aws(programs());
    expect(await aws.ask(['sts', 'get-caller-identity'], [])).toMatchObject({
      body: { Account: '111111111111' },
    });
    expect(await aws.ask(['iam', 'get-role'], ['--role-name', 'none'])).toEqual({ error: 'NoSuchEntity' });
  });

  it('are said to be missing where they are', async () => {
    await expect(programs('/nowhere')('gh', ['api'])).rejects.toThrow(
      'gh is not on the PATH. Install it: https://cli.github.com',
    );
  });
});
