import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../python/environment';
import { actionlint } from './actionlint';
import { workflowFiles } from './files';
import { faults } from './finding';
import { setups } from './setups';
import { PERSONAS, zizmor } from './zizmor';

const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

// Apart from the workflows of this repository itself, among which actionlint would look for those that are called.
const committed = workflowFiles().map((path) =>
  write(join('committed', path), readFileSync(join(ROOT, path), 'utf8')),
);
const generated = setups(60).flatMap(({ files }, index) =>
  Object.entries(files)
    .filter(([path]) => path.endsWith('.yml'))
    .map(([path, text]) => write(`${index}/${path}`, text)),
);

test('there are workflows in the golden files, the reference apps and the example', () => {
  for (const place of ['test/workflow/golden', 'test/reference/baseline', 'examples'])
    expect(workflowFiles().filter((path) => path.startsWith(place)).length).toBeGreaterThan(1);
  expect(generated).toHaveLength(120);
});

describe.each([
  ['of the repository', committed],
  ['of setups that nobody chose', generated],
])('the workflows %s', (_, files) => {
  test.each(PERSONAS)('zizmor as %s finds nothing that the file does not explain', (persona) => {
    const findings = zizmor(files, persona);
    expect(faults(findings)).toEqual([]);
    for (const { suppressed } of findings) expect(suppressed).toMatch(/^\w+( \S+){5}/);
  });

  test('are explained to zizmor where they call a workflow at no commit or run on a machine of their own, and nowhere else', () => {
    const ownRunners = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/runs-on:.*\n +(- self-hosted|group: )/g)].map(
        () => `${file} self-hosted-runner`,
      ),
    );
    const calls = files.filter((file) => /uses: (\.\/|\S+ya?ml@(?!d{40}))/.test(readFileSync(file, 'utf8')));
    expect(
      zizmor(files)
        .map(({ file, rule }) => `${file} ${rule}`)
        .sort(),
    ).toEqual(
      [
        ...ownRunners,
        ...calls.map(
          (file) =>
            `${file} ${readFileSync(file, 'utf8').includes('uses: ./') ? 'self-repository' : 'unpinned-uses'}`,
        ),
      ].sort(),
    );
  });

  test('actionlint finds nothing', () => {
    expect(faults(actionlint(files))).toEqual([]);
  });
});

describe('a broken workflow is found', () => {
  const [file] = workflowFiles().filter((path) =>
    path.endsWith('golden/without-host/codeartifact_python.yml'),
  );
  const text = readFileSync(join(ROOT, file), 'utf8');
  const brokenBy = (from: RegExp | string, to: string) => {
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    return [write('broken.yml', broken)];
  };

  test.each([
    ['credentials that stay behind', 'persist-credentials: false', 'persist-credentials: true', 'artipacked'],
    ['an action at a tag', /checkout@[0-9a-f]{40}/, 'checkout@v7', 'unpinned-uses'],
    ['what GitHub says in a script', 'rm -rf dist', 'echo ${{ github.ref_name }}', 'template-injection'],
    ['permissions for all', 'permissions: {}', 'permissions: write-all', 'excessive-permissions'],
  ])('%s, by zizmor', (_what, from, to, rule) => {
    expect(zizmor(brokenBy(from, to)).map((finding) => finding.rule)).toContain(rule);
  });

  test.each([
    ['an output that no step has', 'steps.', 'steps.nobody_', 'expression'],
    ['a job that needs nobody', /needs:\n {6}- build/, 'needs:\n      - nobody', 'job-needs'],
    ['a shell that is none', 'shell: bash', 'shell: bosh', 'shell-name'],
  ])('%s, by actionlint', (_what, from, to, rule) => {
    expect(actionlint(brokenBy(from, to)).map((finding) => finding.rule)).toContain(rule);
  });

  test('a suppression without a reason has none', () => {
    const caller = write(
      'bare.yml',
      readFileSync(join(ROOT, dirname(file), 'publish_python.yml'), 'utf8').replace(
        /(ignore\[[\w-]+\]).*/,
        '$1',
      ),
    );
    expect(zizmor([caller])).toEqual([expect.objectContaining({ rule: 'self-repository', suppressed: '' })]);
  });
});
