import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIONS } from '../../src/workflow/actions/actions';
import { ROOT } from '../python/environment';
import { type ActionFile, differencesOf, readActionFile, uncheckedActions } from './action-files';
import { ALL_JUDGES } from './all-judges';
import { faults } from './finding';
import { Material } from './material';
import { table } from './table';
import type { Verdict } from './verdict';

const DOCUMENT = join(ROOT, 'docs', 'judges.md');
const ACTION_FILES = join(ROOT, 'tools', 'judges', 'action-files.json');

const tell = (text: string) => console.log(`[${process.uptime().toFixed(0).padStart(3)} s] ${text}`);
const warn = (text: string) => console.log(`\x1b[31m${text}\x1b[39m`);

/** Reads what can be read of the actions, and keeps what was read before of those releases that still are pinned. */
function readActions(): { files: Record<string, ActionFile>; problems: string[] } {
  const known: Record<string, ActionFile> = JSON.parse(readFileSync(ACTION_FILES, 'utf8'));
  const files: Record<string, ActionFile> = {};
  for (const [action, { version }] of Object.entries(ACTIONS)) {
    const read = readActionFile(action, version);
    if (!read) tell(`${action} ${version} can not be read from here`);
    const file = read ?? known[action];
    if (file?.version === version) files[action] = file;
  }
  const problems = Object.entries(files).flatMap(([action, file]) =>
    differencesOf(action, ACTIONS[action as keyof typeof ACTIONS], file),
  );
  return { files, problems };
}

function judge(): string[] {
  const problems: string[] = [];
  const material = new Material();
  const verdicts: Verdict[] = [];
  let isWhole = true;
  try {
    tell(`${material.workflows.length} workflows and ${material.templates.length} templates to judge`);
    for (const [name, ask] of Object.entries(ALL_JUDGES)) {
      const began = process.uptime();
      let verdict: Verdict | undefined;
      try {
        verdict = ask(material, (text) => tell(`${name}: ${text}`));
      } catch (error) {
        problems.push(`${name}: ${(error as Error).message}`);
      }
      if (verdict) {
        const found = faults(verdict.findings);
        problems.push(...found.map((fault) => `${name}: ${fault}`));
        if (verdict.bites.length === 0) problems.push(`${name} finds nothing in what was broken for it`);
        verdicts.push(verdict);
        tell(
          `${name} ${verdict.version}: ${found.length} findings, ${verdict.findings.length - found.length} explained, ` +
            `${(process.uptime() - began).toFixed(1)} s`,
        );
      } else isWhole = false;
    }
  } finally {
    material.remove();
  }
  const { files, problems: ofActions } = readActions();
  const unchecked = uncheckedActions(files);
  if (unchecked.length > 0) warn(`Not compared with its action.yml: ${unchecked.join(', ')}`);
  problems.push(...ofActions);
  if (isWhole) {
    writeFileSync(ACTION_FILES, `${JSON.stringify(files, undefined, 2)}\n`);
    writeFileSync(DOCUMENT, table(verdicts, unchecked));
  } else warn(`A judge is missing, so ${DOCUMENT} is left as it is`);
  return problems;
}

const problems = judge();
for (const problem of problems) warn(problem);
tell(problems.length === 0 ? 'PASSED' : `FAILED: ${problems.length} findings`);
process.exitCode = problems.length === 0 ? 0 : 1;
