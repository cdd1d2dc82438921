import { Aws } from 'aws-cdk-lib';
import { PublishTrigger } from '../../../src';
import { callerOf, newWorkflow, reusableOf, stepNames, stepOf } from '../support/publish-workflow';

const { verify } = reusableOf(newWorkflow()).jobs;

test('it comes after the build and before anything else, and may do nothing', () => {
  expect(verify).toMatchObject({ needs: ['build'], permissions: {}, 'runs-on': 'ubuntu-24.04' });
});

test('it has no sources and no code of the package, and installs twine check before files come in', () => {
  expect(stepNames(verify)).toEqual([
    'Start clean',
    'Name the artifact',
    'Set up Python for the tools',
    'Install twine check',
    'Take over the files',
    'Verify the files',
    'Hand on the files',
  ]);
});

test('everything is found before an environment asks a person', () => {
  const { jobs } = reusableOf(newWorkflow({ publishOn: PublishTrigger.environment('release') }));
  expect(Object.entries(jobs).map(([id, { environment }]) => [id, environment])).toEqual([
    ['build', undefined],
    ['verify', undefined],
    ['publish', 'release'],
  ]);
});

test('what passed is an artifact of its own, with its hashes, packages and version as outputs', () => {
  expect(verify.outputs).toEqual({
    artifact_id: '${{ steps.upload.outputs.artifact-id }}',
    artifact_name: '${{ steps.name.outputs.artifact }}',
    sha256: '${{ steps.verify.outputs.sha256 }}',
    files: '${{ steps.verify.outputs.files }}',
    packages: '${{ steps.verify.outputs.packages }}',
    version: '${{ steps.verify.outputs.version }}',
  });
  expect(stepOf(verify, 'Hand on the files').with).toMatchObject({
    name: '${{ steps.name.outputs.artifact }}',
    path: 'dist/',
  });
});

test('no text of GitHub becomes a part of the script', () => {
  expect(stepOf(verify, 'Verify the files').run).not.toContain('${{');
  expect(stepOf(verify, 'Verify the files').env).toEqual({
    TAG: "${{ github.ref_type == 'tag' && github.ref_name || '' }}",
    TAG_PATTERNS: 'all ^v*.*.*',
    STRICT: 'false',
  });
});

test('findings of twine stop a release on request', () => {
  const { jobs } = reusableOf(newWorkflow({ strictTwineCheck: true }));
  expect(stepOf(jobs.verify, 'Verify the files').env?.STRICT).toBe('true');
});

describe('the packages', () => {
  test('are written as an index compares them', () => {
    const { jobs } = reusableOf(newWorkflow({ packages: ['acme-*', 'Orders_SDK'] }));
    expect(stepOf(jobs.verify, 'Verify the files').env?.PACKAGES).toBe('acme-* orders-sdk');
  });

  test('are an input where only CloudFormation knows them', () => {
    const workflow = newWorkflow({ packages: [`acme-${Aws.ACCOUNT_ID}-*`, 'orders-sdk'] });
    const { jobs, on } = reusableOf(workflow);
    expect(stepOf(jobs.verify, 'Verify the files').env?.PACKAGES).toBe('${{ inputs.packages }}');
    expect(on.workflow_call?.inputs.packages).toEqual({
      description: 'The packages that may be published: exact names and prefix-*, with spaces between them',
      type: 'string',
      required: true,
    });
    expect(callerOf(workflow).jobs.publish.with?.packages).toBe('${{ vars.CODEARTIFACT_PACKAGES }}');
  });
});
