import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandContext } from '../../commands/command';
import { command } from '../../commands/doctor';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { realAws, script } from '../programs/scripts';
import { requireTools } from '../python/tools';
import { synthesizeApp } from './app';
import { FAULTS } from './faults';
import { Doctored, GITHUB_TOKEN, soundWorld, type World } from './scene';

/** Those that the real AWS CLI is to find, one in each service: a call of it takes most of a second. */
const IN_AWS = ['trust-differs', 'stack-missing', 'package-group-differs'];

/** Plays `doctor` with processes on the PATH: a stand-in for `gh`, and the real AWS CLI. */
async function main(): Promise<number> {
  requireTools();
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  try {
    const synthesized = synthesizeApp(folder);
    const catalog = await loadCatalog();
    const rows: string[][] = [];
    const play = async (says: string, finding: string, plant: (world: World) => void) => {
      const world = soundWorld(synthesized);
      plant(world);
      const doctored = await Doctored.open(world, catalog, folder);
      const started = Date.now();
      const bin = script(join(folder, 'bin'), 'gh', { url: doctored.githubUrl, token: GITHUB_TOKEN });
      realAws(bin, doctored.endpoints, doctored.credentials);
      let said = '';
      let progress = '';
      const context: CommandContext = {
        cwd: folder,
        env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder, AWS_REGION: 'us-east-1' },
        color: false,
        stdin: async () => '',
        stdout: (text) => {
          said += text;
        },
        stderr: (text) => {
          progress += text;
          process.stderr.write('.');
        },
      };
      const code = await command.run(['--json', '--token'], context);
      await doctored.close();
      process.stderr.write('\n');
      const { findings, unseen } = JSON.parse(said) as { findings: { id: string }[]; unseen: unknown[] };
      const found = findings.map(({ id }) => id).join();
      const leaked = doctored.secrets.some((secret) => (said + progress).includes(secret));
      const isRight =
        found === finding &&
        unseen.length === 0 &&
        code === (finding ? 1 : 0) &&
        !leaked &&
        world.github.violations.length === 0;
      rows.push([
        isRight ? '✓' : '✗',
        says,
        found || 'nothing',
        `${((Date.now() - started) / 1000).toFixed(1)} s`,
      ]);
      if (!isRight)
        process.stderr.write(
          `${JSON.stringify({ code, findings, unseen, leaked, violations: world.github.violations }, undefined, 2)}\n`,
        );
      return isRight;
    };
    const results = [await play('A sound set-up', '', () => undefined)];
    for (const finding of IN_AWS) {
      const fault = FAULTS.find((one) => one.finding === finding);
      if (!fault) throw new Error(`${finding} is none of the faults`);
      results.push(await play(fault.says, finding, fault.plant));
    }
    for (const row of rows) process.stdout.write(`${row.join('  ')}\n`);
    return results.every(Boolean) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 2;
  },
);
