import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode } from '../../commands/command';
import { doctorWith } from '../../commands/doctor';
import { FINDINGS } from '../../commands/doctor/findings';
import type { Catalog } from '../../evaluation/authorization';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { type Synthesized, synthesizeApp } from './app';
import { FAULTS } from './faults';
import { pageWith, type Row } from './page';
import { type Played, play } from './play';
import { GITHUB_TOKEN, soundWorld, type World } from './scene';

const PAGE = join(__dirname, '..', '..', 'docs', 'doctor.md');
const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
const rows: Row[] = [];
const all: Played[] = [];
let catalog: Catalog;
let synthesized: Synthesized;

beforeAll(async () => {
  catalog = await loadCatalog();
  synthesized = synthesizeApp(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function doctor(change: (world: World) => void, ...args: string[]): Promise<Played> {
  const world = soundWorld(synthesized);
  change(world);
  const played = await play(doctorWith, world, catalog, folder, args);
  all.push(played);
  return played;
}

interface Report {
  readonly findings: { id: string; subject: string; says: string; remedy: string }[];
  readonly unseen: { subject: string; what: string; why: string }[];
}

async function report(change: (world: World) => void, ...args: string[]) {
  const played = await doctor(change, '--json', ...args);
  return { ...played, report: JSON.parse(played.stdout) as Report };
}

const nothing = () => undefined;

describe('a sound set-up', () => {
  it('gives no finding', async () => {
    const { code, stdout } = await doctor(nothing);
    expect(stdout).toMatch(/\n\n\d+ looks, 0 findings\.\n$/);
    expect(stdout).not.toMatch(/[✗?] /);
    expect(code).toBe(ExitCode.YES);
  });

  it('is looked at without a change: every request reads, and none asks for a token', async () => {
    const { world } = await doctor(nothing);
    expect(world.github.requests.length).toBeGreaterThan(30);
    for (const request of world.github.requests) expect(request).toMatch(/^GET /);
    expect(all.flatMap(({ secrets }) => secrets).some((secret) => secret.startsWith('eyJ'))).toBe(false);
  });

  it('gives a token where one is asked for, and shows it to nobody', async () => {
    const { code, stdout, secrets } = await doctor(nothing, '--token');
    expect(code).toBe(ExitCode.YES);
    expect(stdout).toContain('authorization token');
    expect(secrets.filter((secret) => secret.startsWith('eyJ'))).toHaveLength(2);
  });
});

describe('one fault at a time', () => {
  it.each(FAULTS.map((fault) => [fault.says, fault] as const))('%s', async (says, fault) => {
    const { code, report: found } = await report(fault.plant);
    expect(found.findings.map(({ id, subject }) => `${subject}: ${id}`)).toEqual([
      `${fault.about}: ${fault.finding}`,
    ]);
    // What is in a domain that is gone can't be looked at.
    expect(found.unseen.length > 0).toBe(fault.finding === 'domain-missing');
    expect(code).toBe(ExitCode.NO);
    for (const finding of found.findings) rows.push({ ...finding, what: says });
  });

  it('tries every finding that there is', () => {
    const tried = new Set(FAULTS.map(({ finding }) => finding));
    expect(Object.keys(FINDINGS).filter((id) => !tried.has(id as never))).toEqual([]);
  });

  it('is in docs/doctor.md as it is said; with UPDATE_DOCS=1, it is written anew', () => {
    const page = pageWith(readFileSync(PAGE, 'utf8'), rows);
    if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });
});

describe('what keeps from looking is said, and is no finding', () => {
  it.each<[string, (world: World) => void, RegExp]>([
    ['no gh', ({ missing }) => missing.add('gh'), /^gh is not on the PATH/],
    ['no aws', ({ missing }) => missing.add('aws'), /^aws is not on the PATH/],
    [
      'no login of gh',
      ({ loggedOut }) => loggedOut.add('gh'),
      /^gh is not logged in to github.com. Run `gh auth login/,
    ],
    [
      'no login of aws',
      ({ loggedOut }) => loggedOut.add('aws'),
      /^aws has no answer to sts get-caller-identity: Unable to locate/,
    ],
    [
      'no right to see a role',
      ({ refused }) => refused.add('GetRole'),
      /^aws may not ask for iam get-role: An error occurred \(AccessDenied\)/,
    ],
    [
      'no right to see settings',
      ({ github }) => {
        github.repository('acme/orders-sdk').admin = false;
      },
      /^GitHub refuses repos\/acme\/orders-sdk\/actions\/permissions: Must have admin rights to Repository\.$/,
    ],
    [
      'no more requests',
      ({ github }) => {
        github.remaining = 20;
      },
      /^GitHub takes no more requests of this account/,
    ],
  ])('%s', async (_says, change, why) => {
    const { code, report: found } = await report(change);
    expect(found.findings).toEqual([]);
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(found.unseen.length).toBeGreaterThan(0);
    for (const unseen of found.unseen) expect(unseen.why).toMatch(why);
  });

  it('another account, where only a stack for any account is looked for', async () => {
    const { report: found } = await report((world) => {
      world.account = '222222222222';
    });
    expect(found.findings.map(({ id, subject }) => `${subject}: ${id}`)).toEqual(['Anywhere: stack-missing']);
    expect(found.unseen).toEqual([
      {
        subject: 'PythonArtifacts',
        what: 'deployed',
        why: 'PythonArtifacts is for account 111111111111, and aws is logged in to 222222222222. Run this again with AWS_PROFILE of an account that has it.',
      },
    ]);
  });

  it('and stands once for all that it keeps from', async () => {
    const { stdout } = await doctor(({ loggedOut }) => loggedOut.add('gh'));
    expect(stdout.match(/gh auth login/g)).toHaveLength(1);
  });
});

describe('all that was asked and said', () => {
  it('is as GitHub describes it', () => {
    expect(all.flatMap(({ world }) => world.github.violations)).toEqual([]);
  });

  it('has no token in it', () => {
    expect(all.length).toBeGreaterThan(FAULTS.length);
    for (const { stdout, stderr, secrets } of all) {
      expect(secrets).toContain(GITHUB_TOKEN);
      for (const secret of secrets) expect(stdout + stderr).not.toContain(secret);
    }
  });
});
