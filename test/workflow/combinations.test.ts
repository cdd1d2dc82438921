import { Aws, Duration } from 'aws-cdk-lib';
import {
  BuildCommand,
  GitHubIssuer,
  PublishTrigger,
  type PublishWorkflowProps,
  Runner,
  Submodules,
  Uploader,
  WorkflowHost,
} from '../../src';
import { pairwise, SEED, WHOLE } from '../support/sample';
import { allProblems } from './support/all-problems';
import { newWorkflow } from './support/publish-workflow';
import { lintTogether } from './support/validators';

type Props = Partial<PublishWorkflowProps>;

const SHA = 'd'.repeat(40);
const READ_ROLE = 'arn:aws:iam::111111111111:role/read-python';
const TESTED = { testCommand: 'pip install . && pytest "$HOME"' };
const RUNNERS = ['ubuntu-24.04', 'macos-15', 'windows-2025'];
const STEP = { name: 'Say', run: 'echo "$A"', env: { A: '${{ github.ref }}' }, condition: 'success()' };
const ACTION = { name: 'Act', uses: `acme/action@${SHA}`, version: 'v1.0.0', with: { a: 'b' } };

/** The values of each option that make a difference to the files. */
const OPTIONS: Props[][] = [
  [{}, { host: WorkflowHost.branch('acme/platform', 'main') }],
  [
    {},
    { buildCommand: BuildCommand.setupPySdist() },
    { buildCommand: BuildCommand.cibuildwheel(), buildRunners: RUNNERS, packages: ['acme-*', 'orders-sdk'] },
    {
      buildCommand: BuildCommand.custom('make dist\nls'),
      buildRunners: RUNNERS,
      packages: [`acme-${Aws.ACCOUNT_ID}`],
      strictTwineCheck: true,
    },
  ],
  [
    {},
    { publishOn: PublishTrigger.branch('main') },
    { publishOn: PublishTrigger.environment('release') },
    { publishOn: PublishTrigger.tags('sdk-v*', 'sdk/*') },
    {
      publishOn: PublishTrigger.environment('release'),
      privateDependencies: true,
      readRoleArn: READ_ROLE,
      dryRun: { pullRequests: true },
    },
    {
      publishOn: PublishTrigger.anyOf(PublishTrigger.tags('*-v*').finalOnly(), PublishTrigger.branch("it's")),
      workflowDispatch: true,
      dryRun: { pullRequests: true, branches: ['feature/**'] },
    },
  ],
  [{}, { region: Aws.REGION, domainOwner: Aws.ACCOUNT_ID, roleArn: `arn:aws:iam::${Aws.ACCOUNT_ID}:role/a` }],
  [{}, TESTED, { ...TESTED, testPythonVersions: ['3.10', '3.14t', 'pypy3.11'] }],
  [{}, { uploader: Uploader.UV }],
  [{}, { toolsFromRepository: true, toolsRoleArn: 'arn:aws:iam::111111111111:role/fetch-tools' }],
  [{}, { provenance: true }, { issuer: GitHubIssuer.enterpriseServer('github.acme.example') }],
  [
    {},
    {
      pythonVersion: '3.9',
      workingDirectory: 'packages/sdk',
      runner: Runner.labels('self-hosted', 'linux', 'ARM64'),
      publishRunner: Runner.group('publishers', 'linux'),
      submodules: Submodules.RECURSIVE,
      lfs: true,
      concurrencyGroup: 'release',
      buildTimeout: Duration.minutes(5),
      publishTimeout: Duration.minutes(5),
      artifactRetention: Duration.days(7),
      actionVersions: { 'actions/checkout': { sha: SHA, version: 'v8.0.0' } },
      toolVersions: { urllib3: { version: '2.9.0', sha256: ['0'.repeat(64), 'f'.repeat(64)] } },
      toolIndexUrl: 'https://pypi.acme.example/simple/',
      extraSteps: {
        beforeTest: [STEP],
        beforeBuild: [ACTION],
        afterBuild: [STEP, ACTION],
        beforePublish: [ACTION],
        afterPublish: [STEP],
      },
    },
  ],
];

/** A combination, as the index of a value for each option. */
const everything = OPTIONS.reduce<number[][]>(
  (found, values) => found.flatMap((row) => values.map((_, index) => [...row, index])),
  [[]],
).filter((row) => !isRefused(propsOf(row)));

function isRefused({ issuer, buildRunners, toolsFromRepository, toolIndexUrl }: Props): boolean {
  return Boolean((issuer && buildRunners) || (toolsFromRepository && toolIndexUrl));
}

const combinations = WHOLE ? everything : pairwise(everything);

function propsOf(row: readonly number[]): Props {
  return Object.assign({}, ...row.map((value, option) => OPTIONS[option][value]));
}

function workflowsOf(files: Record<string, string>): [string, string][] {
  return Object.entries(files).filter(([path]) => !path.endsWith('.json'));
}

const which = WHOLE ? 'any' : `each pair of values, in ${combinations.length}`;

test(`no check finds anything in ${which} of ${everything.length} combinations of options`, async () => {
  const rendered = combinations.map(propsOf).map((props) => ({ props, files: newWorkflow(props).files }));
  const distinct = new Set(rendered.flatMap(({ files }) => workflowsOf(files).map(([, text]) => text)));
  lintTogether([...distinct]);
  for (const { props, files } of rendered) {
    for (const [path, text] of workflowsOf(files)) {
      expect([path, props, await allProblems(text, files)]).toEqual([path, props, []]);
    }
  }
  const seed = WHOLE ? 'all' : `seed ${SEED}`;
  console.log(`${combinations.length} combinations of options (${seed}), ${distinct.size} different files`);
}, 300_000);
