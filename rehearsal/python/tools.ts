import { existsSync, readFileSync } from 'node:fs';
import { AWS_CLI, TOOLS } from '../../tools/python/environment';

export const BASH = '/bin/bash';
export const SH = '/bin/sh';

/** Paths of the locked programs; asking for one that is not there throws, and says what to do. */
export const python = () => TOOLS.program('python');
export const awsCli = () => AWS_CLI.program('aws');

/** Throws what this machine lacks for a rehearsal. */
export function requireTools(): void {
  if (!existsSync(BASH)) throw new Error(`There is no ${BASH}`);
  python();
  awsCli();
}

/** pip reads this file whatever HOME is; these settings in it would lead a rehearsal out of the loopback. */
export function disturbingPipConfig(path = '/etc/pip.conf'): string | undefined {
  if (!existsSync(path)) return undefined;
  const line = /^\s*(extra-index-url|find-links|no-index|proxy)\s*=.*$/m.exec(readFileSync(path, 'utf8'));
  return line ? `${path} sets ${line[1]}` : undefined;
}
