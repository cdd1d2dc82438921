import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Aws } from 'aws-cdk-lib';
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
import { newWorkflow } from './support/publish-workflow';

/** The main shapes, each a folder of files to read in a review. `UPDATE_GOLDEN=1` writes them anew. */
const SHAPES: Record<string, Partial<PublishWorkflowProps>> = {
  'without-host': {},
  'with-host': { host: WorkflowHost.branch('acme/platform', 'main') },
  seed: { buildCommand: BuildCommand.setupPySdist(), pythonVersion: '3.9' },
  environment: { publishOn: PublishTrigger.environment('release') },
  monorepo: {
    publishOn: PublishTrigger.tags('orders-sdk-v*'),
    workingDirectory: 'packages/orders-sdk',
    testCommand: 'pip install .[test] && pytest',
    testPythonVersions: ['3.11', '3.12', '3.13'],
    uploader: Uploader.UV,
  },
  'private-and-attested': {
    publishOn: PublishTrigger.environment('release'),
    privateDependencies: true,
    readRoleArn: 'arn:aws:iam::111111111111:role/read-python',
    provenance: true,
  },
  'own-server': {
    issuer: GitHubIssuer.enterpriseServer('github.acme.example'),
    publishOn: PublishTrigger.branch('main'),
    runner: Runner.labels('self-hosted', 'linux', 'X64').ephemeral(),
    publishRunner: Runner.group('publishers', 'linux').ephemeral(),
    submodules: Submodules.DIRECT,
    lfs: true,
  },
  platforms: {
    publishOn: PublishTrigger.environment('release'),
    buildCommand: BuildCommand.cibuildwheel(),
    buildRunners: ['ubuntu-24.04', 'ubuntu-24.04-arm', 'macos-15', 'windows-2025'],
    packages: ['acme-orders-sdk'],
    privateDependencies: true,
    readRoleArn: 'arn:aws:iam::111111111111:role/read-python',
  },
  'tools-from-repository': {
    toolsFromRepository: true,
    toolsRoleArn: 'arn:aws:iam::111111111111:role/fetch-tools',
    dryRun: { pullRequests: true },
  },
  'any-account': {
    region: Aws.REGION,
    domainOwner: Aws.ACCOUNT_ID,
    roleArn: `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/publish-python`,
  },
};

const cases = Object.entries(SHAPES).flatMap(([shape, props]) =>
  Object.entries(newWorkflow(props).files)
    .filter(([path]) => path.endsWith('.yml'))
    .map(([path, text]) => ({ name: `${shape}/${path.split('/').pop()}`, text })),
);

test.each(cases)('$name', ({ name, text }) => {
  const path = join(__dirname, 'golden', name);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path)).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
});
