import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIONS, type PinnedAction } from '../../src/workflow/actions/actions';
import { ROOT } from '../python/environment';
import { type ActionFile, differencesOf, readActionFile, uncheckedActions } from './action-files';
import files from './action-files.json';

const known: Record<string, ActionFile | undefined> = files;
const document = readFileSync(join(ROOT, 'docs', 'judges.md'), 'utf8');

test.each(Object.entries(ACTIONS))('%s is what its own repository says of it', (action, pinned) => {
  const file = known[action];
  // A release that nobody has read yet is named, for all to see.
  if (file?.version !== pinned.version) expect(document).toContain(`${action} ${pinned.version}`);
  else expect(differencesOf(action, pinned, file)).toEqual([]);
});

test('only what was not read is named', () => {
  const named = /Could not be read so far: (.*)\.$/m.exec(document)?.[1].split(', ') ?? [];
  expect(named).toEqual(uncheckedActions(known));
});

test('another commit, and inputs too many or too few, are found', () => {
  const pinned: PinnedAction = { version: 'v1.0.0', sha: 'a'.repeat(40), inputs: ['name', 'old'] };
  const file = { version: 'v1.0.0', sha: 'b'.repeat(40), inputs: ['name', 'new'] };
  expect(differencesOf('acme/act', pinned, file)).toEqual([
    `acme/act v1.0.0 is ${'b'.repeat(40)}, not ${'a'.repeat(40)}`,
    'acme/act v1.0.0 takes new, which actions.ts does not have',
    'acme/act v1.0.0 takes no old',
  ]);
});

describe('a repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'action-repository-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Acme', '-c', 'user.email=a@example.com', ...args], {
      encoding: 'utf8',
    }).trim();
  beforeAll(() => {
    git('init', '--quiet');
    writeFileSync(join(folder, 'action.yml'), 'name: Act\ninputs:\n  path: { required: true }\n  name:\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Act');
    git('tag', '--annotate', '--message', 'First', 'v1.0.0');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read at a tag, whose commit is given and not the tag itself', () => {
    expect(readActionFile('acme/act', 'v1.0.0', folder)).toEqual({
      version: 'v1.0.0',
      sha: git('rev-parse', 'HEAD'),
      inputs: ['name', 'path'],
    });
  });

  test('that has no such tag can not be read', () => {
    expect(readActionFile('acme/act', 'v2.0.0', folder)).toBeUndefined();
  });
});
