import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';

const CONFIG = '.dependency-cruiser.js';
const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(`../${CONFIG}`);

/** A file and what it imports, each of which breaks the rules named behind it and no other. */
const BREACHES: [from: string, to: string, ...rules: string[]][] = [
  ['src/private/a.ts', 'node_modules/yaml/index.d.ts', 'src imports from src and its peers alone'],
  ['src/private/b.ts', 'test/support/b.ts', 'src imports from src and its peers alone'],
  ['src/private/c.ts', 'src/codeartifact/c.ts', 'src: private below codeartifact'],
  ['src/codeartifact/d.ts', 'src/github/d.ts', 'src: codeartifact below github'],
  ['src/github/e.ts', 'src/workflow/e.ts', 'src: github below workflow'],
  ['src/workflow/f.ts', 'src/pipeline/f.ts', 'src: workflow below pipeline'],
  ['src/pipeline/g.ts', 'src/index.ts', 'src: pipeline below index'],
  [
    'src/workflow/jobs/a.ts',
    'src/workflow/render.ts',
    'src/workflow: jobs below index, publish-workflow, workflow-file, reusable, caller, install, install-steps, render',
  ],
  ['src/workflow/settings/a.ts', 'src/workflow/jobs/z.ts', 'src/workflow: settings below jobs'],
  ['src/workflow/options/a.ts', 'src/workflow/settings/z.ts', 'src/workflow: options below settings'],
  [
    'src/workflow/language/a.ts',
    'src/workflow/options/z.ts',
    'src/workflow: language, actions below options',
  ],
  [
    'src/workflow/actions/a.ts',
    'src/workflow/jobs/scripts/z.ts',
    'src/workflow: language, actions below options',
  ],
  ['src/workflow/checkout/a.ts', 'src/workflow/jobs/y.ts', 'src/workflow: checkout knows files, and no jobs'],
  [
    'src/workflow/settings/b.ts',
    'src/workflow/checkout/z.ts',
    'src/workflow: jobs, settings and options know no files on disk',
  ],
  ['src/github/roles/a.ts', 'src/github/index.ts', 'src/github: roles below index'],
  ['src/github/trust/a.ts', 'src/github/roles/z.ts', 'src/github: trust below roles'],
  ['src/github/trigger/a.ts', 'src/github/trust/z.ts', 'src/github: trigger, identity, provider below trust'],
  [
    'src/github/names/a.ts',
    'src/github/identity/z.ts',
    'src/github: names below trigger, identity, provider',
  ],
  ['src/codeartifact/package/a.ts', 'src/codeartifact/index.ts', 'src/codeartifact: package below index'],
  [
    'src/codeartifact/repository/a.ts',
    'src/codeartifact/package/z.ts',
    'src/codeartifact: repository below package',
  ],
  [
    'src/codeartifact/domain/a.ts',
    'src/codeartifact/repository/z.ts',
    'src/codeartifact: domain below repository',
  ],
  ['src/codeartifact/policy/a.ts', 'src/codeartifact/domain/z.ts', 'src/codeartifact: policy below domain'],
  [
    'src/codeartifact/resource/a.ts',
    'src/codeartifact/policy/z.ts',
    'src/codeartifact: resource below policy',
  ],
  ['evaluation/a.ts', 'src/private/z.ts', 'evaluation imports from evaluation, node_modules alone'],
  ['evaluation/authorization/a.ts', 'evaluation/template/z.ts', 'evaluation: authorization below template'],
  [
    'evaluation/refusal.ts',
    'evaluation/authorization/z.ts',
    'evaluation: refusal, unknown below authorization',
  ],
  [
    'evaluation/template/a.ts',
    'node_modules/yaml/index.d.ts',
    'evaluation needs no package, but to load the catalog',
  ],
  [
    'commands/a.ts',
    'test/support/c.ts',
    'commands imports from commands, evaluation, src, node_modules alone',
  ],
  [
    'commands/b.ts',
    'node_modules/aws-cdk-lib/index.d.ts',
    'commands reach no peer of the library, so that they start and install without them',
  ],
  [
    'evaluation/authorization/b.ts',
    'evaluation/authorization/load-catalog.ts',
    'evaluation needs no package, but to load the catalog',
  ],
];

const LEGAL: [from: string, to: string][] = [
  ['evaluation/authorization/load-catalog.ts', 'node_modules/yaml/index.d.ts'],
  ['src/private/l.ts', 'node_modules/aws-cdk-lib/index.d.ts'],
  ['src/pipeline/l.ts', 'src/private/l.ts'],
  ['src/workflow/jobs/l.ts', 'src/workflow/language/l.ts'],
  ['test/l.ts', 'src/pipeline/l.ts'],
];

describe('the rules of the house', () => {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  afterAll(() => rmSync(house, { recursive: true }));

  const write = (file: string, text: string, flag = 'a') => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text, { flag });
  };
  const importOf = (from: string, to: string) =>
    `import type { A } from './${posix.relative(posix.dirname(from), to).replace(/(\.d)?\.ts$/, '')}';\nexport type B${to.length} = A;\n`;

  let found: string[];
  beforeAll(() => {
    copyFileSync(CONFIG, join(house, CONFIG));
    write('tsconfig.dev.json', '{}');
    for (const [from, to] of [...BREACHES, ...LEGAL]) {
      write(to, 'export interface A {}\n', 'w');
      write(from, '', 'a');
    }
    for (const [from, to] of [...BREACHES, ...LEGAL]) write(from, importOf(from, to));
    write('rehearsal/round.ts', importOf('rehearsal/round.ts', 'rehearsal/about.ts'));
    write(
      'rehearsal/about.ts',
      `${importOf('rehearsal/about.ts', 'rehearsal/round.ts')}export interface A {}\n`,
    );
    const { stdout } = spawnSync(
      process.execPath,
      [
        resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--output-type',
        'json',
        '--config',
        CONFIG,
        'src',
        'evaluation',
        'commands',
        'rehearsal',
        'test',
      ],
      { cwd: house, encoding: 'utf8', maxBuffer: 1e8 },
    );
    const { violations } = JSON.parse(stdout).summary;
    found = violations.map(({ from, to, rule }: Record<'from' | 'to', string> & { rule: { name: string } }) =>
      [from, to, rule.name].join(' | '),
    );
  });

  test('each is broken by a file made to break it, and by no other', () => {
    const circle = ['rehearsal/about.ts | rehearsal/round.ts | no circles'];
    const breaches = BREACHES.flatMap(([from, to, ...rules]) =>
      rules.map((rule) => [from, to, rule].join(' | ')),
    );
    expect([...found].sort()).toEqual([...breaches, ...circle].sort());
  });

  test('none is without such a file', () => {
    const broken = new Set(found.map((line) => line.split(' | ')[2]));
    expect(forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });
});
