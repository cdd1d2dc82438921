import { Duration } from 'aws-cdk-lib';
import { PublishTrigger, Uploader } from '../../../src';
import { requirementOf } from '../../../src/workflow/actions/locked-package';
import { TOOL_LOCK } from '../../../src/workflow/actions/tool-lock';
import { newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const { publish } = reusableOf(newWorkflow()).jobs;

test('the job that assumes the role may ask for a token of its identity, and nothing else', () => {
  expect(publish.permissions).toEqual({ 'id-token': 'write' });
});

test('it waits for the files to pass, runs on a pinned image and ends within a quarter of an hour', () => {
  expect(publish).toMatchObject({ needs: ['verify'], 'runs-on': 'ubuntu-24.04', 'timeout-minutes': 15 });
});

test('it never checks out, starts clean, compares the hashes first, and installs twine before the role is assumed', () => {
  expect(stepNames(publish)).toEqual([
    'Start clean',
    'Take over the files',
    'Verify the hashes',
    'Set up Python for the tools',
    'Install twine',
    'Compare this run with what the role trusts',
    'Assume the publish role',
    'Say what else refuses a sign-in',
    'Upload',
  ]);
});

test('all of twine that uploads is installed by hash, from wheels only, and nothing that it names beside them', () => {
  const { run } = stepOf(publish, 'Install twine');
  expect(run).toContain('--require-hashes --no-deps --only-binary :all:');
  const lines = run?.match(/^.*==.*$/gm) ?? [];
  expect(lines).toEqual(TOOL_LOCK.twine.map(requirementOf));
  expect(lines).toHaveLength(14);
});

test('the lock takes less than 4 kB of each job', () => {
  for (const job of Object.values(reusableOf(newWorkflow()).jobs)) {
    const lines = (job.steps ?? []).flatMap(({ run }) => run?.match(/^.* --hash=.*$/gm) ?? []);
    expect(lines.join('\n').length).toBeLessThan(4000);
  }
});

test('the session lasts 15 minutes, names its run, and is refused for another account', () => {
  expect(stepOf(publish, 'Assume the publish role').with).toEqual({
    'aws-region': 'eu-west-1',
    'role-to-assume': 'arn:aws:iam::111111111111:role/publish-python',
    'role-session-name': 'publish-${{ github.repository_id }}-${{ github.run_id }}-${{ github.run_attempt }}',
    'role-duration-seconds': 900,
    'retry-max-attempts': 3,
    'allowed-account-ids': '111111111111',
  });
});

test('the name of the session fits into the 64 characters of STS', () => {
  const name = String(stepOf(publish, 'Assume the publish role').with?.['role-session-name']);
  expect(name.replace(/\$\{\{ [^}]+ \}\}/g, '9'.repeat(15)).length).toBeLessThanOrEqual(64);
});

test('the upload knows where to from its environment', () => {
  expect(stepOf(publish, 'Upload').env).toEqual({
    DOMAIN: 'acme',
    DOMAIN_OWNER: '111111111111',
    REPOSITORY: 'python',
    FILES: '${{ needs.verify.outputs.files }}',
  });
});

test('no environment, unless the trigger has one', () => {
  expect(publish.environment).toBeUndefined();
  const waiting = newWorkflow({ publishOn: PublishTrigger.environment('release') });
  expect(reusableOf(waiting).jobs.publish.environment).toBe('release');
  expect(reusableOf(waiting).jobs.build.environment).toBeUndefined();
});

test('several runs for the same commit and tag wait for each other, and none is ever cancelled', () => {
  const key = '${{ github.workflow }}-${{ github.ref }}-${{ github.sha }}-${{ inputs.working_directory }}';
  expect(publish.concurrency).toEqual({
    group: `codeartifact-publish-${key}`,
    'cancel-in-progress': false,
  });
  const other = reusableOf(newWorkflow({ concurrencyGroup: 'release' })).jobs.publish;
  expect(other.concurrency?.group).toBe(`release-${key}`);
});

test('uv is installed at one version in the same way, and nothing of twine', () => {
  const job = reusableOf(newWorkflow({ uploader: Uploader.UV })).jobs.publish;
  expect(stepNames(job)).toContain('Install uv');
  expect(stepOf(job, 'Install uv').run).toMatch(/\nuv==[\d.]+( --hash=sha256:[0-9a-f]{64})+\nLOCK\n/);
  expect(JSON.stringify(job)).not.toContain('twine');
});

test('runner, timeouts and retention are what the options say', () => {
  const { jobs } = reusableOf(
    newWorkflow({
      runnerLabel: 'acme-linux',
      buildTimeout: Duration.hours(6),
      publishTimeout: Duration.minutes(1),
      artifactRetention: Duration.days(90),
      testCommand: 'pytest',
      provenance: true,
    }),
  );
  for (const job of Object.values(jobs)) expect(job['runs-on']).toBe('acme-linux');
  expect(Object.entries(jobs).map(([id, job]) => [id, job['timeout-minutes']])).toEqual([
    ['test', 360],
    ['build', 360],
    ['verify', 1],
    ['attest', 1],
    ['publish', 1],
  ]);
  expect(stepOf(jobs.build, 'Hand on the files').with?.['retention-days']).toBe(90);
});

test('the files outlive the approval of an environment, which may take 30 days', () => {
  const { build } = reusableOf(newWorkflow({ publishOn: PublishTrigger.environment('release') })).jobs;
  expect(stepOf(build, 'Hand on the files').with?.['retention-days']).toBe(30);
});

test('a later job of the caller sees whether it has published', () => {
  const { jobs, on } = reusableOf(newWorkflow({ workflowDispatch: true }));
  expect(jobs.publish.outputs).toEqual({ published: 'true' });
  expect(on.workflow_call?.outputs?.published?.value).toBe('${{ jobs.publish.outputs.published }}');
});
