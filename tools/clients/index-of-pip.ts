import { spawnSync } from 'node:child_process';
import { pinnedPip } from '../python/pip';

/** The index that this machine has given pip, for uv, which does not read pip's settings. */
export function indexOfPip(python: string, env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const settings = spawnSync(python, [pinnedPip(), 'config', 'list'], { env, encoding: 'utf8' }).stdout;
  const url = [':env:', 'install', 'global']
    .map((section) => new RegExp(`^${section}\\.index-url='(.*)'$`, 'm').exec(settings)?.[1])
    .find(Boolean);
  return url ? { UV_DEFAULT_INDEX: url } : {};
}
