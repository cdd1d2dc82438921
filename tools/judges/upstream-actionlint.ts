import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../python/environment';

export const UPSTREAM_VERSION = 'v1.7.12';

/** Of the module's content, as the checksum database has it; that is asked where it can be reached. */
const SUM = 'h1:vQ4GeJN86C0QH+gTUQcs8McmK62OLT3kmakPMtEWYnY=';

/**
 * Path of the actionlint that its author publishes, as source: built once, where there is a Go, into a folder that
 * Git does not see.
 */
export function upstreamActionlint(): string | undefined {
  const folder = join(CACHE, `actionlint-${UPSTREAM_VERSION}`);
  const program = join(folder, 'actionlint');
  if (existsSync(program)) return program;
  if (spawnSync('go', ['version']).error) return undefined;
  const module = `github.com/rhysd/actionlint/cmd/actionlint@${UPSTREAM_VERSION}`;
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod', GONOSUMDB: '*' };
  const { status, stderr } = spawnSync('go', ['install', module], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`go install ${module} ended with ${status}:\n${stderr.trim()}`);
  checkSum(program);
  return program;
}

/** What Go built it from stands in the program. */
function checkSum(program: string): void {
  const { stdout } = spawnSync('go', ['version', '-m', program], { encoding: 'utf8' });
  if (stdout.includes(`\t${UPSTREAM_VERSION}\t${SUM}\n`)) return;
  rmSync(program);
  throw new Error(`actionlint ${UPSTREAM_VERSION} was built from other content than ${SUM}`);
}
