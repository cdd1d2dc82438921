import { Stack } from 'aws-cdk-lib';
import { BuildCommand, type PublishWorkflowProps, type ToolVersion } from '../../../src';
import { TOOL_LOCK } from '../../../src/workflow/actions/tool-lock';
import { ToolPins } from '../../../src/workflow/actions/tool-pins';
import { newWorkflow, reusableOf, stepOf } from '../support/publish-workflow';

const HASH = '0'.repeat(64);
const NEWER: ToolVersion = { version: '9.9.9', sha256: [HASH, 'f'.repeat(64)] };

function linesOf(job: string, step: string, props: Partial<PublishWorkflowProps>): string[] {
  const { jobs } = reusableOf(newWorkflow(props));
  return stepOf(jobs[job], step).run?.match(/^[a-z0-9-]+==.*$/gm) ?? [];
}

test('every locked package has a hash, and names stand in order', () => {
  for (const packages of Object.values(TOOL_LOCK)) {
    const names = packages.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    for (const { sha256 } of packages) {
      expect(sha256.length).toBeGreaterThan(0);
      expect(sha256.filter((hash) => !/^[0-9a-f]{64}$/.test(hash))).toEqual([]);
    }
  }
});

test('what uploads has neither keyring nor what only a check needs, and what checks has the renderer', () => {
  const names = TOOL_LOCK.twine.map(({ name }) => name);
  expect(names).not.toContain('keyring');
  expect(names).not.toContain('readme-renderer');
  const more = TOOL_LOCK['twine check'].map(({ name }) => name).filter((name) => !names.includes(name));
  expect(more).toEqual(['docutils', 'nh3', 'readme-renderer']);
});

test('a release of the user takes the place of the locked one wherever that is installed', () => {
  const toolVersions = { urllib3: NEWER };
  const line = `urllib3==9.9.9 --hash=sha256:${HASH} --hash=sha256:${'f'.repeat(64)}`;
  for (const [job, step, set] of [
    ['verify', 'Install twine check', 'twine check'],
    ['publish', 'Install twine', 'twine'],
  ] as const) {
    const lines = linesOf(job, step, { toolVersions });
    expect(lines.filter((text) => text.startsWith('urllib3'))).toEqual([line]);
    expect(lines).toHaveLength(TOOL_LOCK[set].length);
  }
  expect(linesOf('build', 'Build', { toolVersions }).join()).not.toContain('urllib3');
});

test('it takes the place of all forks, on the Pythons of any of them', () => {
  const lines = linesOf('build', 'Build', {
    toolVersions: { build: NEWER, tomli: NEWER },
    buildCommand: BuildCommand.pep517(),
  });
  expect(
    lines.filter((text) => /^(build|tomli)=/.test(text)).map((text) => text.split(' --hash')[0]),
  ).toEqual([
    "build==9.9.9 ; python_full_version == '3.9.*' or python_full_version >= '3.10'",
    "tomli==9.9.9 ; python_full_version < '3.11'",
  ]);
});

test('each release of some sets is downloaded once, and no name twice at a time', () => {
  const pins = new ToolPins(new Stack(), { urllib3: NEWER });
  const lists = pins.downloads(['build', 'twine', 'twine check']);
  const names = lists.map((lines) => lines.map((line) => line.split('==')[0]));
  for (const list of names) expect(list).toEqual([...new Set(list)].sort());
  const twice = TOOL_LOCK.build.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) < at);
  expect(names[1]).toEqual(twice.sort());
  expect(lists).toHaveLength(2);
  expect(lists[0]).toContain(`urllib3==9.9.9 --hash=sha256:${HASH} --hash=sha256:${'f'.repeat(64)}`);
  expect(lists.join()).not.toContain(';');
});

test('a package that the lock does not have is installed where the one is that needs it', () => {
  const toolVersions = { 'new-idna': { ...NEWER, neededBy: 'readme-renderer' } };
  expect(linesOf('verify', 'Install twine check', { toolVersions }).join()).toContain(
    'new-idna==9.9.9 --hash',
  );
  expect(linesOf('publish', 'Install twine', { toolVersions }).join()).not.toContain('new-idna');
});

const KNOWN = [...new Set(Object.values(TOOL_LOCK).flatMap((set) => set.map(({ name }) => name)))].sort();
const SEE =
  'See https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode (construct Acme/Workflow)';

test.each<[Record<string, ToolVersion>, string]>([
  [
    { keyring: NEWER },
    `toolVersions "keyring" is no package that the workflows install. Allowed: ${KNOWN.join(', ')}. Write instead: neededBy beside it, where one of these needs it. (construct Acme/Workflow)`,
  ],
  [
    { keyring: { ...NEWER, neededBy: 'jeepney' } },
    `toolVersions keyring neededBy "jeepney" is no package that the workflows install. Allowed: ${KNOWN.join(', ')}. (construct Acme/Workflow)`,
  ],
  [
    { 'a\nb': { ...NEWER, neededBy: 'twine' } },
    'toolVersions "a\\nb" is not the name of a package as an index compares it. Allowed: lower-case letters, digits and single hyphens, as in \'requests-toolbelt\'. See https://packaging.python.org/en/latest/specifications/name-normalization/ (construct Acme/Workflow)',
  ],
  [
    { twine: { ...NEWER, version: '>=7' } },
    `toolVersions twine ">=7" is not a version. Allowed: one release, as in '7.0.1'. ${SEE}`,
  ],
  [
    { twine: { ...NEWER, sha256: [] } },
    `toolVersions twine [] has no hash, and any file would do. Allowed: 64 lower-case hexadecimal digits, as \`pip hash\` prints them of a wheel. ${SEE}`,
  ],
  [
    { twine: { ...NEWER, sha256: [HASH, 'F'.repeat(64)] } },
    `toolVersions twine "${'F'.repeat(64)}" is not a SHA-256. Allowed: 64 lower-case hexadecimal digits, as \`pip hash\` prints them of a wheel. ${SEE}`,
  ],
])('%j is refused', (toolVersions, message) => {
  expect(() => newWorkflow({ toolVersions })).toThrow(new Error(message));
});
