import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { type CloudFormation, serveCloudFormation } from './cloudformation';

const ROOT = join(__dirname, '..', '..');
const TYPES = ['AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository', 'AWS::IAM::OIDCProvider'];

const folder = mkdtempSync(join(tmpdir(), 'cdk-import-'));
const mapping = join(folder, 'mapping.json');
let cloudFormation: CloudFormation;

beforeAll(async () => {
  const database = await loadAwsServiceSpec();
  const identifierOf = (type: string) =>
    database.lookup('resource', 'cloudFormationType', 'equals', type).only().primaryIdentifier ?? [];
  cloudFormation = await serveCloudFormation(
    Object.fromEntries(TYPES.map((type) => [type, identifierOf(type)])),
  );
});

afterAll(async () => {
  await cloudFormation.close();
  rmSync(folder, { recursive: true });
});

function cdk(...args: string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: cloudFormation.url,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
    TS_NODE_PROJECT: join(ROOT, 'tsconfig.dev.json'),
    TS_NODE_TRANSPILE_ONLY: '1',
    MAPPING: mapping,
  };
  const app = `${process.execPath} ${require.resolve('ts-node/dist/bin')} ${join(__dirname, 'app.ts')}`;
  const options = ['--app', app, '--output', join(folder, 'cdk.out'), '--no-notices', '--ci', 'false'];
  return new Promise((done, fail) =>
    execFile(
      join(ROOT, 'node_modules', '.bin', 'cdk'),
      [...args, ...options],
      { env, cwd: folder },
      (error, stdout, stderr) => (error ? fail(new Error(`${stdout}${stderr}`)) : done(`${stdout}${stderr}`)),
    ),
  );
}

test('the CDK CLI sends the mapping to CloudFormation, each resource by its type and identifier', async () => {
  await cdk('import', '--resource-mapping', mapping, '--no-execute', '--force');
  // The app writes the file while the CLI synthesizes it.
  const expected = Object.entries<Record<string, string>>(JSON.parse(readFileSync(mapping, 'utf8')));
  expect(expected).toHaveLength(4);
  const sent = cloudFormation.imported.map(({ logicalId, identifier }) => [logicalId, identifier]);
  expect(sent.sort()).toEqual(expected.sort());
  expect(new Set(cloudFormation.imported.map(({ type }) => type))).toEqual(new Set(TYPES));
});
