import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode } from '../../commands/command';
import { doctorWith } from '../../commands/doctor';
import type { Catalog } from '../../evaluation/authorization';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { type Synthesized, synthesizeApp } from './app';
import { FAULTS } from './faults';
import { Doctored, soundWorld, type World } from './scene';

let catalog: Catalog;
let synthesized: Synthesized;
const folder = mkdtempSync(join(tmpdir(), 'doctor-'));

beforeAll(async () => {
  catalog = await loadCatalog();
  synthesized = synthesizeApp(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function doctor(change: (world: World) => void = () => undefined, args: string[] = []) {
  const world = soundWorld(synthesized);
  change(world);
  const doctored = await Doctored.open(world, catalog, folder);
  const said = { stdout: '', stderr: '' };
  try {
    const command = doctorWith(
      () =>
        (...call) =>
          doctored.run(...call),
    );
    const code = await command.run(args, {
      cwd: folder,
      env: { AWS_REGION: 'us-east-1' },
      color: false,
      stdin: async () => '',
      stdout: (text) => {
        said.stdout += text;
      },
      stderr: (text) => {
        said.stderr += text;
      },
    });
    return { code, ...said, doctored };
  } finally {
    await doctored.close();
  }
}

it('finds nothing where all is right', async () => {
  const { code, stdout, doctored } = await doctor();
  if (process.env.SHOW) console.log(stdout);
  expect(doctored.world.github.violations).toEqual([]);
  expect(code).toBe(ExitCode.YES);
});

describe('one fault at a time', () => {
  it.each(FAULTS.map((fault) => [fault.says, fault] as const))('%s', async (_says, {
    finding,
    about,
    plant,
  }) => {
    const { code, stdout, stderr, doctored } = await doctor(plant, ['--json']);
    const { findings, unseen } = JSON.parse(stdout);
    if (process.env.SHOW) console.log(JSON.stringify(findings, undefined, 1), unseen);
    expect(findings.map(({ id, subject }: { id: string; subject: string }) => `${subject}: ${id}`)).toEqual([
      `${about}: ${finding}`,
    ]);
    // What is in a domain that is gone can't be looked at.
    expect(unseen.length > 0).toBe(finding === 'domain-missing');
    expect(code).toBe(ExitCode.NO);
    expect(doctored.world.github.violations).toEqual([]);
    for (const secret of doctored.secrets) expect(stdout + stderr).not.toContain(secret);
  });
});
