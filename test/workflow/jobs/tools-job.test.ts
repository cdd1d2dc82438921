import {
  BuildCommand,
  GitHubIssuer,
  PublishTrigger,
  type PublishWorkflowProps,
  Uploader,
} from '../../../src';
import { TOOL_LOCK, type ToolSet } from '../../../src/workflow/actions/tool-lock';
import { allProblems } from '../support/all-problems';
import { newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const FROM_REPOSITORY = {
  toolsFromRepository: true,
  toolsRoleArn: 'arn:aws:iam::111111111111:role/fetch-tools',
};
const jobsOf = (props: Partial<PublishWorkflowProps> = {}) =>
  reusableOf(newWorkflow({ ...FROM_REPOSITORY, ...props })).jobs;

const releases = (...sets: ToolSet[]) => [
  ...new Set(sets.flatMap((set) => TOOL_LOCK[set]).map(({ name, version }) => `${name}==${version}`)),
];

test('without it, there is no such job, and nobody waits for one', () => {
  const { jobs } = reusableOf(newWorkflow());
  expect(Object.keys(jobs)).toEqual(['build', 'verify', 'publish']);
  expect(jobs.build.needs).toBeUndefined();
  expect(JSON.stringify(jobs)).not.toContain('wheels"');
});

describe('the job', () => {
  const { tools } = jobsOf({ publishOn: PublishTrigger.environment('release') });

  test('may ask who it is, and nothing else', () => {
    expect(tools.permissions).toEqual({ 'id-token': 'write' });
  });

  test('is in no environment: what may publish would be its identity there', () => {
    expect(tools.environment).toBeUndefined();
  });

  test('waits for nothing, so that it has ended before any code of the package runs', () => {
    expect(tools.needs).toBeUndefined();
  });

  test('has no sources and takes no files', () => {
    expect(stepNames(tools)).toEqual([
      'Start clean',
      'Name the artifact',
      'Set up Python for the tools',
      'Assume the tools role',
      'Download the tools',
      'Hand on the files',
    ]);
  });

  test('assumes its own role for 15 minutes', () => {
    expect(stepOf(tools, 'Assume the tools role').with).toMatchObject({
      'role-to-assume': 'arn:aws:iam::111111111111:role/fetch-tools',
      'role-duration-seconds': 900,
      'allowed-account-ids': '111111111111',
    });
  });

  test('installs nothing of what it downloads', () => {
    expect(stepOf(tools, 'Download the tools').run).not.toMatch(/ install /);
  });
});

describe('what it downloads', () => {
  test.each<[string, Partial<PublishWorkflowProps>, ToolSet[]]>([
    ['build and twine', {}, ['build', 'twine check', 'twine']],
    ['uv', { uploader: Uploader.UV }, ['build', 'twine check', 'uv']],
    ['cibuildwheel', { buildCommand: BuildCommand.cibuildwheel() }, ['cibuildwheel', 'twine check', 'twine']],
    ['a command of the user', { buildCommand: BuildCommand.custom('make') }, ['twine check', 'twine']],
  ])('with %s is each release of them, by its hash and once', (_with, props, sets) => {
    const { run = '' } = stepOf(jobsOf(props).tools, 'Download the tools');
    const lines = run.match(/^[a-z0-9-]+==.*$/gm) ?? [];
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(releases(...sets).sort());
    expect(lines.filter((line) => !/^\S+( --hash=sha256:[0-9a-f]{64})+$/.test(line))).toEqual([]);
  });
});

describe('the other jobs', () => {
  test.each(['build', 'verify', 'publish'])('%s waits for it and takes the wheels by their id', (job) => {
    const { needs, steps = [] } = jobsOf()[job];
    expect(needs).toContain('tools');
    expect(steps.find(({ name }) => name === 'Take over the tools')?.with).toEqual({
      'artifact-ids': '${{ needs.tools.outputs.artifact_id }}',
      path: '${{ runner.temp }}/wheels',
    });
  });

  test.each([
    ['build', 'Build'],
    ['verify', 'Install twine check'],
    ['publish', 'Install twine'],
  ])('%s installs from them alone, by hash', (job, step) => {
    const { run = '', env } = stepOf(jobsOf()[job], step);
    expect(run).toContain('--no-index --find-links "$RUNNER_TEMP/wheels"');
    expect(run).toContain('--require-hashes --no-deps --only-binary :all:');
    expect(run).not.toMatch(/--index-url|TOOL_INDEX/);
    expect(env).not.toHaveProperty('TOOL_INDEX');
  });

  test('verify still may do nothing', () => {
    expect(jobsOf().verify.permissions).toEqual({});
  });

  test('a build by a command of the user installs no tool, and waits for none', () => {
    const { build } = jobsOf({ buildCommand: BuildCommand.custom('make') });
    expect(build.needs).toBeUndefined();
    expect(stepNames(build)).not.toContain('Take over the tools');
  });

  test('a build that is tested waits for both', () => {
    expect(jobsOf({ testCommand: 'pytest' }).build.needs).toEqual(['test', 'tools']);
  });

  test('on a server, whose artifacts have no ids, they take the wheels by their name', () => {
    const { tools, verify } = jobsOf({ issuer: GitHubIssuer.enterpriseServer('github.acme.example') });
    expect(tools.outputs).toEqual({ artifact_name: '${{ steps.name.outputs.artifact }}' });
    expect(stepOf(verify, 'Take over the tools').with).toMatchObject({
      name: '${{ needs.tools.outputs.artifact_name }}',
    });
  });
});

describe('what goes wrong is found', () => {
  const { files, reusable } = newWorkflow(FROM_REPOSITORY);
  const job = (id: string, change: (text: string) => string) => {
    const [before, rest] = reusable.text.split(new RegExp(`(?<=^  ${id}:\\n)`, 'm'));
    return before + change(rest);
  };

  test('nothing is, before', async () => {
    expect(await allProblems(reusable.text, files)).toEqual([]);
  });

  test.each([
    [
      'verify may ask who it is',
      job('verify', (t) => t.replace('permissions: {}', 'permissions:\n      id-token: write')),
      'own: verify: an identity that is for no role',
    ],
    [
      'a hash is dropped where it is installed',
      job('verify', (t) => t.replace(/(twine==\S+) --hash=\S+/, '$1')),
      'own: verify: Install twine check: a tool without a hash',
    ],
    [
      'a hash is dropped where it is downloaded',
      job('tools', (t) => t.replace(/(twine==\S+) --hash=\S+/, '$1')),
      'own: tools: Download the tools: a tool without a hash',
    ],
    [
      'hashes are not asked for',
      job('publish', (t) => t.replace('--require-hashes ', '')),
      'own: publish: Install twine: files of any hash are installed',
    ],
    [
      'files of any hash are downloaded',
      job('tools', (t) => t.replace('--require-hashes ', '')),
      'own: tools: Download the tools: files of any hash are installed',
    ],
    [
      'it waits for an environment',
      job('tools', (t) => t.replace('    permissions:', '    environment: release\n    permissions:')),
      'own: tools: an environment whose identity may publish',
    ],
    [
      'it has the sources',
      job('tools', (t) =>
        t.replace(
          '    steps:\n',
          '    steps:\n      - name: Check out\n        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with:\n          persist-credentials: false\n',
        ),
      ),
      'own: tools: tools that are fetched beside files of somebody else',
    ],
    [
      'it keeps its identity while it downloads',
      job('tools', (t) =>
        t.replace('unset ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL', 'true'),
      ),
      'own: tools: Download the tools: a download that can ask for an identity',
    ],
    [
      'the wheels are taken by a name that anybody may use',
      job('verify', (t) =>
        t.replace('artifact-ids: ${{ needs.tools.outputs.artifact_id }}', 'name: python-tools'),
      ),
      'own: verify: files that are named, as those of another call may be',
    ],
  ])('%s', async (_what, text, problem) => {
    expect(text).not.toBe(reusable.text);
    expect(await allProblems(text, files)).toContain(problem);
  });
});
