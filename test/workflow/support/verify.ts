import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERIFY } from '../../../src/workflow/jobs/scripts/verify/program';
import { python } from '../../support/locked-python';
import { putFiles, putProgram, runScript, type ScriptResult } from './bash';
import { newFolder } from './cli';
import { MAKE_ARCHIVES } from './make-archives';

export interface Verified extends ScriptResult {
  /** The text of each output. */
  readonly outputs: Record<string, string>;
  readonly summary: string;
  /** The names of the files in `dist`. */
  readonly handedOn: string[];
}

/** Without twine, which takes a second for each file and has tests of its own. */
export const WITHOUT_TWINE = VERIFY.replace(/^ +twine_check\(.*\n/m, '');

/**
 * Runs the script of the verify job on files that a piece of Python makes, in the folders of the builds.
 *
 * @param make Python, with what `MAKE_ARCHIVES` defines
 */
export function verify(make: string, env: Record<string, string> = {}, script = WITHOUT_TWINE): Verified {
  const folder = newFolder();
  const made = spawnSync(python(), ['-c', `${MAKE_ARCHIVES}\n${make}`], { cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return verifyIn(folder, env, script);
}

/** The same on files that are there, in `built/1` and so on. */
export function verifyIn(folder: string, env: Record<string, string> = {}, script = WITHOUT_TWINE): Verified {
  const temp = newFolder();
  putProgram(join(temp, 'tools', 'bin', 'python'), `exec ${python()} "$@"`);
  putFiles(temp, { output: '', summary: '' });
  const result = runScript(script, folder, {
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    TAG: 'v1.2.3',
    TAG_PATTERNS: 'all ^*',
    STRICT: 'false',
    COLUMNS: '200',
    ...env,
  });
  const blocks = readFileSync(join(temp, 'output'), 'utf8').matchAll(/^(\w+)<<(\w+)\n([\s\S]*?)\n\2$/gm);
  const dist = join(folder, 'dist');
  return {
    ...result,
    outputs: Object.fromEntries([...blocks].map(([, name, , value]) => [name, value])),
    summary: readFileSync(join(temp, 'summary'), 'utf8'),
    handedOn: existsSync(dist) ? readdirSync(dist).sort() : [],
  };
}

/** What the script says where it refuses files; it hands nothing on then, and says nothing else. */
export function refusal(make: string, env: Record<string, string> = {}, script = WITHOUT_TWINE): string {
  const { status, log, outputs, handedOn } = verify(make, env, script);
  expect({ status, outputs, handedOn }).toEqual({ status: 1, outputs: {}, handedOn: [] });
  const [, sentence] = /^::error title=(.*)\n$/.exec(log) ?? [];
  if (sentence === undefined) throw new Error(`the log is no single sentence:\n${log}`);
  return sentence;
}
