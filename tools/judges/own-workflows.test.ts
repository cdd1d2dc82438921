import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../python/environment';
import { actionlint } from './actionlint';
import { zizmor } from './zizmor';

const FOLDER = join(ROOT, '.github', 'workflows');
const files = readdirSync(FOLDER).map((file) => join(FOLDER, file));
const texts = files.map((file) => readFileSync(file, 'utf8'));

/** What zizmor finds as the auditor, and why it stays. projen writes the files, without comments. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'undocumented-permissions': 'a comment would have to stand in a file that projen writes',
  'superfluous-actions': 'projen opens the pull request of an upgrade by an action, at a commit',
};

test('building, releasing and upgrading each have a workflow', () => {
  expect(readdirSync(FOLDER)).toEqual(['build.yml', 'release.yml', 'upgrade-main.yml']);
});

test('zizmor finds nothing for most people, and for pedants and auditors nothing that is not explained', () => {
  const found = zizmor(files, 'auditor').map(({ rule }) => rule);
  expect([...new Set(found)].sort()).toEqual(Object.keys(EXPLAINED).sort());
  expect(zizmor(files, 'regular')).toEqual([]);
  for (const { rule } of zizmor(files, 'pedantic')) expect(Object.keys(EXPLAINED)).toContain(rule);
});

test('actionlint finds nothing', () => {
  expect(actionlint(files)).toEqual([]);
});

test('every action is used at a commit', () => {
  const uses = texts.flatMap((text) => [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action));
  expect(uses.length).toBeGreaterThan(10);
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
});

test('no registry is named, so that each tool asks the one that it has by default', () => {
  for (const text of texts) expect(text).not.toMatch(/registry\.|pypi\.org|nuget\.org|sonatype|NPM_REGISTRY/);
});

test('nobody has a secret of npm, PyPI or NuGet: they trust the workflow', () => {
  const [secrets] = [
    new Set(texts.flatMap((text) => [...text.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name))),
  ];
  expect([...secrets].sort()).toEqual([
    'GITHUB_TOKEN',
    'GO_MODULE_DEPLOY_KEY',
    'MAVEN_GPG_PRIVATE_KEY',
    'MAVEN_GPG_PRIVATE_KEY_PASSPHRASE',
    'MAVEN_PASSWORD',
    'MAVEN_STAGING_PROFILE_ID',
    'MAVEN_USERNAME',
    'NUGET_USERNAME',
    'PROJEN_GITHUB_TOKEN',
  ]);
});
