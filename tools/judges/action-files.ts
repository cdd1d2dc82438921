import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ACTIONS, type PinnedAction } from '../../src/workflow/actions/actions';

/** What the repository of an action says of the release that is pinned. */
export interface ActionFile {
  /** The commit that its tag points to. */
  readonly sha: string;
  readonly version: string;
  readonly inputs: string[];
}

/** Reads tag and action.yml of an action from GitHub, or from wherever Git was told to find GitHub. */
export function readActionFile(
  action: string,
  version: string,
  url = `https://github.com/${action}`,
): ActionFile | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    });
  try {
    git('init', '--bare', '--quiet');
    git('fetch', '--quiet', '--depth=1', url, `refs/tags/${version}`);
    const sha = git('rev-parse', 'FETCH_HEAD^{commit}').trim();
    const { inputs } = parse(git('show', `${sha}:action.yml`));
    return { sha, version, inputs: Object.keys(inputs).sort() };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What an action is said to be here, and is not there. */
export function differencesOf(action: string, pinned: PinnedAction, file: ActionFile): string[] {
  const missing = file.inputs.filter((input) => !pinned.inputs.includes(input));
  const unknown = pinned.inputs.filter((input) => !file.inputs.includes(input));
  return [
    ...(pinned.sha === file.sha ? [] : [`${action} ${pinned.version} is ${file.sha}, not ${pinned.sha}`]),
    ...missing.map((input) => `${action} ${pinned.version} takes ${input}, which actions.ts does not have`),
    ...unknown.map((input) => `${action} ${pinned.version} takes no ${input}`),
  ];
}

/** The actions whose release, as it is pinned, nobody has read. */
export function uncheckedActions(files: Readonly<Record<string, ActionFile | undefined>>): string[] {
  return Object.entries(ACTIONS)
    .filter(([action, { version }]) => files[action]?.version !== version)
    .map(([action, { version }]) => `${action} ${version}`);
}
