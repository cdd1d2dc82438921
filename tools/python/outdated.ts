import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOOL_LOCK, type ToolSet } from '../../src/workflow/actions/tool-lock';
import { compile } from './compile';
import { ENVIRONMENTS, TOOLS } from './environment';
import { newerIn, versionsIn } from './newer';
import { constraintsOf, resolveTools } from './workflow-tools';

/** Says what is newer than what is locked: first what the workflow installs, then what the tests run. */
function outdated(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tools-outdated-'));
  const newest = resolveTools(TOOLS.program('uv'), folder, true);
  for (const [set, locked] of Object.entries(TOOL_LOCK))
    tell(`workflow, ${set}`, newerIn(locked, newest[set as ToolSet]));
  const versions = join(folder, 'versions.txt');
  writeFileSync(versions, `${constraintsOf(newest).join('\n')}\n`);
  for (const { name, lock } of ENVIRONMENTS) {
    const file = join(folder, `${name}.lock`);
    const also = lock === TOOLS.lock ? ['--constraints', versions] : [];
    copyFileSync(lock, file);
    compile(TOOLS.program('uv'), lock, ['--upgrade', ...also], file);
    tell(
      `tests, ${name}`,
      newerIn(versionsIn(readFileSync(lock, 'utf8')), versionsIn(readFileSync(file, 'utf8'))),
    );
  }
  rmSync(folder, { recursive: true });
}

function tell(what: string, newer: readonly string[]): void {
  console.log([`${what}: ${newer.length || 'nothing'} newer`, ...newer].join('\n  '));
}

outdated();
